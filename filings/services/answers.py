"""Explaining what a check asks about (请说明): once for the document, kept for later versions."""

from collections.abc import Mapping

from django.db import transaction

from associations.models import User
from huanglong_portal.common import audit, dates
from huanglong_portal.common.errors import Refused

from ..checks import Severity
from ..models import FindingAnswer
from .checking import findings_of
from .locking import lock_draft


@transaction.atomic
def explain_findings(*, revision_id: int, texts: Mapping[str, str], by: User) -> int:
    """Keep the filer's explanations, fingerprint of the finding → text; returns how many are new
    or changed. Empty texts change nothing.

    Raises Refused for a finding that the draft does not have (any more) or that cannot be
    explained away, NotAllowed and Conflict as for every change of a draft.
    """
    draft = lock_draft(revision_id, by)
    open_findings = {
        one.finding.fingerprint: one
        for one in findings_of(draft)
        if one.finding.severity == Severity.PLEASE_EXPLAIN
    }
    changed = 0
    said = {key: text.strip() for key, text in texts.items() if text.strip()}
    for fingerprint, text in said.items():
        if fingerprint not in open_findings:
            raise Refused("这一处刚才已经变动，不再需要说明。请刷新页面。")
        known = open_findings[fingerprint]
        if known.answer and known.answer.text == text:
            continue
        answer, _ = FindingAnswer.objects.update_or_create(
            filing_id=draft.filing_id,
            fingerprint=fingerprint,
            defaults={
                "rule_id": known.finding.rule_id,
                "text": text,
                "by": by,
                "at": dates.now(),
            },
        )
        audit.record(
            "filings.explain_finding",
            actor=by,
            target=answer,
            association_id=draft.filing.association_id,
            data={"rule": known.finding.rule_id, "text": text},
        )
        changed += 1
    return changed
