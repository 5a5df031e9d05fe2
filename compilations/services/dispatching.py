"""The package sent upwards (通知 二（三）): letter, books, catalogue and digests in one ZIP."""

import datetime as dt
import hashlib
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from associations.models import User
from huanglong_portal.common import audit, blobs, dates, outbox
from huanglong_portal.common import pdf as press
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused
from huanglong_portal.common.numerals import to_chinese

from .. import permissions
from ..models import BoundPart, Dispatch, Edition, Entry
from ..typesetting.sheets import style

_COLUMNS = ("序号", "单位", "统一社会信用代码", "材料", "版次", "来源", "内容摘要（SHA-256）")


@transaction.atomic
def register_dispatch(
    *, edition_id: int, addressee: str, letter_number: str, sent_on: dt.date, by: User
) -> Dispatch:
    """Register a package of a released edition; it is put together in the background.

    Raises NotAllowed, Conflict when the edition is not released, Refused without addressee.
    """
    if not permissions.may_release(by):
        raise NotAllowed("报送上级由负责人办理。")
    edition = Edition.objects.select_for_update().get(pk=edition_id)
    if edition.state != Edition.State.RELEASED:
        raise Conflict("定稿以后才能报送上级。")
    if not addressee.strip():
        raise Refused("请填写主送单位。", "addressee")
    dispatch = Dispatch.objects.create(
        edition=edition,
        addressee=addressee.strip(),
        letter_number=letter_number.strip(),
        sent_on=sent_on,
        created_by=by,
        created_at=dates.now(),
    )
    outbox.post("compilations.pack", {"dispatch_id": dispatch.pk}, key=f"pack:{dispatch.pk}")
    audit.record(
        "compilations.dispatch",
        actor=by,
        target=dispatch,
        data={"addressee": dispatch.addressee, "number": dispatch.letter_number},
    )
    return dispatch


def pack(*, dispatch_id: int) -> bool:
    """Put a registered package together. False when that was done before."""
    dispatch = Dispatch.objects.select_related("edition__round").get(pk=dispatch_id)
    if dispatch.state == Dispatch.State.READY:
        return False
    with tempfile.TemporaryDirectory(prefix="huanglong-package-") as name:
        folder = Path(name)
        try:
            listed = [_listed(path) for path in _files(dispatch, folder)]
        except press.PrintingError as refused:
            Dispatch.objects.filter(pk=dispatch.pk).update(
                state=Dispatch.State.FAILED, error=f"报送函无法排印：{refused}"[:300]
            )
            return False
        package = folder / "package.zip"
        with zipfile.ZipFile(package, "w", zipfile.ZIP_STORED) as archive:
            for one in listed:
                archive.write(folder / str(one["name"]), str(one["name"]))
            lines = [f"{one['digest']}  {one['name']}" for one in listed]
            archive.writestr("清单（SHA-256）.txt", "\n".join(lines) + "\n")
        with package.open("rb") as stream:
            blob = blobs.store(stream, "application/zip")
    with transaction.atomic():
        written = (
            Dispatch.objects.filter(pk=dispatch.pk)
            .exclude(state=Dispatch.State.READY)
            .update(state=Dispatch.State.READY, blob=blob, manifest=listed, error="")
        )
        if written:
            audit.record(
                "compilations.packed", actor=None, target=dispatch, data={"digest": blob.digest}
            )
    return bool(written)


def _files(dispatch: Dispatch, folder: Path) -> Iterator[Path]:
    parts = list(
        BoundPart.objects.filter(build__current_of__edition=dispatch.edition)
        .select_related("blob", "build__edition_volume__volume")
        .order_by("build__edition_volume__volume__position", "number")
    )
    letter = folder / "报送函.pdf"
    letter.write_bytes(_letter(dispatch, parts))
    yield letter
    for part in parts:
        volume = part.build.edition_volume.volume
        yield blobs.copy_to(part.blob, folder / f"{volume.position}-{volume.title}{part.name}.pdf")
    catalogue = folder / "收录目录.xlsx"
    _catalogue(dispatch.edition).save(catalogue)
    yield catalogue


def _letter(dispatch: Dispatch, parts: list[BoundPart]) -> bytes:
    entries = Entry.objects.filter(edition_volume__edition=dispatch.edition).included()
    volumes = list(dispatch.edition.volumes.select_related("volume"))
    books = [
        f"{one.volume.title}（{sum(p.pages for p in parts if p.build_id == one.current_id)}页）"
        for one in volumes
    ]
    context = {
        "dispatch": dispatch,
        "edition": dispatch.edition,
        "bureau": settings.BUREAU_NAME,
        "phone": settings.BUREAU_PHONE,
        "books": books,
        "count": to_chinese(len(volumes)),
        "organisations": entries.values("association").distinct().count(),
        "documents": entries.count(),
        "day": dates.write_date(dispatch.sent_on),
    }
    return press.render(render_to_string("compilations/pdf/letter.html", context), css=[style()])


def _catalogue(edition: Edition) -> Workbook:
    """One sheet a volume. Every cell is text: what somebody typed can never act as a formula."""
    book = Workbook(write_only=True)
    for edition_volume in edition.volumes.select_related("volume"):
        sheet = book.create_sheet(edition_volume.volume.get_material_display())
        rows = [_COLUMNS]
        entries = (
            edition_volume.entries.included()
            .select_related("association", "revision")
            .defer("revision__blocks", "revision__fields", "revision__warnings")
        )
        for number, entry in enumerate(entries, start=1):
            rows.append(
                (
                    str(number),
                    entry.association.name,
                    entry.association.credit_code,
                    entry.revision.title,
                    f"第{entry.revision.number}版",
                    entry.get_source_display(),
                    entry.revision.digest,
                )
            )
        for row in rows:
            cells = []
            for text in row:
                cell = WriteOnlyCell(sheet, value=text)
                cell.data_type = "s"
                cells.append(cell)
            sheet.append(cells)
    return book


def _listed(path: Path) -> dict[str, str | int]:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(1024 * 1024):
            digest.update(chunk)
    return {"name": path.name, "digest": digest.hexdigest(), "size": path.stat().st_size}
