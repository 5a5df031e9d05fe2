"""Several officers who decide about the same revision at the same moment."""

from collections import Counter

from filings import services
from filings.models import Decision, Revision
from filings.workflow import Action
from huanglong_portal.common.errors import Conflict
from huanglong_portal.common.models import AuditEvent
from tests.factories import filings, organisations, people
from tests.racing import race, winners

OFFICERS = 8


def decide_at_once() -> str:
    """Half of the officers approve, half return one revision; what is wrong afterwards, or ""."""
    association = organisations.association()
    filer = people.representative(association)
    revision = filings.endorsed(association, filer, people.officer("handler"))
    chiefs = [people.officer("chief") for _ in range(OFFICERS)]
    actions = [Action.APPROVE, Action.RETURN] * (OFFICERS // 2)

    results = race(
        *(
            lambda chief=chief, action=action: services.perform(
                revision_id=revision.pk, action=action, by=chief, note="请补充收费依据。"
            )
            for chief, action in zip(chiefs, actions, strict=True)
        )
    )

    losers = Counter(type(result) for result in results if isinstance(result, Exception))
    decided = [f"filings.{action}" for action in (Action.APPROVE, Action.RETURN)]
    told = AuditEvent.objects.filter(action__in=decided, target_id=str(revision.pk))
    decisions = Decision.objects.filter(revision=revision)
    if len(winners(results)) != 1 or decisions.count() != 1 or told.count() != 1:
        return f"{decisions.count()} decisions, {told.count()} told, lost: {dict(losers)}"
    if set(losers) != {Conflict}:
        return f"somebody who lost was not told why: {dict(losers)}"
    if decisions.get().outcome != Revision.objects.get(pk=revision.pk).state:
        return "the decision and the state say different things"
    return ""
