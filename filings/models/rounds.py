"""Rounds (报送通知) and the task lists they give every organisation in scope."""

import datetime as dt

from django.conf import settings
from django.db import models
from django.utils import timezone

from associations.kinds import Category
from associations.models import Association, Office

from ..materials import Material
from ..querysets import RoundQuerySet, SlotQuerySet


class Round(models.Model):
    """One call for materials: title, text, scope, opening and closing day."""

    class State(models.TextChoices):
        DRAFT = "draft", "拟稿"
        OPEN = "open", "报送中"
        CLOSED = "closed", "已截止"
        ARCHIVED = "archived", "已归档"

    slug = models.SlugField("代号", unique=True)
    title = models.CharField("标题", max_length=120)
    year = models.PositiveSmallIntegerField("年度")
    text = models.TextField("通知内容", blank=True)
    state = models.CharField("状态", max_length=20, choices=State, default=State.DRAFT)
    opens_on = models.DateField("开始日期")
    closes_on = models.DateField("截止日期")
    contact = models.CharField("联系方式", max_length=200, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="拟稿人"
    )
    created_at = models.DateTimeField("拟稿时间", default=timezone.now)
    opened_at = models.DateTimeField("发布时间", null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "报送通知"
        ordering = ["-year", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opens_on")),
                name="round_closes_after_opening",
                violation_error_message="截止日期不能早于开始日期。",
            )
        ]

    def __str__(self) -> str:
        return self.title


class RoundRoute(models.Model):
    """The round's own copy of the routing table: which office receives which category."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="routes")
    category = models.CharField("报送单位类别", max_length=30, choices=Category)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, verbose_name="受理科室")

    class Meta:
        verbose_name = verbose_name_plural = "受理分工"
        constraints = [
            models.UniqueConstraint(fields=["round", "category"], name="one_route_per_category")
        ]

    def __str__(self) -> str:
        return f"{self.get_category_display()} → {self.office}"


class RoundRequirement(models.Model):
    """One material that the round asks of one category."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="requirements")
    category = models.CharField("报送单位类别", max_length=30, choices=Category)
    material = models.CharField("材料", max_length=20, choices=Material)

    class Meta:
        verbose_name = verbose_name_plural = "报送要求"
        constraints = [
            models.UniqueConstraint(
                fields=["round", "category", "material"], name="one_requirement"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_category_display()}：{self.get_material_display()}"


class Slot(models.Model):
    """One line of an organisation's task list: this organisation, this round, this material."""

    round = models.ForeignKey(
        Round, on_delete=models.PROTECT, related_name="slots", verbose_name="报送通知"
    )
    association = models.ForeignKey(
        Association, on_delete=models.PROTECT, related_name="slots", verbose_name="社会组织"
    )
    material = models.CharField("材料", max_length=20, choices=Material)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, verbose_name="受理科室")
    extended_to = models.DateField("延期至", null=True, blank=True)
    extension_reason = models.CharField("延期原因", max_length=200, blank=True)

    objects = SlotQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "报送进度"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "association", "material"], name="one_slot_per_material"
            )
        ]
        indexes = [models.Index(fields=["office", "round", "material"])]

    def __str__(self) -> str:
        return f"{self.association} {self.get_material_display()}"

    @property
    def due_on(self) -> dt.date:
        """Last day for this organisation: the round's, unless extended."""
        return self.extended_to or self.round.closes_on


class Declaration(models.Model):
    """An answer instead of a document: 尚无 or 正在制定, with plan and date (通知 一（一）3)."""

    class Kind(models.TextChoices):
        NONE_YET = "none_yet", "尚无"
        IN_PREPARATION = "in_preparation", "正在制定"

    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="declarations")
    kind = models.CharField("情况", max_length=20, choices=Kind)
    plan = models.TextField("工作安排")
    planned_on = models.DateField("预计完成日期", null=True, blank=True)
    declared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="填报人"
    )
    declared_at = models.DateTimeField("填报时间", default=timezone.now)
    replaced_at = models.DateTimeField("失效时间", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "情况说明"
        constraints = [
            models.UniqueConstraint(
                fields=["slot"],
                condition=models.Q(replaced_at__isnull=True),
                name="one_declaration_in_force",
            )
        ]

    def __str__(self) -> str:
        return f"{self.slot}：{self.get_kind_display()}"


class CarryOver(models.Model):
    """沿用: an approved revision certified as still valid for this round, unchanged."""

    slot = models.ForeignKey(Slot, on_delete=models.PROTECT, related_name="carry_overs")
    revision = models.ForeignKey(
        "filings.Revision", on_delete=models.PROTECT, related_name="carry_overs"
    )
    certified_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="确认人"
    )
    certified_at = models.DateTimeField("确认时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "沿用"
        constraints = [
            models.UniqueConstraint(fields=["slot", "revision"], name="carried_over_once")
        ]

    def __str__(self) -> str:
        return f"{self.slot} 沿用 {self.revision}"
