"""Packages sent upwards (报上级部门和有关部门参考): registered with number, addressee and date."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from huanglong_portal.common.models import Blob

from .editions import Edition


class Dispatch(models.Model):
    """One package of a released edition: letter, books, catalogue, digests, as one ZIP."""

    class State(models.TextChoices):
        WAITING = "waiting", "打包中"
        READY = "ready", "已备好"
        FAILED = "failed", "未成功"

    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="dispatches")
    addressee = models.CharField("主送", max_length=100)
    letter_number = models.CharField("发文字号", max_length=40, blank=True)
    sent_on = models.DateField("发文日期")
    state = models.CharField("状态", max_length=20, choices=State, default=State.WAITING)
    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, related_name="+")
    manifest = models.JSONField("清单", default=list)
    error = models.CharField("未成功的原因", max_length=300, blank=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="经办人"
    )
    created_at = models.DateTimeField("登记时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "报送上级登记"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.edition} → {self.addressee}"
