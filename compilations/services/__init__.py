"""The doors of compilations: every change goes through one of these verbs."""

from .binding import assemble_volume
from .dispatching import pack, register_dispatch
from .editions import (
    edit_edition,
    exclude,
    freeze,
    gather,
    gather_drafts,
    include,
    open_edition,
    release,
    reopen,
)
from .printing import cancel, prepare_piece, request_compile, retry_piece, set_piece

__all__ = [
    "assemble_volume",
    "cancel",
    "edit_edition",
    "exclude",
    "freeze",
    "gather",
    "gather_drafts",
    "include",
    "open_edition",
    "pack",
    "prepare_piece",
    "register_dispatch",
    "release",
    "reopen",
    "request_compile",
    "retry_piece",
    "set_piece",
]
