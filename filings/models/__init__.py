"""WHAT THEY FILE: rounds and task lists, documents and versions, files, review, publication."""

from .documents import Attachment, Filing, Revision, Upload
from .findings import FindingAnswer, FindingVerdict, Waiver
from .likeness import LikeText, SketchKey, TextSketch
from .publication import PublicationEvent
from .review import Decision, Endorsement, Receipt, Remark
from .rounds import CarryOver, Declaration, Round, RoundRequirement, RoundRoute, Slot
from .search import SearchEntry

__all__ = [
    "Attachment",
    "CarryOver",
    "Decision",
    "Declaration",
    "Endorsement",
    "Filing",
    "FindingAnswer",
    "FindingVerdict",
    "LikeText",
    "PublicationEvent",
    "Receipt",
    "Remark",
    "Revision",
    "Round",
    "RoundRequirement",
    "RoundRoute",
    "SearchEntry",
    "SketchKey",
    "Slot",
    "TextSketch",
    "Upload",
    "Waiver",
]
