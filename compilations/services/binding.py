"""Binding a run: its pieces and its manifest become books, kept and pointed to."""

import datetime as dt
import tempfile
from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pikepdf
from django.db import transaction
from django.db.models import F, Q

from filings.presentation import Section
from huanglong_portal.common import audit, blobs, dates
from huanglong_portal.common.models import Blob
from huanglong_portal.common.pdf import PrintingError
from huanglong_portal.common.phrases import digest_short

from ..models import BoundPart, Build, BuildPiece, EditionVolume, Fragment
from ..typesetting import sheets
from ..typesetting.binding import Bound, bind
from ..typesetting.entries import Book, Chapter, Imprint, Opening, Part
from ..typesetting.pagination import divide, division_names, end_of, paginate
from .printing import ATTEMPTS, post_binding

LEASE = dt.timedelta(minutes=10)
_AGAIN = dt.timedelta(seconds=15)
_BEAT = dt.timedelta(seconds=20)
GIVEN_UP = "合成全书三次都没有完成，请联系系统管理员查看后台记录后重试。"


class Superseded(Exception):
    """The run was cancelled or taken over: what is being made here may not be kept."""


def assemble_volume(*, build_id: int) -> bool:
    """Bind the books of a run whose pieces are all set. False when there is nothing to do here.

    In a proof a document that could not be set is stood in for by a marked page; a final run
    stops and names it. The result is kept only if the run's token is still ours.
    """
    build = _claim(build_id)
    if build is None:
        return False
    pieces = list(build.pieces.select_related("fragment").order_by("position"))
    amiss = _amiss(build, pieces)
    try:
        if amiss and not build.is_proof:
            named = "；".join(
                f"{one['association']}《{one['title']}》：{one['cause']}" for one in amiss
            )
            _fail(build, f"有材料未能排印，正本没有合成。{named}"[:500], amiss)
            return True
        parts = _bind_parts(build, pieces)
    except Superseded:
        return False
    except (PrintingError, pikepdf.PdfError) as broken:
        _fail(build, f"合成全书时出错：{broken}"[:500], amiss)
        return True
    except BaseException:
        Build.objects.filter(pk=build.pk, token=build.token).update(lease_until=None)
        raise
    return _finish(build, parts, amiss)


def _claim(build_id: int) -> Build | None:
    moment = dates.now()
    build = Build.objects.filter(pk=build_id).select_related("edition_volume__volume").first()
    if build is None or build.state not in (Build.State.SETTING, Build.State.BINDING):
        return None
    if build.pieces.filter(fragment__state__in=("waiting", "running")).exists():
        post_binding(build, again_in=_AGAIN)  # in case the hint of the last piece is lost
        return None
    free = Build.objects.filter(
        Q(lease_until__isnull=True) | Q(lease_until__lt=moment), pk=build_id, token=build.token
    )
    if build.attempts >= ATTEMPTS:
        if free.update(token=F("token") + 1):
            build.refresh_from_db()
            _fail(build, GIVEN_UP, [])
        return None
    taken = free.update(
        state=Build.State.BINDING,
        bound=0,
        token=F("token") + 1,
        attempts=F("attempts") + 1,
        lease_until=moment + LEASE,
    )
    if not taken:
        return None
    build.refresh_from_db()
    return build


def _amiss(build: Build, pieces: Sequence[BuildPiece]) -> list[dict[str, str]]:
    said = build.manifest["pieces"]
    openings = build.manifest["openings"]
    return [
        {
            "association": openings[str(said[piece.position]["association"])]["association"],
            "title": said[piece.position]["title"],
            "file_name": piece.fragment.file_name,
            "cause": piece.fragment.error,
            "fragment": str(piece.fragment_id),
        }
        for piece in pieces
        if piece.fragment.state == Fragment.State.FAILED
    ]


def _bind_parts(build: Build, pieces: Sequence[BuildPiece]) -> list[tuple[str, Blob, Bound]]:
    manifest = build.manifest
    chapters = _chapters(manifest, pieces)
    divided = divide(chapters, manifest["part_pages"]) if chapters else [[]]
    names = division_names(len(divided))
    made: list[tuple[str, Blob, Bound]] = []
    first_page, done = 1, 0
    with tempfile.TemporaryDirectory(prefix="huanglong-book-") as folder:
        for number, (name, some) in enumerate(zip(names, divided, strict=True)):
            is_last = number == len(divided) - 1
            book = _book(build, some, name, first_page, is_last)
            target = Path(folder) / f"{number + 1}.pdf"
            bound = bind(book, target, progress=_beat(build, done))
            with target.open("rb") as stream:
                made.append((name, blobs.store(stream, "application/pdf"), bound))
            target.unlink()
            done += len(some)
            placed = paginate(
                some, first_page=first_page, opens_on_right=manifest["opens_on_right"]
            )
            first_page = end_of(placed, first_page)
            first_page += 1 - first_page % 2  # each book begins on a right-hand page
    return made


def _chapters(manifest: dict[str, Any], pieces: Sequence[BuildPiece]) -> list[Chapter]:
    said = manifest["pieces"]
    chapters = []
    for key, some in groupby(pieces, key=lambda piece: said[piece.position]["association"]):
        opening = manifest["openings"][str(key)]
        chapters.append(
            Chapter(
                opening=Opening(
                    association=opening["association"],
                    facts=tuple((term, value) for term, value in opening["facts"]),
                    address=opening["address"],
                ),
                documents=tuple(
                    _part(piece, said[piece.position]["title"], opening["association"])
                    for piece in some
                ),
                industry=opening["industry"],
            )
        )
    return chapters


def _part(piece: BuildPiece, title: str, association: str) -> Part:
    fragment = piece.fragment
    digest, pages = fragment.blob_id, fragment.pages
    if digest and pages:
        return Part(title, pages, lambda: blobs.read_blob(digest))
    sheet = sheets.set_amiss(
        association=association,
        title=title,
        file_name=fragment.file_name,
        cause=fragment.error,
    )
    return Part(title, sheet.pages, lambda: sheet.pdf)


def _book(
    build: Build,
    chapters: Sequence[Chapter],
    division: str,
    first_page: int,
    is_last: bool,
) -> Book:
    manifest = build.manifest
    said = manifest["imprint"]
    digest = ("校验摘要", digest_short(build.input_digest))
    back = [_section(section) for section in manifest["back"]] if is_last else []
    return Book(
        imprint=Imprint(
            title=said["title"],
            bureau=said["bureau"],
            edition=said["edition"],
            month=said["month"],
            division=division,
            colophon=(*((term, value) for term, value in said["colophon"]), digest),
            address=said["address"],
            is_proof=said["is_proof"],
        ),
        chapters=tuple(chapters),
        editors=tuple((post, names) for post, names in manifest["editors"]),
        preface=tuple(manifest["preface"]),
        front=tuple(_section(section) for section in manifest["front"]),
        notice=tuple((kind, text) for kind, text in manifest["notice"]) if is_last else (),
        back=tuple(back),
        first_page=first_page,
        opens_on_right=manifest["opens_on_right"],
    )


def _section(said: dict[str, Any]) -> Section:
    return Section(
        title=said["title"],
        facts=tuple((term, value) for term, value in said["facts"]),
        columns=tuple(said["columns"]),
        rows=tuple(tuple(row) for row in said["rows"]),
    )


def _beat(build: Build, before: int) -> Callable[[int, int], None]:
    """Tell how far we are, prolong the lease, and stop when the run is no longer ours."""
    last = dates.now()

    def beat(done: int, whole: int) -> None:
        nonlocal last
        moment = dates.now()
        if moment - last < _BEAT and done != whole:
            return
        last = moment
        kept = Build.objects.filter(pk=build.pk, token=build.token).update(
            bound=before + done, lease_until=moment + LEASE
        )
        if not kept:
            raise Superseded

    return beat


@transaction.atomic
def _finish(
    build: Build, parts: Sequence[tuple[str, Blob, Bound]], amiss: list[dict[str, str]]
) -> bool:
    moment = dates.now()
    written = Build.objects.filter(pk=build.pk, token=build.token).update(
        state=Build.State.DONE,
        lease_until=None,
        finished_at=moment,
        seconds=round((moment - build.requested_at).total_seconds(), 2),
        pages=sum(bound.pages for _, _, bound in parts),
        amiss=amiss,
        error="",
    )
    if not written:
        return False
    BoundPart.objects.filter(build=build).delete()  # of an earlier, amiss result of this run
    BoundPart.objects.bulk_create(
        BoundPart(build=build, number=number, name=name, blob=blob, pages=bound.pages)
        for number, (name, blob, bound) in enumerate(parts, start=1)
    )
    # Never exchange a newer book for an older one that took longer.
    EditionVolume.objects.filter(pk=build.edition_volume_id).filter(
        Q(current__isnull=True) | Q(current__requested_at__lte=build.requested_at)
    ).update(current=build)
    audit.record(
        "compilations.bound",
        actor=None,
        target=build,
        data={
            "input": build.input_digest,
            "books": [blob.digest for _, blob, _ in parts],
            "proof": build.is_proof,
            "amiss": len(amiss),
        },
    )
    return True


@transaction.atomic
def _fail(build: Build, sentence: str, amiss: list[dict[str, str]]) -> None:
    failed = Build.objects.filter(pk=build.pk, token=build.token).update(
        state=Build.State.FAILED,
        lease_until=None,
        finished_at=dates.now(),
        error=sentence,
        amiss=amiss,
    )
    if failed:
        audit.record("compilations.failed", actor=None, target=build, data={"error": sentence})
