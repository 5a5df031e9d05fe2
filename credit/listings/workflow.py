"""◇ The life of a listing as one table, the same for both lists.

提议 → 告知（送达）→ 陈述申辩 → 由另一人决定 → 公布 → 移出、修复或撤销. Publication and every later
step hang on a decision, and a decision on a notice that was served: no route leads round it.
"""

from dataclasses import dataclass

from django.db.models import TextChoices


class State(TextChoices):
    """Where a listing stands."""

    PROPOSED = "proposed", "拟列入"
    NOTIFIED = "notified", "已告知"
    HEARD = "heard", "已陈述申辩"
    LISTED = "listed", "已决定列入"
    PUBLISHED = "published", "已公布"
    DISMISSED = "dismissed", "不予列入"
    DROPPED = "dropped", "已撤回"
    MOVED = "moved", "转入严重违法失信名单"
    REMOVED = "removed", "已移出"
    REPAIRED = "repaired", "已修复"
    OVERTURNED = "overturned", "已撤销"


class Action(TextChoices):
    """What is done to a listing. The proposal itself creates it."""

    ADD_EVIDENCE = "add_evidence", "补充证据"
    SERVE = "serve", "登记送达"
    DROP = "drop", "撤回提议"
    STATE = "state", "陈述申辩"
    LIST = "list", "决定列入"
    DISMISS = "dismiss", "决定不予列入"
    PUBLISH = "publish", "公布"
    ASK_REMOVAL = "ask_removal", "申请移出"
    REMOVE = "remove", "移出"
    REPAIR = "repair", "信用修复"
    OVERTURN = "overturn", "撤销列入决定"
    MOVE_UP = "move_up", "转入严重违法失信名单"


class Role(TextChoices):
    """Who acts, seen from the listing."""

    REPRESENTATIVE = "representative", "当事人"
    HANDLER = "handler", "经办"
    CHIEF = "chief", "负责人"
    SYSTEM = "system", "系统"


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of the table."""

    source: State
    action: Action
    target: State
    roles: frozenset[Role]
    note_needed: bool = True


_OFFICERS = frozenset({Role.HANDLER, Role.CHIEF})
_CHIEF = frozenset({Role.CHIEF})
_REPRESENTATIVE = frozenset({Role.REPRESENTATIVE})
_SYSTEM = frozenset({Role.SYSTEM})

TABLE: tuple[Transition, ...] = (
    Transition(State.PROPOSED, Action.ADD_EVIDENCE, State.PROPOSED, _OFFICERS),
    Transition(State.PROPOSED, Action.SERVE, State.NOTIFIED, _OFFICERS, note_needed=False),
    Transition(State.PROPOSED, Action.DROP, State.DROPPED, _OFFICERS),
    # New evidence after the notice: the notice must be served again and the period starts anew.
    Transition(State.NOTIFIED, Action.ADD_EVIDENCE, State.PROPOSED, _OFFICERS),
    Transition(State.HEARD, Action.ADD_EVIDENCE, State.PROPOSED, _OFFICERS),
    Transition(State.NOTIFIED, Action.STATE, State.HEARD, _REPRESENTATIVE),
    Transition(State.HEARD, Action.STATE, State.HEARD, _REPRESENTATIVE),
    Transition(State.NOTIFIED, Action.LIST, State.LISTED, _CHIEF),
    Transition(State.HEARD, Action.LIST, State.LISTED, _CHIEF),
    Transition(State.NOTIFIED, Action.DISMISS, State.DISMISSED, _CHIEF),
    Transition(State.HEARD, Action.DISMISS, State.DISMISSED, _CHIEF),
    Transition(State.LISTED, Action.PUBLISH, State.PUBLISHED, _CHIEF, note_needed=False),
    # The organisation is heard at any time, in time or late, listed or not.
    Transition(State.LISTED, Action.STATE, State.LISTED, _REPRESENTATIVE),
    Transition(State.PUBLISHED, Action.STATE, State.PUBLISHED, _REPRESENTATIVE),
    Transition(State.LISTED, Action.ASK_REMOVAL, State.LISTED, _REPRESENTATIVE),
    Transition(State.PUBLISHED, Action.ASK_REMOVAL, State.PUBLISHED, _REPRESENTATIVE),
    Transition(State.LISTED, Action.REMOVE, State.REMOVED, _CHIEF),
    Transition(State.PUBLISHED, Action.REMOVE, State.REMOVED, _CHIEF),
    Transition(State.LISTED, Action.REPAIR, State.REPAIRED, _CHIEF),
    Transition(State.PUBLISHED, Action.REPAIR, State.REPAIRED, _CHIEF),
    Transition(State.LISTED, Action.OVERTURN, State.OVERTURNED, _CHIEF),
    Transition(State.PUBLISHED, Action.OVERTURN, State.OVERTURNED, _CHIEF),
    # One list at a time: a serious listing ends the abnormal ones (第十五条第一项).
    Transition(State.LISTED, Action.MOVE_UP, State.MOVED, _SYSTEM, note_needed=False),
    Transition(State.PUBLISHED, Action.MOVE_UP, State.MOVED, _SYSTEM, note_needed=False),
)

_BY_STEP = {(row.source, row.action): row for row in TABLE}

# Under way: proposed and not yet decided.
PENDING = frozenset({State.PROPOSED, State.NOTIFIED, State.HEARD})
# On the list.
ACTIVE = frozenset({State.LISTED, State.PUBLISHED})
# The organisation has been told of it, so that it sees it and its papers.
TOLD = frozenset(State) - {State.PROPOSED, State.DROPPED}
# Was on the list and left it; an overturned listing never was.
LEFT = frozenset({State.MOVED, State.REMOVED, State.REPAIRED})


def transition(source: str, action: str) -> Transition | None:
    """The row for ``action`` in state ``source``, or None when the table has none."""
    return _BY_STEP.get((State(source), Action(action)))


def next_state(source: str, action: str, role: str) -> State | None:
    """Where ``action`` by ``role`` leads from ``source``; None when it is not possible."""
    row = transition(source, action)
    return row.target if row and Role(role) in row.roles else None


def actions_from(source: str, roles: frozenset[Role]) -> tuple[Action, ...]:
    """What a person with ``roles`` can do in state ``source``, in the order of the table."""
    return tuple(row.action for row in TABLE if row.source == source and row.roles & roles)
