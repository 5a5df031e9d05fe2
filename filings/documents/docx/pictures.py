"""Pictures in documents (正文图片): each kept once, named by the digest of its rewritten bytes."""

import hashlib


class Pictures:
    """The pictures met while reading."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}
        self._known: dict[str, str] = {}

    def keep(self, source: str, content: bytes) -> str | None:
        """The digest of the rewritten picture from the part `source`; "" for one too small to
        mean anything, None when it cannot be read."""
        from filings.documents.docx.rewriting import rewritten  # few documents need the library

        if source not in self._known:
            picture = rewritten(content)
            if picture is None:
                return None
            digest = hashlib.sha256(picture).hexdigest() if picture else ""
            if digest:
                self.contents[digest] = picture
            self._known[source] = digest
        return self._known[source]
