"""Print runs: asked for, pieces set by whoever is free, cancelled, tried again."""

import datetime as dt
import tempfile
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from django.db import transaction
from django.db.models import F, Q

from associations.models import User
from filings.models import Revision
from filings.workflow import State as RevisionState
from huanglong_portal.common import audit, blobs, dates, outbox
from huanglong_portal.common.errors import Conflict, NotAllowed

from .. import permissions
from ..models import Build, BuildPiece, Edition, EditionVolume, Fragment
from ..typesetting import sheets
from ..typesetting.attached import UnreadableFile
from .content import document_of, key_of
from .planning import plan

LEASE = dt.timedelta(minutes=10)
ATTEMPTS = 3
GIVEN_UP = "排版三次都没有完成，可能是文件过大或内容异常。请检查附件后重试。"
NOT_KEPT = "存取文件时出错，稍后会自动再试"


@transaction.atomic
def request_compile(
    *, edition_id: int, by: User | None, is_proof: bool, materials: Sequence[str] = ()
) -> list[Build]:
    """编印: one run for each volume (or those of ``materials``); returns them in order.

    Only rows and outbox messages are written. A run with exactly these inputs that is already
    there is found again: finished, it counts as the current book at once; failed or cancelled,
    it starts anew. ``by`` is None for the system. Raises NotAllowed, Conflict.
    """
    if by is not None and not permissions.may_edit(by):
        raise NotAllowed("汇编由受理科室的经办人或负责人编印。")
    edition = Edition.objects.select_for_update().select_related("round").get(pk=edition_id)
    if by is not None and not is_proof and edition.state == Edition.State.DRAFT:
        raise Conflict("定目以后才能编印正本。现在可以编印校样。")
    builds = [
        _request(edition_volume, by, is_proof)
        for edition_volume in edition.volumes.select_related("edition__round", "volume")
        if not materials or edition_volume.volume.material in materials
    ]
    audit.record(
        "compilations.request_compile",
        actor=by,
        target=edition,
        data={"proof": is_proof, "runs": [build.input_digest for build in builds]},
    )
    return builds


def _request(edition_volume: EditionVolume, by: User | None, is_proof: bool) -> Build:
    planned = plan(edition_volume, is_proof=is_proof)
    fragments = _fragments(planned.pieces)
    ready = sum(fragment.state == Fragment.State.READY for fragment in fragments)
    build, created = Build.objects.get_or_create(
        edition_volume=edition_volume,
        input_digest=planned.digest,
        defaults={
            "is_proof": is_proof,
            "manifest": planned.manifest,
            "total": len(fragments),
            "reused": ready,
            "requested_by": by,
            "requested_at": dates.now(),
        },
    )
    if created:
        BuildPiece.objects.bulk_create(
            [
                BuildPiece(build=build, fragment=fragment, position=position)
                for position, fragment in enumerate(fragments)
            ],
            batch_size=500,
        )
    elif build.state == Build.State.DONE and not build.amiss:
        EditionVolume.objects.filter(pk=edition_volume.pk).update(current=build)
        return build
    elif build.state not in (Build.State.SETTING, Build.State.BINDING):
        _start_again(build, by, ready)
    _post_pieces(fragments)
    post_binding(build)
    return build


def _start_again(build: Build, by: User | None, ready: int) -> None:
    build.state, build.error, build.amiss = Build.State.SETTING, "", []
    build.attempts, build.bound, build.lease_until = 0, 0, None
    build.reused, build.requested_by, build.requested_at = ready, by, dates.now()
    build.token += 1  # whoever still works on the old attempt may not write its result
    build.save()


def _fragments(pieces: Iterable[tuple[int, str]]) -> list[Fragment]:
    """The set pieces for these keys, made where they do not exist; failed ones wait again."""
    pairs = list(pieces)
    keys = [key for _, key in pairs]
    Fragment.objects.bulk_create(
        [
            Fragment(key=key, revision_id=revision_id, created_at=dates.now())
            for revision_id, key in pairs
        ],
        ignore_conflicts=True,
        batch_size=500,
    )
    Fragment.objects.filter(key__in=keys, state=Fragment.State.FAILED).update(
        state=Fragment.State.WAITING, attempts=0, error="", file_name="", lease_until=None
    )
    found = Fragment.objects.in_bulk(keys, field_name="key")
    return [found[key] for key in keys]


def _post_pieces(fragments: Iterable[Fragment]) -> None:
    for fragment in fragments:
        if fragment.state != Fragment.State.READY:
            outbox.post(
                "compilations.set_piece",
                {"fragment_id": fragment.pk},
                key=f"set-piece:{fragment.key}:{fragment.token}",
            )


def post_binding(build: Build, *, again_in: dt.timedelta | None = None) -> None:
    """Write down that the book can be bound, or looked at again a little later."""
    outbox.post(
        "compilations.bind",
        {"build_id": build.pk},
        not_before=dates.now() + again_in if again_in else None,
    )


@transaction.atomic
def prepare_piece(*, revision_id: int) -> Fragment | None:
    """Have a document set as soon as it is approved, so that 编印 finds it ready.

    Nothing happens for a revision that is not approved (any more).
    """
    revision = (
        Revision.objects.select_related("filing__association")
        .prefetch_related("attachments__upload")
        .filter(pk=revision_id, state=RevisionState.APPROVED)
        .first()
    )
    if revision is None:
        return None
    key = key_of(revision, has_text=bool(revision.blocks))
    fragment = _fragments([(revision.pk, key)])[0]
    _post_pieces([fragment])
    return fragment


def set_piece(*, fragment_id: int) -> bool:
    """Set one document and keep the result. False when somebody else does or did.

    A document that cannot be set is marked with its cause and the file; what goes wrong outside
    (storage away) is raised, and tried again by the outbox.
    """
    fragment = _claim(fragment_id)
    if fragment is None:
        return False
    started = time.monotonic()
    mine = Fragment.objects.filter(pk=fragment.pk, token=fragment.token)
    try:
        sheet = _set(fragment)
        blob = blobs.store(sheet.pdf, "application/pdf")
    except (sheets.NotPrintable, UnreadableFile) as refused:
        result: dict[str, object] = {
            "state": Fragment.State.FAILED,
            "error": str(refused)[:500],
            "file_name": refused.file_name[:200],
        }
    except BaseException as trouble:
        mine.update(lease_until=None, error=f"{NOT_KEPT}（{type(trouble).__name__}）")
        raise
    else:
        result = {"state": Fragment.State.READY, "blob": blob, "pages": sheet.pages, "error": ""}
    return _finish(fragment, result, time.monotonic() - started)


def _claim(fragment_id: int) -> Fragment | None:
    """Take the piece under a lease with a new token; None when it is taken or finished."""
    moment = dates.now()
    fragment = Fragment.objects.filter(pk=fragment_id).first()
    if fragment is None:
        return None
    free = (
        Fragment.objects.unfinished()
        .filter(Q(lease_until__isnull=True) | Q(lease_until__lt=moment))
        .filter(pk=fragment_id, token=fragment.token)
    )
    if fragment.attempts >= ATTEMPTS:
        if free.update(token=F("token") + 1, lease_until=None):
            fragment.refresh_from_db()
            given_up: dict[str, object] = {
                "state": Fragment.State.FAILED,
                "error": fragment.error or GIVEN_UP,
            }
            _finish(fragment, given_up, 0)
        return None
    taken = free.update(
        state=Fragment.State.RUNNING,
        token=F("token") + 1,
        attempts=F("attempts") + 1,
        lease_until=moment + LEASE,
    )
    if not taken:
        return None
    fragment.refresh_from_db()
    return fragment


def _set(fragment: Fragment) -> sheets.Sheet:
    revision = (
        Revision.objects.select_related("filing__association")
        .prefetch_related("attachments__upload")
        .get(pk=fragment.revision_id)
    )
    with tempfile.TemporaryDirectory(prefix="huanglong-piece-") as folder:
        return sheets.set_document(document_of(revision, Path(folder)))


@transaction.atomic
def _finish(fragment: Fragment, result: dict[str, object], seconds: float) -> bool:
    """Write the result if the token is still ours, and wake the runs that waited for it."""
    written = Fragment.objects.filter(pk=fragment.pk, token=fragment.token).update(
        lease_until=None, finished_at=dates.now(), seconds=round(seconds, 3), **result
    )
    if not written:
        return False
    waiting = Build.objects.select_for_update(of=("self",)).filter(
        state=Build.State.SETTING, pieces__fragment_id=fragment.pk
    )
    for build in waiting.order_by("pk"):
        if not build.pieces.filter(fragment__state__in=("waiting", "running")).exists():
            post_binding(build)
    return True


@transaction.atomic
def retry_piece(*, fragment_id: int, by: User) -> Fragment:
    """Try one failed document again, alone."""
    if not permissions.may_edit(by):
        raise NotAllowed("汇编由受理科室的经办人或负责人编印。")
    fragment = Fragment.objects.select_for_update().get(pk=fragment_id)
    if fragment.state != Fragment.State.FAILED:
        raise Conflict("这份材料不在“排版未成功”的状态，不需要重试。")
    fragment.state, fragment.attempts, fragment.error = Fragment.State.WAITING, 0, ""
    fragment.token += 1
    fragment.file_name, fragment.lease_until = "", None
    fragment.save()
    _post_pieces([fragment])
    audit.record(
        "compilations.retry_piece",
        actor=by,
        target=fragment,
        association_id=fragment.revision.filing.association_id,
        revision_digest=fragment.revision.digest,
    )
    return fragment


@transaction.atomic
def cancel(*, build_id: int, by: User) -> Build:
    """Stop a run. Pieces that are set stay set; the current book stays current."""
    if not permissions.may_edit(by):
        raise NotAllowed("汇编由受理科室的经办人或负责人编印。")
    build = Build.objects.select_for_update().get(pk=build_id)
    if build.state not in (Build.State.SETTING, Build.State.BINDING):
        raise Conflict(f"这次编印已经是“{build.get_state_display()}”。")
    build.state, build.lease_until = Build.State.CANCELLED, None
    build.token += 1
    build.finished_at = dates.now()
    build.save(update_fields=["state", "lease_until", "token", "finished_at"])
    audit.record("compilations.cancel", actor=by, target=build)
    return build
