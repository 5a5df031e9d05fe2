"""The credit file (信用档案): entries that are only ever added, and the endings of entries."""

import datetime as dt
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from associations.models import Association
from filings.models import Revision

from ..catalogue import KINDS, Category, Kind, Publicity, Severity, Tone
from ..querysets import CreditEntryQuerySet
from ..scoring import Ending, Entry
from .papers import Paper


class CreditEntry(models.Model):
    """One piece of credit information (信用信息), as it was learnt. The database refuses to change
    or remove it; what turns out wrong is retracted by an ``EntryEnding``."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    association = models.ForeignKey(
        Association,
        on_delete=models.PROTECT,
        related_name="credit_entries",
        verbose_name="社会组织",
    )
    code = models.CharField("事项", max_length=40)
    category = models.CharField("类别", max_length=20, choices=Category)
    tone = models.CharField("性质", max_length=10, choices=Tone)
    severity = models.CharField("失信程度", max_length=10, choices=Severity, blank=True)
    publicity = models.CharField("公开范围", max_length=10, choices=Publicity)
    description = models.TextField("说明", blank=True)
    quantity = models.PositiveIntegerField("数量", default=0)
    marks = models.JSONField("要素", default=list, blank=True)
    occurred_on = models.DateField("发生日期")
    obtained_on = models.DateField("获知日期")
    valid_until = models.DateField("有效期至", null=True, blank=True)
    # Five working days from being obtained (民政部令第60号 第八条); empty when the calendar of
    # the year was not known.
    due_on = models.DateField("归集期限", null=True, blank=True)
    entered_late = models.BooleanField("逾期录入", default=False)
    source = models.CharField("信息来源", max_length=100)
    # Names the event that an entry records, so that the event is recorded once.
    source_key = models.CharField(
        max_length=120, unique=True, null=True, blank=True, editable=False
    )
    revision = models.ForeignKey(
        Revision,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="credit_entries",
        verbose_name="依据的版本",
    )
    paper = models.ForeignKey(
        Paper,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="entries",
        verbose_name="依据文件",
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="录入人",
    )
    entered_at = models.DateTimeField("录入时间", default=timezone.now)

    objects = CreditEntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "信用信息"
        ordering = ["-occurred_on", "-pk"]
        indexes = [
            models.Index(fields=["association", "-occurred_on"]),
            models.Index(fields=["code", "-occurred_on"]),
            models.Index(fields=["-entered_at"]),
            models.Index(
                fields=["-entered_at"],
                name="credit_entered_late",
                condition=models.Q(entered_late=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}（{self.occurred_on}）"

    @property
    def kind(self) -> Kind:
        """What the catalogue says of this kind of fact."""
        return KINDS[self.code]

    @property
    def title(self) -> str:
        """The fact in words, with its quantity where it has one."""
        kind = self.kind
        return f"{kind.title} {self.quantity}{kind.unit}" if kind.unit else kind.title

    @property
    def key(self) -> str:
        """The name under which a score refers to this entry."""
        return str(self.pk)

    def as_fact(self) -> Entry:
        """The entry as the pure score takes it."""
        return Entry(
            self.key,
            self.code,
            self.occurred_on,
            self.valid_until,
            self.quantity,
            frozenset(self.marks),
        )


class EntryEnding(models.Model):
    """Why an entry no longer counts: a row of its own, with reason, person and time."""

    class Kind(models.TextChoices):
        RETRACTED = "retracted", "撤销（自始不计）"
        REPLACED = "replaced", "已被新材料替代"
        LAPSED = "lapsed", "已失效"
        REPAIRED = "repaired", "已信用修复"

    entry = models.ForeignKey(
        CreditEntry, on_delete=models.PROTECT, related_name="endings", verbose_name="信用信息"
    )
    kind = models.CharField("方式", max_length=10, choices=Kind)
    on = models.DateField("自何日起不计", null=True, blank=True)
    reason = models.TextField("原因")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="办理人",
    )
    at = models.DateTimeField("时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "信用信息的终止"
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["entry", "kind"], name="entry_ended_once_each_way"),
            models.CheckConstraint(
                condition=models.Q(kind="retracted", on__isnull=True)
                | (~models.Q(kind="retracted") & models.Q(on__isnull=False)),
                name="only_retraction_reaches_back",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry}：{self.get_kind_display()}"

    def as_fact(self) -> Ending:
        """The ending as the pure score takes it."""
        on: dt.date | None = self.on
        return Ending(str(self.entry_id), on)
