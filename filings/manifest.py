"""The canonical content of a revision and its digest: what was submitted, to the last byte."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any


def canonical(
    *,
    material: str,
    credit_code: str,
    title: str,
    fields: Mapping[str, Any],
    blocks: Sequence[Mapping[str, Any]],
    attachments: Iterable[tuple[str, str, str]],
) -> bytes:
    """Bytes that are equal exactly when the content is: sorted keys, UTF-8, no white space.

    ``attachments`` are (role, caption, SHA-256 of the original file) in their printed order.
    """
    content = {
        "format": 1,
        "material": material,
        "credit_code": credit_code,
        "title": title,
        "fields": fields,
        "blocks": list(blocks),
        "attachments": [list(attachment) for attachment in attachments],
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(manifest: bytes) -> str:
    """SHA-256 of the canonical bytes, hex."""
    return hashlib.sha256(manifest).hexdigest()
