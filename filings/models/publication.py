"""The history of a publication pointer: every swap with who, when and why."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .documents import Filing, Revision


class PublicationEvent(models.Model):
    """One swap of the pointer. ``revision`` is what is public after it; None when withdrawn."""

    class Kind(models.TextChoices):
        PUBLISHED = "published", "公开"
        REPLACED = "replaced", "更新"
        WITHDRAWN = "withdrawn", "停止公开"

    filing = models.ForeignKey(Filing, on_delete=models.PROTECT, related_name="publication_events")
    revision = models.ForeignKey(
        Revision, on_delete=models.PROTECT, null=True, related_name="publication_events"
    )
    version = models.PositiveIntegerField("公开序次")
    kind = models.CharField("类别", max_length=20, choices=Kind)
    reason = models.CharField("原因", max_length=300, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="操作人"
    )
    at = models.DateTimeField("时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "公开记录"
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["filing", "version"], name="one_swap_per_version")
        ]

    def __str__(self) -> str:
        return f"{self.filing} {self.get_kind_display()}"
