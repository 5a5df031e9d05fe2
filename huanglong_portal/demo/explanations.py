"""What filers say to findings that ask for an explanation (请说明)."""

from associations.models import User
from filings import services
from filings.checks import Severity
from filings.models import Revision
from filings.services.checking import findings_of

# By what is really wrong, where something is.
_SAID = {
    "price": "该条经会员大会讨论通过，本意是防止无序竞争、保护会员利益。",
    "": "已逐字复核，该处符合本组织实际，不涉及统一价格、限制产量、划分市场或者抵制交易。",
}


def explain(revision_id: int, by: User, flaw: str = "") -> None:
    """Say something to every finding of a draft that waits for an explanation."""
    draft = Revision.objects.select_related("filing__association").get(pk=revision_id)
    said = _SAID.get(flaw, _SAID[""])
    waiting = {
        found.finding.fingerprint: said
        for found in findings_of(draft)
        if found.answer is None and found.finding.severity == Severity.PLEASE_EXPLAIN
    }
    if waiting:
        services.explain_findings(revision_id=draft.pk, texts=waiting, by=by)
