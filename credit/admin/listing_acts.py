"""What an officer can do to a listing: for each action its form, its words and its door."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from associations.models import User

from .. import services
from ..forms import (
    ConfirmForm,
    CorrectedExitForm,
    DecisionForm,
    EvidenceForm,
    ExitForm,
    PaperForm,
    ServiceForm,
)
from ..listings.workflow import Action
from ..models import Listing

Perform = Callable[[int, dict[str, Any], int | None, User], object]


@dataclass(frozen=True, slots=True)
class Act:
    """One action as the officers' pages offer it. LIST and DISMISS share the decision's page."""

    form: type[PaperForm]
    button: str
    lead: str
    done: str
    perform: Perform

    def form_for(self, listing: Listing, *data: Any) -> PaperForm:
        """The form for ``listing``, bound to ``data`` when something was sent."""
        if issubclass(self.form, DecisionForm):
            return self.form(*data, list_kind=listing.list_kind)
        return self.form(*data)


def _add_evidence(pk: int, typed: dict[str, Any], paper_id: int | None, by: User) -> object:
    return services.add_evidence(
        listing_id=pk, evidence=typed["evidence"], paper_id=paper_id, by=by
    )


def _serve(pk: int, typed: dict[str, Any], paper_id: int | None, by: User) -> object:
    return services.serve_notice(
        listing_id=pk,
        notice_number=typed["notice_number"],
        served_on=typed["served_on"],
        manner=typed["manner"],
        note=typed["note"],
        paper_id=paper_id,
        by=by,
    )


def _decide(pk: int, typed: dict[str, Any], paper_id: int | None, by: User) -> object:
    return services.decide_listing(
        listing_id=pk,
        outcome=typed["outcome"],
        decision_number=typed["decision_number"],
        reason=typed["reason"],
        measures=typed["measures"],
        paper_id=paper_id,
        by=by,
    )


def _drop(pk: int, typed: dict[str, Any], paper_id: int | None, by: User) -> object:
    return services.drop_listing(listing_id=pk, reason=typed["note"], paper_id=paper_id, by=by)


def _publish(pk: int, typed: dict[str, Any], paper_id: int | None, by: User) -> object:
    return services.publish_listing(listing_id=pk, paper_id=paper_id, by=by)


def _remove(pk: int, typed: dict[str, Any], paper_id: int | None, by: User) -> object:
    return services.remove_listing(
        listing_id=pk,
        note=typed["note"],
        corrected=typed["corrected"],
        paper_id=paper_id,
        by=by,
    )


def _repair(pk: int, typed: dict[str, Any], paper_id: int | None, by: User) -> object:
    return services.repair_listing(
        listing_id=pk,
        note=typed["note"],
        corrected=typed["corrected"],
        paper_id=paper_id,
        by=by,
    )


def _overturn(pk: int, typed: dict[str, Any], paper_id: int | None, by: User) -> object:
    return services.overturn_listing(listing_id=pk, note=typed["note"], paper_id=paper_id, by=by)


ACTS: dict[Action, Act] = {
    Action.SERVE: Act(
        ServiceForm,
        "登记送达",
        "告知书送达当事人后，在这里登记。陈述申辩期限自送达的次日起计算。",
        "已登记送达，当事人已在平台收到通知。",
        _serve,
    ),
    Action.ADD_EVIDENCE: Act(
        EvidenceForm,
        "补充证据",
        "补充证据后须重新送达告知书，陈述申辩期限重新计算。",
        "证据已补充。请重新送达告知书。",
        _add_evidence,
    ),
    Action.LIST: Act(
        DecisionForm,
        "作出决定",
        "提议人不能作出决定。决定列入后立即生效，并通知当事人。",
        "决定已作出，当事人已收到通知。",
        _decide,
    ),
    Action.DROP: Act(
        ExitForm,
        "撤回提议",
        "尚未告知当事人的提议可以撤回。",
        "提议已撤回。",
        _drop,
    ),
    Action.PUBLISH: Act(
        ConfirmForm,
        "向社会公布",
        "公布后，任何人都可以在“信用名录”中查到这项决定。",
        "已公布。",
        _publish,
    ),
    Action.REMOVE: Act(
        CorrectedExitForm,
        "移出名单",
        "移出后，公布、得分封顶和各项措施同时终止。",
        "已移出名单。",
        _remove,
    ),
    Action.REPAIR: Act(
        CorrectedExitForm,
        "信用修复",
        "修复后，公布、得分封顶、各项措施和作为依据的失信信息同时终止。",
        "信用修复已办结。",
        _repair,
    ),
    Action.OVERTURN: Act(
        ExitForm,
        "撤销列入决定",
        "列入有误，或者复议、诉讼撤销了决定的，立即撤销，视为从未列入。案卷仍然保留。",
        "列入决定已撤销。",
        _overturn,
    ),
}
