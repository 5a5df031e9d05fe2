"""The doors of the two lists, in the order of the procedure."""

from .decisions import decide_listing, publish_listing
from .exits import ask_removal, overturn_listing, remove_listing, repair_listing
from .hearings import receive_statement, serve_notice
from .proposals import add_evidence, drop_listing, propose_listing
from .steps import case_of

__all__ = [
    "add_evidence",
    "ask_removal",
    "case_of",
    "decide_listing",
    "drop_listing",
    "overturn_listing",
    "propose_listing",
    "publish_listing",
    "receive_statement",
    "remove_listing",
    "repair_listing",
    "serve_notice",
]
