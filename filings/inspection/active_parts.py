"""Active parts of office files (宏、嵌入对象、外部链接): what is refused and what is taken out.

A macro, an embedded program, a remote template or a data connection is refused: its sender can
remove it. What honest files carry without their authors knowing – the local template's path, the
worksheet behind a chart, a formula object, a picture linked from a web page – is taken out and
named in a warning, and the text stays.
"""

import re
from collections.abc import Iterable

from filings.inspection.package import Relationship
from filings.inspection.refusals import Unacceptable
from filings.inspection.zipped import Container

_MACRO = re.compile(r"(?:^|/)(?:vbaproject\w*\.bin|vbadata\.xml|macrosheets/.+|dialogsheets/.+)$")
_EMBEDDED = re.compile(r"(?:^|/)(?:embeddings|activex|ctrlprops)/|(?:^|/)oleobject\d*\.bin$")
_CONNECTION = re.compile(r"(?:^|/)(?:connections\.xml|querytables/.+)$")
_RIBBON = re.compile(r"^(?:customui|userCustomization)/", re.I)
_DDE = re.compile(rb"(?:>|\")\s*DDE(?:AUTO)?\s", re.I)

# the streams inside an OLE object that show it is a document, formula or drawing
_DOCUMENT_STREAMS = (
    "WordDocument",
    "Workbook",
    "Book",
    "Equation Native",
    "VisioDocument",
    "PowerPoint Document",
    "CONTENTS",
    "Contents",
    "Package",
)
_FILE_STREAM = "\x01Ole10Native"  # an arbitrary file, for example a program
_SCHEME = re.compile(r"^([a-z][a-z0-9+.\-]+):", re.I)
_LOCAL_FILE = re.compile(r"file:/*(?:[a-z][:|]|localhost/|home/|users/|tmp/|$)")
_SAFE_LINKS = ("http", "https", "mailto", "tel")
_LEFT_ALONE = ("externalLinkPath", "externalLinkPath2019", "xlPathMissing", "xlExternalLinkPath")


def parts_to_remove(container: Container) -> tuple[set[str], list[str]]:
    """(names of parts to take out, warnings). Raises Unacceptable for what is refused."""
    removed: set[str] = set()
    objects = 0
    for name in container.names:
        lower = name.lower()
        if _MACRO.search(lower):
            raise Unacceptable("macro")
        if _CONNECTION.search(lower):
            raise Unacceptable("data_connection")
        if _RIBBON.match(name):
            removed.add(name)
        elif _EMBEDDED.search(lower) and "/_rels/" not in lower:
            if lower.endswith((".xml", ".rels")):
                removed.add(name)
                continue
            _check_embedded(container, name)
            objects += 1
            removed.add(name)
    warnings = []
    if objects:
        warnings.append(f"嵌入的对象（{objects} 个，如图表数据、公式）已去掉，文字和图片保留")
    return removed, warnings


def _check_embedded(container: Container, name: str) -> None:
    content = container.read(name)
    if content.startswith(b"PK\x03\x04"):
        return
    if content.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        if _has_stream(content, _FILE_STREAM):
            raise Unacceptable("embedded", what="附带的文件")
        if any(_has_stream(content, stream) for stream in _DOCUMENT_STREAMS):
            return
        if "/activex/" in f"/{name.lower()}":
            return
    elif "/activex/" in f"/{name.lower()}":
        return
    raise Unacceptable("embedded", what="不明对象")


def _has_stream(content: bytes, name: str) -> bool:
    return f"{name}\0".encode("utf-16-le") in content


def relationships_to_remove(
    relationships: Iterable[Relationship], removed: set[str]
) -> tuple[list[Relationship], list[str]]:
    """(references to take out, warnings): those to removed parts, and unsafe ones outside.

    Raises Unacceptable for a reference that fetches something from the network by itself.
    """
    gone = {name.lower() for name in removed}
    dropped: list[Relationship] = []
    pictures = 0
    for relationship in relationships:
        if not relationship.external:
            if relationship.target.lower() in gone:
                dropped.append(relationship)
            continue
        if relationship.kind == "hyperlink":
            if not _is_safe_link(relationship.target):
                dropped.append(relationship)
        elif relationship.kind in ("image", "video", "audio", "media"):
            pictures += relationship.kind == "image"
            dropped.append(relationship)
        elif relationship.kind not in _LEFT_ALONE:
            if _is_remote(relationship.target):
                what = "远程模板" if relationship.kind == "attachedTemplate" else "外部内容"
                raise Unacceptable("remote", what=what)
            dropped.append(relationship)
    warnings = []
    if pictures:
        warnings.append(f"有 {pictures} 张图片只是链接，没有随文件保存，请重新插入图片后再上传")
    return dropped, warnings


def _is_safe_link(target: str) -> bool:
    scheme = _SCHEME.match(target)
    return target.startswith("#") or (scheme is not None and scheme[1].lower() in _SAFE_LINKS)


def _is_remote(target: str) -> bool:
    address = target.strip().replace("\\", "/").lower()
    if address.startswith("file:"):
        return _LOCAL_FILE.match(address) is None
    if address.startswith("//"):
        return True
    scheme = _SCHEME.match(address)
    return scheme is not None and len(scheme[1]) > 1


def check_fields(content: bytes) -> None:
    """Refuses DDE fields, which start other programs, in a part of a Word document."""
    if _DDE.search(content):
        raise Unacceptable("active_field")
