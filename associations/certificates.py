"""The scan of a registration certificate (登记证书), taken in before there is an organisation.

Anyone may send one, so it is inspected like every upload, by the inspector that the settings
name; what is kept is the harmless copy. Until the form is complete the stored scan travels in it
as a signed token: the person never has to choose the file twice.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.utils.module_loading import import_string

from huanglong_portal.common import blobs, throttle
from huanglong_portal.common.errors import Refused
from huanglong_portal.common.models import Blob

_SALT = "associations.certificate"
_VALID_SECONDS = 60 * 60 * 24
_AN_HOUR = 30
_KINDS = ("pdf", "jpg", "png")


@dataclass(frozen=True, slots=True)
class Certificate:
    """A stored certificate scan and the name its sender gave it."""

    blob: Blob
    name: str

    @property
    def token(self) -> str:
        """Proof for the next submission of the form that this scan came through this door."""
        return signing.dumps({"digest": self.blob.digest, "name": self.name}, salt=_SALT)


def take(file: UploadedFile) -> Certificate:
    """Inspect and store a certificate scan.

    Raises Refused with a sentence that names the file and the remedy, and the inspector's
    CannotInspect (a DomainError too) when it came to no verdict.
    """
    name = file.name or ""
    if not throttle.passes("certificate", limit=_AN_HOUR):
        raise Refused(
            "这个网络一小时内上传的文件太多了。您填写的内容都在，请稍后再试，或致电民政局。",
            "certificate",
        )
    if (file.size or 0) > settings.UPLOAD_LIMIT_BYTES:
        raise Refused(
            f"“{name}”超过 {settings.UPLOAD_LIMIT_BYTES // 1024 // 1024} MB。"
            "请用 200 dpi 重新扫描，或用手机拍照后上传。",
            "certificate",
        )
    inspect: Any = import_string(settings.FILE_INSPECTOR)
    with tempfile.TemporaryDirectory(prefix="certificate-") as folder:
        path = Path(folder) / "scan"
        with path.open("wb") as target:
            for chunk in file.chunks():
                target.write(chunk)
        report = inspect(path, name, into=Path(folder), field="certificate")
        if report.kind not in _KINDS:
            raise Refused(
                f"“{name}”不是扫描件或照片。请上传登记证书的 PDF、JPG 或 PNG 文件。", "certificate"
            )
        with (report.clean or path).open("rb") as stream:
            return Certificate(blobs.store(stream, report.media_type), name[-200:])


def from_token(token: str) -> Certificate | None:
    """The scan that a token speaks for; None when it is forged, too old or no longer stored."""
    try:
        said = signing.loads(token, salt=_SALT, max_age=_VALID_SECONDS)
    except signing.BadSignature:
        return None
    blob = Blob.objects.filter(pk=said["digest"]).first()
    return Certificate(blob, said["name"]) if blob else None
