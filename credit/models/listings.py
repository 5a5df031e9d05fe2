"""The two legal lists: listings with their docket, the measures that follow, the legal periods."""

import hashlib
import json
import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from associations.models import Association, Office

from ..listings import grounds, periods, workflow
from ..querysets import ListingQuerySet, MeasureQuerySet
from .entries import CreditEntry
from .papers import Paper

_PERSON = settings.AUTH_USER_MODEL


class Listing(models.Model):
    """One procedure on one ground: from the proposal to the decision and off the list again."""

    class Manner(models.TextChoices):
        DIRECT = "direct", "直接送达"
        MAIL = "mail", "邮寄送达"
        ANNOUNCEMENT = "announcement", "公告送达"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    association = models.ForeignKey(
        Association, on_delete=models.PROTECT, related_name="listings", verbose_name="社会组织"
    )
    office = models.ForeignKey(Office, on_delete=models.PROTECT, verbose_name="承办科室")
    list_kind = models.CharField("名单", max_length=10, choices=grounds.ListKind)
    ground_id = models.CharField("列入情形", max_length=4)
    state = models.CharField(
        "状态", max_length=12, choices=workflow.State, default=workflow.State.PROPOSED
    )
    facts = models.TextField("事实")
    evidence = models.TextField("证据", help_text="每行一项。")
    entries = models.ManyToManyField(
        CreditEntry, blank=True, related_name="listings", verbose_name="作为证据的信用信息"
    )
    first_letter_on = models.DateField("第一封专用信函寄出日期", null=True, blank=True)
    second_letter_on = models.DateField("第二封专用信函寄出日期", null=True, blank=True)
    proposed_by = models.ForeignKey(
        _PERSON, on_delete=models.PROTECT, related_name="+", verbose_name="提议人"
    )
    proposed_at = models.DateTimeField("提议时间", default=timezone.now)
    notice_number = models.CharField("告知书文号", max_length=40, blank=True)
    served_on = models.DateField("送达日期", null=True, blank=True)
    manner = models.CharField("送达方式", max_length=15, choices=Manner, blank=True)
    statement_until = models.DateField("陈述申辩截止", null=True, blank=True)
    # Digest of the facts and evidence that the notice told of; see ``evidence_digest``.
    notified_digest = models.CharField(max_length=64, blank=True, editable=False)
    decided_by = models.ForeignKey(
        _PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="决定人",
    )
    decision_number = models.CharField("决定书文号", max_length=40, blank=True)
    decision_text = models.TextField("决定理由", blank=True)
    listed_on = models.DateField("列入日期", null=True, blank=True)
    published_at = models.DateTimeField("公布时间", null=True, blank=True)
    ended_on = models.DateField("移出日期", null=True, blank=True)

    objects = ListingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "名录事项"
        ordering = ["-proposed_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["association", "ground_id"],
                condition=models.Q(state__in=["proposed", "notified", "heard"]),
                name="one_pending_listing_per_ground",
            )
        ]
        indexes = [
            models.Index(fields=["state", "list_kind", "-listed_on"]),
            models.Index(fields=["association", "state"]),
            models.Index(fields=["office", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.association} {self.get_list_kind_display()}（{self.get_state_display()}）"

    @property
    def ground(self) -> grounds.Ground:
        """The circumstance of the regulation it rests on."""
        return grounds.GROUNDS[self.ground_id]

    @property
    def is_active(self) -> bool:
        """Whether the organisation is on the list by it now."""
        return self.state in workflow.ACTIVE

    @property
    def is_pending(self) -> bool:
        """Whether it is proposed and not yet decided."""
        return self.state in workflow.PENDING

    def evidence_digest(self) -> str:
        """SHA-256 over everything a notice tells of: ground, facts, evidence, entries, papers."""
        papers = self.steps.filter(
            action__in=("propose", workflow.Action.ADD_EVIDENCE), paper__isnull=False
        )
        said = [
            self.ground_id,
            self.facts,
            self.evidence,
            sorted(self.entries.values_list("pk", flat=True)),
            str(self.first_letter_on or ""),
            str(self.second_letter_on or ""),
            sorted(papers.values_list("paper__original_id", flat=True)),
        ]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


class ListingStep(models.Model):
    """One paper of the docket (案卷): who did what when, with its document. Append-only."""

    listing = models.ForeignKey(Listing, on_delete=models.PROTECT, related_name="steps")
    number = models.PositiveIntegerField("序号")
    action = models.CharField(
        "事项", max_length=15, choices=[("propose", "提议"), *workflow.Action.choices]
    )
    source = models.CharField("原状态", max_length=12, choices=workflow.State, blank=True)
    target = models.CharField("新状态", max_length=12, choices=workflow.State)
    note = models.TextField("内容", blank=True)
    data = models.JSONField("要素", default=dict, blank=True)
    late = models.BooleanField("逾期", default=False)
    paper = models.ForeignKey(
        Paper, on_delete=models.PROTECT, null=True, blank=True, related_name="steps"
    )
    by = models.ForeignKey(
        _PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="办理人",
    )
    at = models.DateTimeField("时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "案卷"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["listing", "number"], name="listing_step_number")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.get_action_display()}"


class Measure(models.Model):
    """A measure (激励或惩戒措施) with its basis; one that follows a listing ends with it."""

    class Kind(models.TextChoices):
        INCENTIVE = "incentive", "激励"
        SANCTION = "sanction", "惩戒"

    association = models.ForeignKey(
        Association, on_delete=models.PROTECT, related_name="measures", verbose_name="社会组织"
    )
    listing = models.ForeignKey(
        Listing,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="measures",
        verbose_name="所依据的列入决定",
    )
    kind = models.CharField("类别", max_length=10, choices=Kind)
    code = models.CharField("代号", max_length=30)
    title = models.CharField("措施", max_length=100)
    basis = models.CharField("依据", max_length=100)
    department = models.CharField("决定部门", max_length=60)
    own_power = models.BooleanField("本局职权", default=True)
    starts_on = models.DateField("自")
    ended_on = models.DateField("至", null=True, blank=True)
    ended_because = models.CharField("终止原因", max_length=100, blank=True)
    ordered_by = models.ForeignKey(
        _PERSON, on_delete=models.PROTECT, related_name="+", verbose_name="办理人"
    )

    objects = MeasureQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "激励和惩戒措施"
        ordering = ["starts_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["listing", "code"], name="one_measure_per_listing")
        ]
        indexes = [models.Index(fields=["association", "ended_on"])]

    def __str__(self) -> str:
        return f"{self.association}：{self.title}"


class LegalPeriod(models.Model):
    """The bureau's figure for a legal period; what it is and where it stands in law is fixed."""

    code = models.CharField("代号", max_length=40, primary_key=True)
    amount = models.PositiveIntegerField("期限")
    note = models.CharField("修改说明", max_length=200, blank=True)
    changed_by = models.ForeignKey(
        _PERSON,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="修改人",
    )
    changed_at = models.DateTimeField("修改时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "法定期限"
        ordering = ["code"]

    def __str__(self) -> str:
        return self.period.title

    @property
    def period(self) -> periods.Period:
        """The period of the catalogue this figure belongs to."""
        return periods.PERIODS[self.code]
