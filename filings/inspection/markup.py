"""Parsing XML out of strangers' files: no DTD, no entities, no depth, no surprise encodings."""

import re

from lxml import etree

from filings.inspection.refusals import Unacceptable

MOST_TAGS = 2_000_000

_ENCODING = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9_.\-]+)[\"']")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_KNOWN = {
    b"utf-8",
    b"us-ascii",
    b"ascii",
    b"iso-8859-1",
    b"windows-1252",
    b"gbk",
    b"gb2312",
    b"gb18030",
}
_UTF16_STARTS = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


def as_ascii_compatible(content: bytes) -> bytes:
    """The XML in an encoding in which `<!DOCTYPE` cannot hide.

    Raises Unacceptable for a DTD, an unknown encoding, or more than `MOST_TAGS` tags.
    """
    if content.startswith(_UTF16_STARTS):
        big = content.startswith((b"\xfe\xff", b"\0<"))
        try:
            text = content.decode("utf-16-be" if big else "utf-16-le").removeprefix("\ufeff")
        except UnicodeDecodeError:
            raise Unacceptable("damaged") from None
        content = _DECLARATION.sub("", text).encode()
    else:
        declared = _ENCODING.match(content.removeprefix(b"\xef\xbb\xbf")[:200])
        if declared and declared[1].lower() not in _KNOWN:
            raise Unacceptable("zip_structure", what="文字编码不正常")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise Unacceptable("dtd")
    if content.count(b"<") > MOST_TAGS:
        raise Unacceptable("expands")
    return content


def parse(content: bytes) -> etree._Element:
    """The root element. Raises Unacceptable for anything but plain, well-formed, shallow XML."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(as_ascii_compatible(content), parser)
    except etree.XMLSyntaxError as error:
        if "depth" in str(error):
            raise Unacceptable("expands") from None
        raise Unacceptable("damaged") from None
    if root.getroottree().docinfo.doctype:
        raise Unacceptable("dtd")
    return root


def local(tag: object) -> str:
    """The local name of a tag: Strict and transitional OOXML differ only in namespaces."""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
