"""Documents: the lasting filing, its versions, and the files that belong to them."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from associations.models import Association
from huanglong_portal.common.models import Blob

from ..materials import Material
from ..querysets import AttachmentQuerySet, FilingQuerySet, RevisionQuerySet, UploadQuerySet
from ..workflow import State
from .rounds import Slot


class Filing(models.Model):
    """The lasting identity of one document of one organisation, over all its versions."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    association = models.ForeignKey(
        Association, on_delete=models.PROTECT, related_name="filings", verbose_name="社会组织"
    )
    material = models.CharField("材料", max_length=20, choices=Material)
    title = models.CharField("名称", max_length=200)
    created_at = models.DateTimeField("建立时间", default=timezone.now)
    # The publication pointer: swapped by compare-and-set on publication_version, never edited.
    published_revision = models.OneToOneField(
        "filings.Revision",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="publishing",
        verbose_name="公开的版本",
    )
    publication_version = models.PositiveIntegerField("公开序次", default=0)
    published_at = models.DateTimeField("公开时间", null=True, blank=True)
    # Plain text of the published revision, for search; empty when nothing is public.
    public_text = models.TextField(blank=True, editable=False)

    objects = FilingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "材料与公开"
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["association", "material"]),
            models.Index(
                fields=["material", "-published_at", "-id"],
                name="filing_public",
                condition=models.Q(published_revision__isnull=False),
            ),
            # Who has published what, counted from the index alone.
            models.Index(
                fields=["material", "association"],
                name="filing_publishers",
                condition=models.Q(published_revision__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Revision(models.Model):
    """One version of a document. A draft until submitted; from then on frozen by the database
    and addressed by the SHA-256 of its canonical content (see ``manifest``)."""

    class ChangeKind(models.TextChoices):
        FIRST = "first", "首次报送"
        SUBSTANTIVE = "substantive", "实质修改"
        EDITORIAL = "editorial", "文字勘误"

    class Source(models.TextChoices):
        NONE = "", "未提供正文"
        DOCX = "docx", "Word 文档"
        PDF = "pdf", "PDF"
        PASTED = "pasted", "粘贴文本"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    filing = models.ForeignKey(
        Filing, on_delete=models.PROTECT, related_name="revisions", verbose_name="材料"
    )
    slot = models.ForeignKey(
        Slot, on_delete=models.PROTECT, related_name="revisions", verbose_name="报送事项"
    )
    number = models.PositiveIntegerField("版次")
    state = models.CharField("状态", max_length=20, choices=State, default=State.DRAFT)
    # Counts every saved change: two tabs that saved over each other would find out by it.
    version = models.PositiveIntegerField("保存序次", default=0)
    change_kind = models.CharField(
        "修改性质", max_length=20, choices=ChangeKind, default=ChangeKind.FIRST
    )
    title = models.CharField("名称", max_length=200)
    fields = models.JSONField("填报内容", default=dict)
    blocks = models.JSONField("正文", default=list)
    body_source = models.CharField(
        "正文来源", max_length=10, choices=Source, default=Source.NONE, blank=True
    )
    warnings = models.JSONField("读取提示", default=list)
    digest = models.CharField("内容摘要", max_length=64, blank=True, db_index=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="填报人"
    )
    created_at = models.DateTimeField("开始填报", default=timezone.now)
    saved_at = models.DateTimeField("最近保存", default=timezone.now)
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="提交人",
    )
    submitted_at = models.DateTimeField("提交时间", null=True, blank=True)
    claimed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="受理人",
    )
    moved_at = models.DateTimeField("状态时间", default=timezone.now)

    objects = RevisionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "材料审核"
        ordering = ["filing", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["filing", "number"], name="revision_number"),
            models.UniqueConstraint(
                fields=["filing"],
                condition=models.Q(state__in=["draft", "submitted", "in_review", "endorsed"]),
                name="one_open_revision",
            ),
            models.UniqueConstraint(
                fields=["filing"],
                condition=models.Q(state="approved"),
                name="one_approved_revision",
            ),
        ]
        indexes = [
            models.Index(fields=["state", "submitted_at"]),
            models.Index(fields=["slot", "state"]),
        ]

    def __str__(self) -> str:
        return f"{self.title}（第{self.number}版）"


class Upload(models.Model):
    """A file somebody sent. The original is evidence; people are served the rebuilt copy."""

    class State(models.TextChoices):
        UNCHECKED = "unchecked", "待检查"
        ACCEPTED = "accepted", "可用"
        REFUSED = "refused", "不能使用"

    class FileKind(models.TextChoices):
        PDF = "pdf", "PDF"
        DOCX = "docx", "Word 文档"
        XLSX = "xlsx", "Excel 表格"
        JPG = "jpg", "照片"
        PNG = "png", "图片"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="uploads")
    name = models.CharField("文件名", max_length=200)
    file_kind = models.CharField("文件类型", max_length=10, choices=FileKind, blank=True)
    state = models.CharField("状态", max_length=20, choices=State, default=State.UNCHECKED)
    original = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    rebuilt = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, related_name="+")
    # What is printed: the clean PDF or image, the PDF made of an office file, or the searchable
    # PDF made of a scan or photo.
    pages_blob = models.ForeignKey(Blob, on_delete=models.PROTECT, null=True, related_name="+")
    pages = models.PositiveIntegerField("页数", null=True)
    notes = models.JSONField("检查说明", default=list)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="上传人"
    )
    uploaded_at = models.DateTimeField("上传时间", default=timezone.now)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "上传文件"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_photo(self) -> bool:
        """Whether a picture was sent, whatever its printed page is by now."""
        return self.file_kind in (self.FileKind.JPG, self.FileKind.PNG)

    @property
    def pages_are_pdf(self) -> bool:
        """A photo is its own page until it was made searchable; all other pages are PDFs."""
        return not self.is_photo or self.pages_blob_id != self.rebuilt_id


class Attachment(models.Model):
    """A file in its place in a revision; frozen together with it."""

    class Role(models.TextChoices):
        BODY = "body", "正文原件"
        SEALED = "sealed", "签字盖章件"
        CONSULTATION = "consultation", "征求意见材料"
        EXPERTS = "experts", "专家论证材料"
        ASSEMBLY = "assembly", "会员大会材料"
        EVIDENCE = "evidence", "其他附件"

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="attachments")
    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="attachments")
    role = models.CharField("用途", max_length=20, choices=Role, default=Role.EVIDENCE)
    caption = models.CharField("说明", max_length=200, blank=True)
    position = models.PositiveIntegerField("顺序", default=0)
    printed = models.BooleanField("编入汇编", default=True)

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "附件"
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["revision", "upload", "role"], name="attached_once_per_role"
            )
        ]

    def __str__(self) -> str:
        return self.caption or self.upload.name
