"""Checks on a real revision: facts gathered here, rules run pure, answers and waivers applied."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from huanglong_portal.common import dates
from huanglong_portal.common.errors import Refused
from huanglong_portal.common.glyphs import missing_glyphs, printable

from ..checks import Facts, Finding, Severity, run
from ..checks.facts import AssociationFacts, AttachedFile
from ..documents import blocks as block_rules
from ..models import FindingAnswer, FindingVerdict, Revision, Waiver


@dataclass(frozen=True, slots=True)
class OpenFinding:
    """A finding with what the people have said to it. ``waiver`` is the newest request to set
    its rule aside, ``verdict`` what an officer last made of it."""

    finding: Finding
    answer: FindingAnswer | None = None
    waiver: Waiver | None = None
    verdict: FindingVerdict | None = None

    @property
    def waived(self) -> bool:
        """Whether its rule is set aside today."""
        return self.waiver is not None and self.waiver.holds_on(dates.today())

    @property
    def may_be_waived(self) -> bool:
        """Whether one may ask to set its rule aside: a hard one, and no request that counts."""
        return self.finding.severity == Severity.MUST_FIX and not (
            self.waived or (self.waiver and self.waiver.state == Waiver.State.ASKED)
        )

    @property
    def blocks_submission(self) -> bool:
        """必须改正 blocks unless waived; 请说明 blocks until it is answered."""
        if self.finding.severity == Severity.MUST_FIX:
            return not self.waived
        return self.finding.severity == Severity.PLEASE_EXPLAIN and self.answer is None


class NotSubmittable(Refused):
    """Submission refused because of findings; ``findings`` says which."""

    def __init__(self, findings: list[OpenFinding]) -> None:
        first = findings[0].finding
        more = f"（另有 {len(findings) - 1} 处）" if len(findings) > 1 else ""
        super().__init__(f"还不能提交：{first.sentence}{more}", first.place)
        self.findings = findings


def facts_of(revision: Revision) -> Facts:
    """Everything the rules look at, read from the database once."""
    association = revision.filing.association
    return Facts(
        material=revision.filing.material,
        title=revision.title,
        fields=revision.fields,
        blocks=block_rules.from_json(revision.blocks),
        attachments=tuple(
            AttachedFile(
                role=attachment.role,
                kind=attachment.upload.file_kind,
                name=attachment.upload.name,
                pages=attachment.upload.pages,
            )
            for attachment in revision.attachments.in_order().select_related("upload")
        ),
        association=AssociationFacts(
            name=association.name,
            category=association.category,
            industry=association.industry,
            registered_on=association.registered_on,
            quorum=(association.quorum_numerator, association.quorum_denominator),
            majority=(association.majority_numerator, association.majority_denominator),
        ),
        today=dates.today(),
        warnings=tuple(revision.warnings),
        missing_glyphs=frozenset(missing_glyphs(printable(_words_of(revision)))),
    )


def _words_of(revision: Revision) -> str:
    """Everything of a revision that is printed: title, fields, body."""
    body = block_rules.plain_text(block_rules.from_json(revision.blocks))
    return "\n".join([revision.title, body, *_texts(revision.fields)])


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def findings_of(revision: Revision) -> list[OpenFinding]:
    """The findings of a revision, hardest first, with what was said to them in any version."""
    answers = {
        answer.fingerprint: answer
        for answer in FindingAnswer.objects.filter(filing_id=revision.filing_id)
    }
    verdicts = {
        verdict.fingerprint: verdict
        for verdict in FindingVerdict.objects.filter(filing_id=revision.filing_id).select_related(
            "by"
        )
    }
    waivers = {
        waiver.rule_id: waiver
        for waiver in Waiver.objects.filter(filing_id=revision.filing_id).order_by("asked_at", "pk")
    }
    return [
        OpenFinding(
            finding,
            answers.get(finding.fingerprint),
            waivers.get(finding.rule_id),
            verdicts.get(finding.fingerprint),
        )
        for finding in run(facts_of(revision))
    ]


def require_submittable(revision: Revision) -> None:
    """Raise NotSubmittable while something must be mended or explained."""
    blocking = [finding for finding in findings_of(revision) if finding.blocks_submission]
    if blocking:
        raise NotSubmittable(blocking)
