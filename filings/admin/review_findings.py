"""The findings of a revision as its reviewer works on them: place, verdict, remark made of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..checks import Severity
from ..finding_groups import Group, grouped
from ..forms import MATERIAL_FORMS
from ..models import FindingVerdict, Remark, Revision
from ..services.checking import OpenFinding, findings_of
from ..services.verdicts import CONSULTED_ABOUT, remark_text


@dataclass(frozen=True, slots=True)
class ReviewedFinding:
    """One finding with where it is, how people call that place, and what officers did with it."""

    open: OpenFinding
    place: str
    place_url: str
    remark: Remark | None

    @property
    def answered_since(self) -> bool:
        """Whether the filer explained anew after the verdict was given."""
        answer, verdict = self.open.answer, self.open.verdict
        return bool(answer and verdict and answer.at > verdict.at)

    @property
    def verdicts(self) -> list[FindingVerdict.Verdict]:
        """The verdicts an officer may give here."""
        consulted = self.open.finding.rule_id in CONSULTED_ABOUT
        return [
            verdict
            for verdict in FindingVerdict.Verdict
            if consulted or verdict != FindingVerdict.Verdict.CONSULT
        ]


def reviewed_findings(
    revision: Revision, *, names: Mapping[str, str], remarks: Iterable[Remark]
) -> list[Group[ReviewedFinding]]:
    """The findings of a revision by class and rule. ``names`` are the places of the text, anchor →
    how people call it; ``remarks`` those of the revision."""
    made = {(remark.anchor, remark.text): remark for remark in remarks}
    return grouped(
        ReviewedFinding(
            one,
            place_name(revision.filing.material, one.finding.place, names),
            _url(one.finding.place, names),
            made.get((one.finding.place, remark_text(one.finding.sentence, one.finding.remedy))),
        )
        for one in findings_of(revision)
    )


def place_name(material: str, place: str, names: Mapping[str, str]) -> str:
    """How people call a place: 第十二条, 征求意见从, 附件, 正文."""
    if place in names:
        return names[place]
    fixed = {"body": "正文", "attachments": "附件"}
    return fixed.get(place) or MATERIAL_FORMS[material].label_of(place)


def to_look_at(groups: Iterable[Group[ReviewedFinding]]) -> int:
    """How many findings still want the officer's eye: not hints, not waived, not judged."""
    return sum(
        not one.open.waived and (one.open.verdict is None or one.answered_since)
        for group in groups
        if group.key != Severity.HINT
        for rule in group.rules
        for one in rule.findings
    )


def finding_marks(groups: Iterable[Group[ReviewedFinding]]) -> dict[str, list[str]]:
    """Place → the words that stand beside it in the text: what class, what rule."""
    marks: dict[str, list[str]] = {}
    for group in groups:
        for rule in group.rules:
            for place in dict.fromkeys(one.open.finding.place for one in rule.findings):
                marks.setdefault(place, []).append(f"检查发现（{group.label}）：{rule.title}")
    return marks


def _url(place: str, names: Mapping[str, str]) -> str:
    if place in names:
        return f"#{place}"
    return {"body": "#text-title", "attachments": "#files-title"}.get(place, "#fields")
