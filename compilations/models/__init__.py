"""PUBLICATION: the volumes, their editions, set pieces and the runs that make books of them."""

from .dispatches import Dispatch
from .editions import Edition, EditionVolume, Entry, Volume
from .printing import BoundPart, Build, BuildPiece, Fragment

__all__ = [
    "BoundPart",
    "Build",
    "BuildPiece",
    "Dispatch",
    "Edition",
    "EditionVolume",
    "Entry",
    "Fragment",
    "Volume",
]
