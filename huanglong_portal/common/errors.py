"""Errors that carry a sentence for the person in front of the screen."""


class DomainError(Exception):
    """A rule said no. ``sentence`` is Chinese and ready to show; ``field`` names the form field
    it belongs to, or is empty when it concerns the whole act."""

    def __init__(self, sentence: str, field: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.field = field


class Conflict(DomainError):
    """Somebody else was first: the thing moved on since the page was opened."""


class NotAllowed(DomainError):
    """This person may not do this to this thing."""


class Refused(DomainError):
    """The content itself cannot be accepted; the sentence says what to do."""
