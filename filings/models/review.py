"""Review: who decided what about which revision, remarks, receipts."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from ..workflow import State
from .documents import Revision

_PERSON = settings.AUTH_USER_MODEL


class Receipt(models.Model):
    """回执: proof that this content was received, with number, signer, time and digest."""

    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="receipt")
    number = models.CharField("回执编号", max_length=30, unique=True)
    digest = models.CharField("内容摘要", max_length=64)
    issued_to = models.ForeignKey(
        _PERSON, on_delete=models.PROTECT, related_name="+", verbose_name="提交人"
    )
    issued_at = models.DateTimeField("回执时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "回执"

    def __str__(self) -> str:
        return self.number


class Endorsement(models.Model):
    """The handler's agreement, which a different officer then approves."""

    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="endorsement")
    revision_digest = models.CharField("版本摘要", max_length=64)
    by = models.ForeignKey(
        _PERSON, on_delete=models.PROTECT, related_name="+", verbose_name="经办人"
    )
    note = models.TextField("意见", blank=True)
    at = models.DateTimeField("时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "经办意见"

    def __str__(self) -> str:
        return f"{self.revision} {self.by}"


class Decision(models.Model):
    """The end of a revision's review. One row a revision, whatever races for it."""

    class Outcome(models.TextChoices):
        APPROVED = State.APPROVED.value, "审定通过"
        RETURNED = State.RETURNED.value, "退回补正"
        WITHDRAWN = State.WITHDRAWN.value, "撤回"

    revision = models.OneToOneField(Revision, on_delete=models.PROTECT, related_name="decision")
    revision_digest = models.CharField("版本摘要", max_length=64)
    outcome = models.CharField("结论", max_length=20, choices=Outcome)
    by = models.ForeignKey(
        _PERSON, on_delete=models.PROTECT, related_name="+", verbose_name="决定人"
    )
    note = models.TextField("意见", blank=True)
    at = models.DateTimeField("时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "审核结论"
        indexes = [models.Index(fields=["outcome", "at"])]

    def __str__(self) -> str:
        return f"{self.revision} {self.get_outcome_display()}"


class Remark(models.Model):
    """An officer's numbered remark on an article or a field; answered by the filer."""

    class Answer(models.TextChoices):
        OPEN = "", "待答复"
        CHANGED = "changed", "已修改"
        EXPLAINED = "explained", "已说明"

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="remarks")
    number = models.PositiveIntegerField("序号")
    anchor = models.CharField("位置", max_length=60, blank=True)
    place = models.CharField("位置名称", max_length=60, blank=True)
    text = models.TextField("意见")
    internal = models.BooleanField("仅供内部", default=False)
    by = models.ForeignKey(_PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("时间", default=timezone.now)
    answer = models.CharField("答复", max_length=20, choices=Answer, blank=True, default="")
    answer_text = models.TextField("答复说明", blank=True)
    answered_by = models.ForeignKey(_PERSON, on_delete=models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField("答复时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "审核意见"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["revision", "number"], name="remark_number")]

    def __str__(self) -> str:
        return f"{self.number}. {self.place} {self.text[:30]}"
