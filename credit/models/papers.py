"""Papers: the files that entries and dockets rest on."""

import uuid

from django.conf import settings
from django.db import models
from django.utils import timezone

from associations.models import Association
from huanglong_portal.common.models import Blob

from ..querysets import PaperQuerySet


class Paper(models.Model):
    """A file in the credit file or in a docket. The original is evidence; people are served the
    copy that was made of it."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    association = models.ForeignKey(Association, on_delete=models.PROTECT, related_name="+")
    name = models.CharField("文件名", max_length=200)
    file_kind = models.CharField("文件类型", max_length=10)
    original = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    copy = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="+")
    pages = models.PositiveIntegerField("页数", null=True)
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="上传人"
    )
    kept_at = models.DateTimeField("上传时间", default=timezone.now)

    objects = PaperQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "依据文件"
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.name
