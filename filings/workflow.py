"""The life of a revision as one table: source, action, target, who, and whether a note is due."""

from dataclasses import dataclass

from django.db import models


class State(models.TextChoices):
    """Workflow state of a revision."""

    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "待受理"
    IN_REVIEW = "in_review", "审核中"
    ENDORSED = "endorsed", "待复核"
    APPROVED = "approved", "已审定"
    RETURNED = "returned", "退回补正"
    WITHDRAWN = "withdrawn", "已撤回"
    SUPERSEDED = "superseded", "已被替代"


class Action(models.TextChoices):
    """What people do to a revision."""

    SUBMIT = "submit", "提交审核"
    WITHDRAW = "withdraw", "撤回"
    CLAIM = "claim", "受理"
    RELEASE = "release", "放回待受理"
    ENDORSE = "endorse", "同意并送复核"
    APPROVE = "approve", "审定通过"
    RETURN = "return", "退回补正"


class Role(models.TextChoices):
    """Who acts, seen from the revision."""

    FILER = "filer", "报送人"
    HANDLER = "handler", "经办"
    CHIEF = "chief", "负责人"


@dataclass(frozen=True, slots=True)
class Transition:
    """One row of the table."""

    source: State
    action: Action
    target: State
    roles: frozenset[Role]
    note_needed: bool = False


_OFFICERS = frozenset({Role.HANDLER, Role.CHIEF})
_FILER = frozenset({Role.FILER})
_CHIEF = frozenset({Role.CHIEF})

TABLE: tuple[Transition, ...] = (
    Transition(State.DRAFT, Action.SUBMIT, State.SUBMITTED, _FILER),
    Transition(State.SUBMITTED, Action.WITHDRAW, State.WITHDRAWN, _FILER),
    Transition(State.IN_REVIEW, Action.WITHDRAW, State.WITHDRAWN, _FILER),
    Transition(State.SUBMITTED, Action.CLAIM, State.IN_REVIEW, _OFFICERS),
    Transition(State.IN_REVIEW, Action.RELEASE, State.SUBMITTED, _OFFICERS),
    Transition(State.IN_REVIEW, Action.ENDORSE, State.ENDORSED, _OFFICERS),
    Transition(State.IN_REVIEW, Action.RETURN, State.RETURNED, _OFFICERS, note_needed=True),
    Transition(State.ENDORSED, Action.RETURN, State.RETURNED, _CHIEF, note_needed=True),
    Transition(State.ENDORSED, Action.APPROVE, State.APPROVED, _CHIEF),
)

_BY_STEP = {(row.source, row.action): row for row in TABLE}

# Once in one of these, nothing but being superseded can happen to a revision.
FINAL = frozenset({State.APPROVED, State.RETURNED, State.WITHDRAWN, State.SUPERSEDED})
OPEN = frozenset({State.SUBMITTED, State.IN_REVIEW, State.ENDORSED})
OUTCOMES = {
    Action.APPROVE: State.APPROVED,
    Action.RETURN: State.RETURNED,
    Action.WITHDRAW: State.WITHDRAWN,
}


def transition(source: str, action: str) -> Transition | None:
    """The row for ``action`` in state ``source``, or None when the table has none."""
    return _BY_STEP.get((State(source), Action(action)))


def next_state(source: str, action: str) -> State | None:
    """Where ``action`` leads from ``source``; None when it is not possible."""
    row = transition(source, action)
    return row.target if row else None


def actions_from(source: str, role: str) -> tuple[Action, ...]:
    """What ``role`` can do in state ``source``, in the order of the table."""
    return tuple(row.action for row in TABLE if row.source == source and Role(role) in row.roles)
