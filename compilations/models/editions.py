"""What a volume is, and what goes into it: volumes, editions, entries."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from associations.models import Association
from filings.materials import Material
from filings.models import Filing, Revision, Round

from ..ordering import OrderBy
from ..querysets import EditionQuerySet, EntryQuerySet, VolumeQuerySet

_PERSON = settings.AUTH_USER_MODEL


class Volume(models.Model):
    """A volume of the notice 二（三）. The list there ends in “等”, so it is a table: further
    volumes are added here, the five titles stand word for word."""

    title = models.CharField("书名", max_length=60, unique=True)
    material = models.CharField("收录材料", max_length=20, choices=Material)
    position = models.PositiveSmallIntegerField("顺序", default=0)
    active = models.BooleanField("编印", default=True)

    objects = VolumeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "汇编书目"
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"《{self.title}》"


class Edition(models.Model):
    """One printing of the volumes from the approved documents of a round."""

    class State(models.TextChoices):
        DRAFT = "draft", "编辑中"
        FROZEN = "frozen", "已定目"
        RELEASED = "released", "已定稿"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    round = models.ForeignKey(
        Round, on_delete=models.PROTECT, related_name="editions", verbose_name="报送通知"
    )
    number = models.PositiveSmallIntegerField("版次")
    year = models.PositiveSmallIntegerField("年度")
    title = models.CharField("版本名称", max_length=40)
    state = models.CharField("状态", max_length=20, choices=State, default=State.DRAFT)
    order_by = models.CharField("排列顺序", max_length=20, choices=OrderBy, default=OrderBy.PINYIN)
    preface = models.TextField("编印说明", blank=True)
    editors = models.TextField("编写组", blank=True, help_text="一行一项，例如“主编：张某”。")
    permit_number = models.CharField("准印证号", max_length=40, blank=True)
    opens_on_right = models.BooleanField("每家单位从右页起", default=True)
    part_pages = models.PositiveIntegerField("超过多少页分册", default=1500)
    based_on = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="对照的上一版",
    )
    created_by = models.ForeignKey(
        _PERSON, on_delete=models.PROTECT, related_name="+", verbose_name="建立人"
    )
    created_at = models.DateTimeField("建立时间", default=timezone.now)
    frozen_by = models.ForeignKey(
        _PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    frozen_at = models.DateTimeField("定目时间", null=True, blank=True)
    released_by = models.ForeignKey(
        _PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    released_at = models.DateTimeField("定稿时间", null=True, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "编印版本"
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="edition_number"),
        ]

    def __str__(self) -> str:
        return self.title


class EditionVolume(models.Model):
    """One volume of one edition, with the pointer to the book that counts as its current one.

    The pointer is swapped only by the run that holds its own fencing token.
    """

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="volumes")
    volume = models.ForeignKey(Volume, on_delete=models.PROTECT, related_name="editions")
    current = models.OneToOneField(
        "compilations.Build",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="current_of",
        verbose_name="现行的一本",
    )

    class Meta:
        verbose_name = verbose_name_plural = "分卷"
        ordering = ["volume__position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "volume"], name="volume_once_an_edition")
        ]

    def __str__(self) -> str:
        return f"{self.edition} {self.volume}"


class Entry(models.Model):
    """One approved document in one volume: in or out, and why."""

    class Source(models.TextChoices):
        FILED = "filed", "本次报送"
        CARRIED_OVER = "carried_over", "沿用"

    edition_volume = models.ForeignKey(
        EditionVolume, on_delete=models.PROTECT, related_name="entries"
    )
    filing = models.ForeignKey(Filing, on_delete=models.PROTECT, related_name="entries")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="entries")
    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="entries")
    source = models.CharField("来源", max_length=20, choices=Source, default=Source.FILED)
    included = models.BooleanField("收录", default=True)
    reason = models.CharField("理由", max_length=300, blank=True)
    decided_by = models.ForeignKey(
        _PERSON, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    position = models.PositiveIntegerField("顺序", default=0)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "收录材料"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["edition_volume", "filing"], name="document_once_a_volume"
            )
        ]
        indexes = [models.Index(fields=["edition_volume", "position"])]

    def __str__(self) -> str:
        return f"{self.association} {self.revision}"
