"""The tables that a volume carries besides the documents: changes, catalogue, who filed what."""

from collections import Counter
from collections.abc import Iterator, Sequence

from associations.kinds import Category
from filings.materials import Material
from filings.models import Declaration, Slot
from filings.presentation import (
    STANDARD_KINDS,
    STANDARD_ROLES,
    STANDARD_STAGES,
    STANDARD_STATUSES,
    Section,
)
from filings.querysets import PROGRESS

from ..models import EditionVolume, Entry

_IN_PREPARATION = {"drafting", "revising"}
_NO_DOCUMENT = {"missing": "未报送", "draft": "填报中"}


def front_sections(edition_volume: EditionVolume) -> Iterator[Section]:
    """What a reader wants before the contents: what changed, and for standards the catalogue."""
    changes = _changes(edition_volume)
    if changes.rows:
        yield changes
    if edition_volume.volume.material == Material.STANDARD:
        yield from _catalogue(edition_volume)


def back_sections(edition_volume: EditionVolume) -> Iterator[Section]:
    """Who filed what and what is not in the volume, and the figures."""
    yield _register(edition_volume)
    left_out = _left_out(edition_volume)
    if left_out.rows:
        yield left_out
    yield _statistics(edition_volume)


def _changes(edition_volume: EditionVolume) -> Section:
    """与上一版对照: new, revised, carried over, withdrawn, still missing (first thing a superior
    reads). Empty when there is no earlier edition."""
    columns = ("单位", "材料", "变化", "说明")
    previous = edition_volume.edition.based_on
    if previous is None:
        return Section("与上一版对照表", columns=columns)
    now = {entry.filing_id: entry for entry in _entries(edition_volume)}
    before = {
        entry.filing_id: entry
        for entry in Entry.objects.filter(
            edition_volume__edition=previous, edition_volume__volume=edition_volume.volume
        )
        .included()
        .select_related("association", "revision")
    }
    rows = []
    for filing_id, entry in now.items():
        old = before.get(filing_id)
        if old is None:
            rows.append((entry.association.name, entry.revision.title, "新收录", ""))
        elif old.revision_id != entry.revision_id:
            rows.append(
                (
                    entry.association.name,
                    entry.revision.title,
                    "已修订",
                    f"第{old.revision.number}版改为第{entry.revision.number}版",
                )
            )
        else:
            rows.append((entry.association.name, entry.revision.title, "沿用", ""))
    rows += [
        (old.association.name, old.revision.title, "本版未收录", "")
        for filing_id, old in before.items()
        if filing_id not in now
    ]
    return Section(f"与上一版（{previous.title}）对照表", columns=columns, rows=tuple(rows))


def _catalogue(edition_volume: EditionVolume) -> Iterator[Section]:
    """标准一览表: 已经制定的 and 在研的 (通知 三 3), numbers before texts."""
    made, in_preparation = [], []
    for entry in _entries(edition_volume):
        fields = entry.revision.fields
        name = str(fields.get("name") or entry.revision.title)
        kind = STANDARD_KINDS.get(fields.get("standard_kind", ""), "")
        role = STANDARD_ROLES.get(fields.get("role", ""), "")
        if fields.get("status") in _IN_PREPARATION:
            stage = STANDARD_STAGES.get(fields.get("stage", ""), "")
            planned = str(fields.get("planned_on") or "")
            in_preparation.append(
                (
                    name,
                    "\n".join(filter(None, (kind, role))),
                    stage,
                    planned,
                    entry.association.name,
                )
            )
        else:
            status = STANDARD_STATUSES.get(fields.get("status", ""), "")
            number = str(fields.get("number") or "").replace(" ", "\n")
            effective = str(fields.get("effective_on") or fields.get("published_on") or "")
            made.append(
                (
                    number,
                    name,
                    "\n".join(filter(None, (kind, role))),
                    "\n".join(filter(None, (status, effective))),
                    entry.association.name,
                )
            )
    if made:
        yield Section(
            "已经制定的标准一览表",
            columns=("编号", "名称", "类别与角色", "状态与实施日期", "报送单位"),
            rows=tuple(made),
        )
    if in_preparation:
        yield Section(
            "在研标准一览表",
            columns=("名称", "类别与角色", "阶段", "预计发布", "报送单位"),
            rows=tuple(in_preparation),
        )


def _register(edition_volume: EditionVolume) -> Section:
    """报送情况一览表: every organisation that the round asks for this material."""
    slots = (
        Slot.objects.filter(
            round=edition_volume.edition.round, material=edition_volume.volume.material
        )
        .with_progress()
        .select_related("association")
        .order_by("association__name_sort_key", "association_id")
    )
    counted = Counter(entry.association_id for entry in _entries(edition_volume))
    out = Counter(edition_volume.entries.left_out().values_list("association_id", flat=True))
    plans = dict(
        Declaration.objects.filter(
            slot__round=edition_volume.edition.round,
            slot__material=edition_volume.volume.material,
            replaced_at__isnull=True,
        ).values_list("slot_id", "planned_on")
    )
    rows = []
    for number, slot in enumerate(slots, start=1):
        association = slot.association
        included = counted[association.pk]
        key = slot.progress  # type: ignore[attr-defined]
        if included:
            state = f"已收录{included}份" if included > 1 else "已收录"
        elif out[association.pk]:
            state = "未收录"
        else:
            state = _NO_DOCUMENT.get(key, PROGRESS[key])
        planned = plans.get(slot.pk)
        remark = f"预计{planned.year}年{planned.month}月完成" if planned and not included else ""
        rows.append(
            (str(number), association.name, Category(association.category).label, state, remark)
        )
    return Section(
        "报送情况一览表", columns=("序号", "单位", "类别", "情况", "说明"), rows=tuple(rows)
    )


def _left_out(edition_volume: EditionVolume) -> Section:
    entries = edition_volume.entries.left_out().select_related("association", "revision")
    return Section(
        "未收录说明",
        columns=("单位", "材料", "理由"),
        rows=tuple(
            (entry.association.name, entry.revision.title, entry.reason) for entry in entries
        ),
    )


def _statistics(edition_volume: EditionVolume) -> Section:
    """收录情况统计 by category: what the round asks for, what is in."""
    asked: Counter[str] = Counter()
    for slot in Slot.objects.filter(
        round=edition_volume.edition.round, material=edition_volume.volume.material
    ).select_related("association"):
        asked[slot.association.category] += 1
    documents: Counter[str] = Counter()
    organisations: dict[str, set[int]] = {}
    for entry in _entries(edition_volume):
        category = entry.association.category
        documents[category] += 1
        organisations.setdefault(category, set()).add(entry.association_id)
    rows = [
        (
            Category(category).label,
            str(asked[category]),
            str(len(organisations.get(category, ()))),
            str(documents[category]),
        )
        for category in Category
        if asked[category] or documents[category]
    ]
    total = (
        "合计",
        str(sum(asked.values())),
        str(sum(map(len, organisations.values()))),
        str(sum(documents.values())),
    )
    return Section(
        "收录情况统计",
        columns=("类别", "应报送单位", "已收录单位", "收录材料（份）"),
        rows=(*rows, total),
    )


def _entries(edition_volume: EditionVolume) -> Sequence[Entry]:
    return list(
        edition_volume.entries.included()
        .select_related("association", "revision")
        .defer("revision__blocks", "revision__warnings")
    )
