"""What people say to findings: the filer explains, the officer judges, the chief waives."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone

from associations.models import Office

from ..querysets import WaiverQuerySet

_PERSON = settings.AUTH_USER_MODEL


class FindingAnswer(models.Model):
    """The filer's explanation of a 请说明 finding; carried to later versions of the filing."""

    filing = models.ForeignKey(
        "filings.Filing", on_delete=models.PROTECT, related_name="finding_answers"
    )
    fingerprint = models.CharField(max_length=64)
    rule_id = models.CharField("规则", max_length=60)
    text = models.TextField("说明")
    by = models.ForeignKey(_PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "提示的说明"
        constraints = [
            models.UniqueConstraint(fields=["filing", "fingerprint"], name="answered_once")
        ]

    def __str__(self) -> str:
        return f"{self.rule_id}：{self.text[:30]}"


class FindingVerdict(models.Model):
    """What an officer made of a finding. Rows are only added; the newest one holds, also for
    later versions in which the same words stand."""

    class Verdict(models.TextChoices):
        CONFIRMED = "confirmed", "属实，应当修改"
        CLEARED = "cleared", "不构成问题"
        CONSULT = "consult", "征求市场监管部门意见"

    filing = models.ForeignKey(
        "filings.Filing", on_delete=models.PROTECT, related_name="finding_verdicts"
    )
    revision = models.ForeignKey("filings.Revision", on_delete=models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=64)
    rule_id = models.CharField("规则", max_length=60)
    verdict = models.CharField("判断", max_length=20, choices=Verdict)
    note = models.TextField("理由", blank=True)
    by = models.ForeignKey(_PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField("时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "对提示的判断"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.rule_id}：{self.get_verdict_display()}"


class Waiver(models.Model):
    """豁免: a hard rule set aside for one filing; asked by, decided by, why, until when.

    ``sentence`` keeps what the rule had found when it was asked for. One request a rule waits at
    a time; earlier ones stay as they were decided.
    """

    class State(models.TextChoices):
        ASKED = "asked", "待决定"
        ALLOWED = "allowed", "已准许"
        REFUSED = "refused", "不准许"

    filing = models.ForeignKey("filings.Filing", on_delete=models.PROTECT, related_name="waivers")
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="+", verbose_name="受理科室"
    )
    rule_id = models.CharField("规则", max_length=60)
    sentence = models.TextField("检查发现")
    reason = models.TextField("理由")
    asked_by = models.ForeignKey(
        _PERSON, on_delete=models.PROTECT, related_name="+", verbose_name="申请人"
    )
    asked_at = models.DateTimeField("申请时间", default=timezone.now)
    state = models.CharField("状态", max_length=10, choices=State, default=State.ASKED)
    decided_by = models.ForeignKey(
        _PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="决定人",
    )
    decided_at = models.DateTimeField("决定时间", null=True, blank=True)
    note = models.TextField("决定意见", blank=True)
    valid_until = models.DateField("有效期至", null=True, blank=True)

    objects = WaiverQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "豁免"
        ordering = ["-asked_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["filing", "rule_id"],
                condition=models.Q(state="asked"),
                name="one_waiver_waits",
            ),
            models.CheckConstraint(
                condition=models.Q(state="asked", decided_by=None, decided_at=None)
                | models.Q(decided_by__isnull=False, decided_at__isnull=False),
                name="waiver_decided_by_somebody",
            ),
            models.CheckConstraint(
                condition=models.Q(state="allowed", valid_until__isnull=False)
                | (~models.Q(state="allowed") & models.Q(valid_until=None)),
                name="waiver_allowed_until",
            ),
        ]
        indexes = [models.Index(fields=["office", "state", "asked_at"])]

    def __str__(self) -> str:
        return f"{self.filing} {self.rule_id}"

    def holds_on(self, day: dt.date) -> bool:
        """Whether the rule is set aside on ``day``."""
        return self.valid_until is not None and day <= self.valid_until
