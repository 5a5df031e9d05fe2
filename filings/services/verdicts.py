"""The officer's verdict on what a check found, and turning a finding into a remark."""

from django.db import transaction

from associations.models import User
from huanglong_portal.common import audit, dates
from huanglong_portal.common.errors import Conflict, NotAllowed, Refused

from .. import permissions
from ..checks import competition
from ..models import FindingVerdict, Remark, Revision
from ..workflow import Role, State
from .checking import OpenFinding, findings_of
from .locking import lock_revision
from .remarks import add_remark

# Whether a clause is a monopoly agreement is for the market regulator to say, and only that.
CONSULTED_ABOUT = frozenset({competition.RULE.id, competition.HINT.id})


@transaction.atomic
def judge_finding(
    *, revision_id: int, fingerprint: str, verdict: str, by: User, note: str = ""
) -> FindingVerdict:
    """Keep what the officer makes of a finding; it holds for later versions with the same words.

    Raises NotAllowed (not of this office, or represents the organisation), Conflict (not under
    review), Refused (the finding is gone, no such verdict, or 不构成问题 without a reason).
    """
    revision = _lock_reviewed(revision_id, by)
    found = _finding(revision, fingerprint)
    if verdict not in FindingVerdict.Verdict.values:
        raise Refused("请选择一种判断。")
    if verdict == FindingVerdict.Verdict.CONSULT and found.finding.rule_id not in CONSULTED_ABOUT:
        raise Refused("只有可能限制竞争的内容才需要征求市场监管部门意见。")
    if verdict == FindingVerdict.Verdict.CLEARED and not note.strip():
        raise Refused("请写明为什么不构成问题，以后审核的人会看到。", "note")
    kept = FindingVerdict.objects.create(
        filing_id=revision.filing_id,
        revision=revision,
        fingerprint=fingerprint,
        rule_id=found.finding.rule_id,
        verdict=verdict,
        note=note.strip(),
        by=by,
        at=dates.now(),
    )
    audit.record(
        "filings.judge_finding",
        actor=by,
        target=kept,
        association_id=revision.filing.association_id,
        revision_digest=revision.digest,
        data={"rule": kept.rule_id, "verdict": kept.verdict, "note": kept.note},
    )
    return kept


@transaction.atomic
def remark_on_finding(*, revision_id: int, fingerprint: str, by: User, place: str = "") -> Remark:
    """Make a finding a remark at its own place, so that a return carries it along. ``place`` is
    how people call that place. Raises as ``judge_finding``, and Conflict when there is one."""
    revision = _lock_reviewed(revision_id, by)
    finding = _finding(revision, fingerprint).finding
    text = remark_text(finding.sentence, finding.remedy)
    if revision.remarks.filter(anchor=finding.place, text=text).exists():
        raise Conflict("这一处已经列入审核意见。")
    return add_remark(
        revision_id=revision_id, by=by, text=text, anchor=finding.place, place=place[:60]
    )


def remark_text(sentence: str, remedy: str) -> str:
    """What a remark says that was made of a finding."""
    return f"{sentence}\n{remedy}"


def _lock_reviewed(revision_id: int, by: User) -> Revision:
    revision = lock_revision(revision_id)
    if not permissions.roles_of(by, revision.slot) & {Role.HANDLER, Role.CHIEF}:
        raise NotAllowed("这份材料由另一科室受理，您不能判断它的检查结果。")
    if permissions.is_conflicted(by, revision.filing.association):
        raise NotAllowed("您同时代表该组织报送，不能审核它的材料，请交由同事办理。")
    if revision.state not in (State.IN_REVIEW, State.ENDORSED):
        raise Conflict("只有审核中的材料可以记录判断，请先受理。")
    return revision


def _finding(revision: Revision, fingerprint: str) -> OpenFinding:
    for found in findings_of(revision):
        if found.finding.fingerprint == fingerprint:
            return found
    raise Refused("这一处现在没有检查发现，可能刚刚变动。请刷新页面。")
