"""Every address the portal has, read from the URL configuration itself."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True, slots=True)
class Address:
    """One URL pattern: its full name and what must be filled in."""

    name: str
    arguments: tuple[str, ...]


def addresses() -> list[Address]:
    """All named addresses, each once, in the order of the configuration."""
    found: dict[str, Address] = {}
    for address in _walk(get_resolver(), ""):
        found.setdefault(address.name, address)
    return list(found.values())


def _walk(resolver: URLResolver, space: str) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern, inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            named = pattern.pattern.converters or pattern.pattern.regex.groupindex
            yield Address(f"{space}{pattern.name}", tuple(named))
