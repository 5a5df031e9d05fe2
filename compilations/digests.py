"""What a set piece and a book are made of, as digests. Pure."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any


def fragment_key(
    *,
    revision_digest: str,
    association: str,
    files: Iterable[tuple[str, str, str]],
    press_version: str,
) -> str:
    """The key of a set piece: equal exactly when the printed page would be.

    ``files`` are the (name, caption, SHA-256 of the printable pages) of what is attached, in
    order; the digest is empty for a file that is only named.
    """
    return _digest(
        ["piece", revision_digest, association, [list(one) for one in files], press_version]
    )


def input_digest(*, manifest: Mapping[str, Any], keys: Iterable[str], press_version: str) -> str:
    """The digest of one exact volume: what its pages say and the pieces in their order."""
    return _digest(["volume", manifest, list(keys), press_version])


def _digest(content: Any) -> str:
    written = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
