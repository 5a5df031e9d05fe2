"""Editions: opened, filled from what is approved, edited, frozen, released."""

from collections.abc import Iterable, Mapping

from django.db import transaction
from django.db.models import Max

from associations.models import User
from filings.models import CarryOver, Revision, Round
from filings.workflow import State
from huanglong_portal.common import audit, dates
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused

from .. import permissions, signals
from ..models import Edition, EditionVolume, Entry, Volume
from ..ordering import sort_key

EDITABLE = (
    "title",
    "order_by",
    "preface",
    "editors",
    "permit_number",
    "opens_on_right",
    "part_pages",
)
PREFACE = (
    "为深入推进行业协会商会诚信自律建设，根据《关于深入推进行业协会商会诚信自律建设工作的通知》，"
    "{bureau}将各单位报送并经审定的材料汇编成册，报上级部门和有关部门参考。\n"
    "本汇编收录{round}中审定的材料，每份材料注明所依据的版本。已经审定、本次沿用的材料一并收录。\n"
    "各单位按{order}排列。材料原文照录，仅作体例上的统一；附件按页缩排在正文之后，附件不便排印的，"
    "在文末列出名称。\n"
    "典型案例中不便公开的会员名称已作隐去处理。各单位现行材料以平台公开的版本为准，"
    "可以扫描各章首页的二维码核对。"
)


@transaction.atomic
def open_edition(*, round_id: int, by: User | None, title: str = "") -> Edition:
    """Begin an edition of a round and fill it with what is approved so far.

    ``by`` is None for the system (the first edition that a command prints). Raises NotAllowed.
    """
    if by is not None and not permissions.may_edit(by):
        raise NotAllowed("汇编由受理科室的经办人或负责人编辑。")
    chosen = Round.objects.select_for_update().get(pk=round_id)
    number = (chosen.editions.aggregate(last=Max("number"))["last"] or 0) + 1
    previous = Edition.objects.filter(state=Edition.State.RELEASED).order_by("-released_at").first()
    edition = Edition.objects.create(
        round=chosen,
        number=number,
        year=chosen.year,
        title=title or f"{chosen.year}年度" + (f"第{number}版" if number > 1 else ""),
        based_on=previous,
        created_by=by or chosen.created_by,
        created_at=dates.now(),
    )
    EditionVolume.objects.bulk_create(
        EditionVolume(edition=edition, volume=volume) for volume in Volume.objects.active()
    )
    _fill(edition)
    audit.record("compilations.open_edition", actor=by, target=edition, data={"round": chosen.slug})
    return edition


@transaction.atomic
def gather(*, edition_id: int) -> Edition:
    """Bring a draft up to what is approved now; exclusions made so far stand. A frozen edition
    stays as it is."""
    edition = Edition.objects.select_for_update().get(pk=edition_id)
    if edition.state == Edition.State.DRAFT:
        _fill(edition)
    return edition


def gather_drafts(*, round_id: int) -> None:
    """Bring every draft edition of a round up to what is approved now."""
    for edition_id in Edition.objects.filter(
        round_id=round_id, state=Edition.State.DRAFT
    ).values_list("pk", flat=True):
        gather(edition_id=edition_id)


@transaction.atomic
def edit_edition(*, edition_id: int, by: User, changes: Mapping[str, object]) -> Edition:
    """Change preface, editors, order and the like. Raises Conflict once it is frozen."""
    edition = _draft(edition_id, by)
    changed = sorted(name for name in changes if name in EDITABLE)
    for name in changed:
        setattr(edition, name, changes[name])
    edition.save(update_fields=changed)
    _fill(edition)
    audit.record("compilations.edit_edition", actor=by, target=edition, data={"changed": changed})
    return edition


@transaction.atomic
def exclude(*, entry_id: int, reason: str, by: User) -> Entry:
    """Leave a document out of the volume, with a reason that the appendix prints."""
    if not reason.strip():
        raise Refused("请写明不收录的理由，附录中会印出。", "reason")
    return _decide(entry_id, by, included=False, reason=reason.strip())


@transaction.atomic
def include(*, entry_id: int, by: User) -> Entry:
    """Take a document that was left out back into the volume."""
    return _decide(entry_id, by, included=True, reason="")


@transaction.atomic
def freeze(*, edition_id: int, by: User) -> Edition:
    """定目: from now on the edition holds exactly these versions in this order."""
    edition = _draft(edition_id, by)
    if not permissions.may_release(by):
        raise NotAllowed("定目由负责人办理。")
    _fill(edition)
    if not Entry.objects.filter(edition_volume__edition=edition, included=True).exists():
        raise Refused("还没有可以收录的材料。审定材料后再定目。")
    edition.state, edition.frozen_by, edition.frozen_at = Edition.State.FROZEN, by, dates.now()
    edition.save(update_fields=["state", "frozen_by", "frozen_at"])
    audit.record(
        "compilations.freeze",
        actor=by,
        target=edition,
        data={
            "revisions": list(
                Entry.objects.filter(edition_volume__edition=edition, included=True)
                .order_by("edition_volume", "position")
                .values_list("revision__digest", flat=True)
            )[:2000]
        },
    )
    return edition


@transaction.atomic
def reopen(*, edition_id: int, by: User) -> Edition:
    """Take 定目 back before release, so that corrections can go in."""
    edition = Edition.objects.select_for_update().get(pk=edition_id)
    if not permissions.may_release(by):
        raise NotAllowed("重新编辑由负责人办理。")
    if edition.state != Edition.State.FROZEN:
        raise Conflict(f"这一版现在是“{edition.get_state_display()}”，不能重新编辑。")
    edition.state, edition.frozen_by, edition.frozen_at = Edition.State.DRAFT, None, None
    edition.save(update_fields=["state", "frozen_by", "frozen_at"])
    _fill(edition)
    audit.record("compilations.reopen", actor=by, target=edition)
    return edition


@transaction.atomic
def release(*, edition_id: int, by: User) -> Edition:
    """定稿: every volume has a final book in which nothing is amiss. Raises Refused naming what
    is still missing."""
    edition = Edition.objects.select_for_update().get(pk=edition_id)
    if not permissions.may_release(by):
        raise NotAllowed("定稿由负责人办理。")
    if edition.state != Edition.State.FROZEN:
        raise Conflict(f"这一版现在是“{edition.get_state_display()}”，定目并编印正本后才能定稿。")
    waiting = [
        str(one.volume)
        for one in edition.volumes.select_related("volume", "current")
        if one.current is None or one.current.is_proof or one.current.amiss
    ]
    if waiting:
        raise Refused(f"还有没编好正本的分卷：{'、'.join(waiting)}。请先编印正本。")
    edition.state, edition.released_by, edition.released_at = (
        Edition.State.RELEASED,
        by,
        dates.now(),
    )
    edition.save(update_fields=["state", "released_by", "released_at"])
    audit.record(
        "compilations.release",
        actor=by,
        target=edition,
        data={
            "books": {
                str(one.volume_id): one.current.input_digest
                for one in edition.volumes.select_related("current")
                if one.current
            }
        },
    )
    signals.edition_released.send(Edition, edition_id=edition.pk)
    return edition


def _draft(edition_id: int, by: User) -> Edition:
    edition = Edition.objects.select_for_update().get(pk=edition_id)
    if not permissions.may_edit(by):
        raise NotAllowed("汇编由受理科室的经办人或负责人编辑。")
    if edition.state != Edition.State.DRAFT:
        raise Conflict(
            f"这一版现在是“{edition.get_state_display()}”，不能再改。如需更正，请由负责人重新编辑。"
        )
    return edition


def _decide(entry_id: int, by: User, *, included: bool, reason: str) -> Entry:
    entry = Entry.objects.select_related("edition_volume", "revision").get(pk=entry_id)
    _draft(entry.edition_volume.edition_id, by)
    entry = Entry.objects.select_for_update().select_related("revision").get(pk=entry_id)
    entry.included, entry.reason, entry.decided_by = included, reason, by
    entry.save(update_fields=["included", "reason", "decided_by"])
    audit.record(
        "compilations.include" if included else "compilations.exclude",
        actor=by,
        target=entry,
        association_id=entry.association_id,
        revision_digest=entry.revision.digest,
        data={"reason": reason},
    )
    return entry


def _fill(edition: Edition) -> None:
    """Make the entries of a draft equal what is approved: new ones in, replaced ones exchanged,
    withdrawn ones out, in the edition's order."""
    candidates: dict[str, dict[int, tuple[Revision, str]]] = {}
    for revision, source in _approved(edition):
        candidates.setdefault(revision.filing.material, {})[revision.filing_id] = (revision, source)
    for edition_volume in edition.volumes.select_related("volume"):
        wanted = candidates.get(edition_volume.volume.material, {})
        _fill_volume(edition, edition_volume, wanted)


def _approved(edition: Edition) -> Iterable[tuple[Revision, str]]:
    related = ("filing", "filing__association")
    carried = CarryOver.objects.filter(
        slot__round_id=edition.round_id, revision__state=State.APPROVED
    ).values("revision")
    for revision in Revision.objects.filter(pk__in=carried).select_related(*related):
        yield revision, Entry.Source.CARRIED_OVER
    filed = Revision.objects.approved().filter(slot__round_id=edition.round_id)
    for revision in filed.select_related(*related).defer("blocks", "warnings"):
        yield revision, Entry.Source.FILED


def _fill_volume(
    edition: Edition, edition_volume: EditionVolume, wanted: Mapping[int, tuple[Revision, str]]
) -> None:
    existing = {entry.filing_id: entry for entry in edition_volume.entries.all()}
    Entry.objects.filter(
        pk__in=[entry.pk for filing, entry in existing.items() if filing not in wanted]
    ).delete()

    def place(item: tuple[int, tuple[Revision, str]]) -> tuple[object, ...]:
        revision = item[1][0]
        association = revision.filing.association
        key = sort_key(
            edition.order_by,
            name=association.name,
            pinyin=association.name_sort_key,
            industry=association.industry,
            registered_on=association.registered_on,
            credit_code=association.credit_code,
        )
        return (*key, revision.filing_id)

    new, changed = [], []
    for position, (filing_id, (revision, source)) in enumerate(
        sorted(wanted.items(), key=place), start=1
    ):
        entry = existing.get(filing_id)
        if entry is None:
            new.append(
                Entry(
                    edition_volume=edition_volume,
                    filing_id=filing_id,
                    revision=revision,
                    association=revision.filing.association,
                    source=source,
                    position=position,
                )
            )
        elif (entry.revision_id, entry.source, entry.position) != (revision.pk, source, position):
            entry.revision, entry.source, entry.position = revision, source, position
            changed.append(entry)
    Entry.objects.bulk_create(new, batch_size=500)
    Entry.objects.bulk_update(changed, ["revision", "source", "position"], batch_size=500)
