"""A catalogue of honest files (真实写法): each maker with what a person sees in its file."""

from collections.abc import Callable
from dataclasses import dataclass

Seen = list[tuple[str, str, str]]  # (type, number, text) of every block


@dataclass(frozen=True)
class Honest:
    """A file, the blocks to be read from it, and words of the warning to be given ("": none)."""

    make: Callable[[], bytes]
    seen: Seen
    warning: str


class Catalogue(dict[str, Honest]):
    """Honest files by the name of their maker."""

    def honest(self, seen: Seen, warning: str = "") -> Callable[[Callable[[], bytes]], Callable]:
        """Registers the maker of a file."""

        def register(make: Callable[[], bytes]) -> Callable[[], bytes]:
            self[make.__name__] = Honest(make, seen, warning)
            return make

        return register
