"""Text files as people send them: UTF-8, GBK or UTF-16, with or without a mark of it."""


def decoded(content: bytes, declared: str = "") -> str:
    """The text. What no encoding explains is shown as U+FFFD, never dropped.

    A byte order mark decides; then a declared encoding that fits; then UTF-8, then GB18030.
    """
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if content.startswith(b"\xef\xbb\xbf"):
        return content[3:].decode("utf-8", errors="replace")
    if declared.lower().replace("-", "") in ("gb2312", "gbk"):
        declared = "gb18030"
    if guessed := _utf16_without_mark(content):
        return content.decode(guessed, errors="replace")
    for encoding in filter(None, (declared, "utf-8", "gb18030")):
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return content.decode("gb18030", errors="replace")


def _utf16_without_mark(content: bytes) -> str:
    """UTF-16 is told by the zero bytes of its line ends, digits and Latin letters."""
    sample = content[:4096]
    if b"\0" not in sample or len(content) % 2:
        return ""
    return "utf-16-le" if sample[1::2].count(0) >= sample[::2].count(0) else "utf-16-be"
