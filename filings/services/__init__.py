"""The doors of filings: every change goes through one of these verbs."""

from .answers import explain_findings
from .attachments import attach, describe_attachment, detach, upload
from .borrowing import borrow_clause
from .drafting import (
    begin_filing,
    correct_article,
    discard_draft,
    revise,
    save_draft,
    take_body_from_text,
    take_body_from_upload,
)
from .likeness import find_likeness
from .publishing import publish, unpublish
from .remarks import add_remark, answer_remark
from .review import perform
from .rounds import (
    carry_over,
    close_round,
    declare,
    draft_round,
    extend_slot,
    open_round,
    sync_slots,
)
from .search_index import index_filing, index_organisation
from .verdicts import judge_finding, remark_on_finding
from .waivers import ask_waiver, decide_waiver

__all__ = [
    "add_remark",
    "answer_remark",
    "ask_waiver",
    "attach",
    "begin_filing",
    "borrow_clause",
    "carry_over",
    "close_round",
    "correct_article",
    "decide_waiver",
    "declare",
    "describe_attachment",
    "detach",
    "discard_draft",
    "draft_round",
    "explain_findings",
    "extend_slot",
    "find_likeness",
    "index_filing",
    "index_organisation",
    "judge_finding",
    "open_round",
    "perform",
    "publish",
    "remark_on_finding",
    "revise",
    "save_draft",
    "sync_slots",
    "take_body_from_text",
    "take_body_from_upload",
    "unpublish",
    "upload",
]
