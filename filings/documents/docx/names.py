"""The qualified names of WordprocessingML, for transitional and Strict files alike."""

_TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATIONSHIPS = {
    _TRANSITIONAL: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    _STRICT: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}


class Names:
    """`names.p` is the tag of w:p (and the name of an attribute) in the namespace of a document.

    `names.rel("id")` is r:id. A new name is put together at its first use.
    """

    def __init__(self, root_tag: str) -> None:
        """Takes the tag of the document's root. Raises ValueError when it is no Word document."""
        self._space = root_tag[1:].partition("}")[0] if root_tag.startswith("{") else ""
        if self._space not in _RELATIONSHIPS:
            raise ValueError(f"not WordprocessingML: {root_tag}")

    def __getattr__(self, local: str) -> str:
        qualified = f"{{{self._space}}}{local}"
        setattr(self, local, qualified)
        return qualified

    def rel(self, local: str) -> str:
        """The qualified name of an attribute that refers to a relationship."""
        return f"{{{_RELATIONSHIPS[self._space]}}}{local}"
