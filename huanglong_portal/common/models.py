"""Records every app leans on: stored bytes, the audit trail, the outbox, the holiday table."""

from django.conf import settings
from django.db import models
from django.utils import timezone


class Blob(models.Model):
    """Bytes kept once for ever, named by their SHA-256; private, never addressed by URL."""

    digest = models.CharField("摘要", max_length=64, primary_key=True)
    size = models.BigIntegerField("字节数")
    media_type = models.CharField("媒体类型", max_length=100)
    created_at = models.DateTimeField("存入时间", default=timezone.now)

    class Meta:
        verbose_name = verbose_name_plural = "存储内容"

    def __str__(self) -> str:
        return self.digest[:12]

    @property
    def key(self) -> str:
        """Name of the object in storage."""
        return f"blobs/{self.digest[:2]}/{self.digest}"


class AuditEvent(models.Model):
    """One state change: who did what to which thing. Hash-chained; the database refuses edits."""

    seq = models.BigIntegerField("序号", primary_key=True)
    at = models.DateTimeField("时间")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="操作人",
    )
    action = models.CharField("动作", max_length=60, db_index=True)
    target_type = models.CharField("对象类型", max_length=60)
    target_id = models.CharField("对象编号", max_length=64)
    association_id = models.BigIntegerField("社会组织", null=True, db_index=True)
    revision_digest = models.CharField("版本摘要", max_length=64, blank=True)
    ip = models.GenericIPAddressField("来源地址", null=True)
    request_id = models.CharField("请求编号", max_length=12, blank=True)
    data = models.JSONField("内容", default=dict)
    previous_hash = models.CharField("前一条摘要", max_length=64)
    hash = models.CharField("本条摘要", max_length=64, unique=True)

    class Meta:
        verbose_name = verbose_name_plural = "操作记录"
        ordering = ["-seq"]
        indexes = [models.Index(fields=["target_type", "target_id", "seq"])]

    def __str__(self) -> str:
        return f"{self.seq} {self.action} {self.target_type}:{self.target_id}"


class OutboxMessage(models.Model):
    """Work that must leave the transaction (mail, rendering): this row is the truth, a broker
    message only a hint that it is here."""

    topic = models.CharField("事项", max_length=60)
    key = models.CharField("去重键", max_length=200, unique=True, null=True)
    payload = models.JSONField("内容")
    created_at = models.DateTimeField("登记时间", default=timezone.now)
    not_before = models.DateTimeField("最早执行", default=timezone.now)
    nudged_at = models.DateTimeField("上次通知", null=True)
    attempts = models.PositiveIntegerField("已试次数", default=0)
    token = models.PositiveIntegerField("执行凭证", default=0)
    lease_until = models.DateTimeField("占用到", null=True)
    done_at = models.DateTimeField("完成时间", null=True)
    parked_at = models.DateTimeField("搁置时间", null=True)
    last_error = models.TextField("最近一次错误", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "待办投递"
        indexes = [
            models.Index(
                fields=["not_before"],
                name="outbox_waiting",
                condition=models.Q(done_at__isnull=True, parked_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.topic} #{self.pk}"


class CalendarDay(models.Model):
    """An officer's correction of the holiday calendar; stands above the library's."""

    day = models.DateField("日期", primary_key=True)
    works = models.BooleanField("是否工作日")
    note = models.CharField("说明", max_length=100, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "节假日安排"
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {'上班' if self.works else '放假'}"
