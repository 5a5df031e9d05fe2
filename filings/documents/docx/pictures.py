"""Pictures in documents (正文图片): each kept once, named by the digest of its rewritten bytes."""


class Pictures:
    """The pictures met while reading."""

    def __init__(self) -> None:
        self.contents: dict[str, bytes] = {}

    def keep(self, content: bytes) -> str | None:
        """The digest of the rewritten picture; "" for one too small to mean anything, None when
        it cannot be read."""
        import hashlib  # few documents have pictures, and the child lives for one file

        from filings.documents.docx.rewriting import rewritten

        picture = rewritten(content)
        if not picture:
            return None if picture is None else ""
        digest = hashlib.sha256(picture).hexdigest()
        self.contents[digest] = picture
        return digest
