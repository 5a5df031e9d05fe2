"""Printing: set pieces kept by the digest of everything that went into them, and print runs."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from filings.models import Revision
from huanglong_portal.common.models import Blob

from ..querysets import BuildQuerySet, FragmentQuerySet
from .editions import EditionVolume


class Fragment(models.Model):
    """单篇: one document set for print. ``key`` is the digest of all its inputs, so a piece is
    set once however many volumes it goes into, and again when anything it depends on changes."""

    class State(models.TextChoices):
        WAITING = "waiting", "待排版"
        RUNNING = "running", "排版中"
        READY = "ready", "已排版"
        FAILED = "failed", "排版未成功"

    key = models.CharField("摘要", max_length=64, unique=True)
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="fragments")
    state = models.CharField("状态", max_length=20, choices=State, default=State.WAITING)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, related_name="+")
    pages = models.PositiveIntegerField("页数", null=True)
    lease_until = models.DateTimeField("占用到", null=True)
    token = models.PositiveIntegerField("执行凭证", default=0)
    attempts = models.PositiveSmallIntegerField("已试次数", default=0)
    error = models.CharField("未成功的原因", max_length=500, blank=True)
    file_name = models.CharField("有问题的文件", max_length=200, blank=True)
    created_at = models.DateTimeField("登记时间", default=timezone.now)
    finished_at = models.DateTimeField("完成时间", null=True)
    seconds = models.FloatField("用时（秒）", null=True)

    objects = FragmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "单篇"
        indexes = [models.Index(fields=["state", "lease_until"])]

    def __str__(self) -> str:
        return f"{self.revision} {self.key[:12]}"


class Build(models.Model):
    """A print run: one volume made from one exact set of inputs. Pressing the button again with
    nothing changed finds the run that is there."""

    class State(models.TextChoices):
        SETTING = "setting", "排版单篇"
        BINDING = "binding", "合成全书"
        DONE = "done", "已完成"
        FAILED = "failed", "未成功"
        CANCELLED = "cancelled", "已取消"

    edition_volume = models.ForeignKey(
        EditionVolume, on_delete=models.PROTECT, related_name="builds"
    )
    input_digest = models.CharField("输入摘要", max_length=64)
    is_proof = models.BooleanField("校样", default=True)
    state = models.CharField("阶段", max_length=20, choices=State, default=State.SETTING)
    total = models.PositiveIntegerField("单篇数", default=0)
    reused = models.PositiveIntegerField("沿用已排版的单篇", default=0)
    bound = models.PositiveIntegerField("已合成单位数", default=0)
    pages = models.PositiveIntegerField("页数", null=True)
    manifest = models.JSONField("装订清单", default=dict)
    amiss = models.JSONField("未能排印的材料", default=list)
    lease_until = models.DateTimeField("占用到", null=True)
    token = models.PositiveIntegerField("执行凭证", default=0)
    attempts = models.PositiveSmallIntegerField("已试次数", default=0)
    error = models.CharField("未成功的原因", max_length=500, blank=True)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="提交人",
    )
    requested_at = models.DateTimeField("提交时间", default=timezone.now)
    finished_at = models.DateTimeField("完成时间", null=True)
    seconds = models.FloatField("用时（秒）", null=True)

    objects = BuildQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "编印任务"
        ordering = ["-requested_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition_volume", "input_digest"], name="one_run_per_input"
            )
        ]

    def __str__(self) -> str:
        return f"{self.edition_volume} {self.input_digest[:12]}"


class BuildPiece(models.Model):
    """A set piece in its place in a run."""

    build = models.ForeignKey(Build, on_delete=models.CASCADE, related_name="pieces")
    fragment = models.ForeignKey(Fragment, on_delete=models.PROTECT, related_name="uses")
    position = models.PositiveIntegerField("顺序")

    class Meta:
        verbose_name = verbose_name_plural = "任务中的单篇"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["build", "position"], name="piece_in_its_place")
        ]

    def __str__(self) -> str:
        return f"{self.build} {self.position}"


class BoundPart(models.Model):
    """A finished book of a run: one, or several where the volume is divided (上册、下册)."""

    build = models.ForeignKey(Build, on_delete=models.CASCADE, related_name="parts")
    number = models.PositiveSmallIntegerField("册次", default=1)
    name = models.CharField("册名", max_length=20, blank=True)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    pages = models.PositiveIntegerField("页数")

    class Meta:
        verbose_name = verbose_name_plural = "成书"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["build", "number"], name="part_in_its_place")
        ]

    def __str__(self) -> str:
        return f"{self.build} {self.name}"
