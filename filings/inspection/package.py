"""OOXML packages (DOCX, XLSX): what the container holds and how its parts refer to each other."""

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from filings.inspection.kinds import DOCX, XLSX
from filings.inspection.markup import local, parse
from filings.inspection.refusals import Unacceptable
from filings.inspection.zipped import Container

CONTENT_TYPES = "[Content_Types].xml"
_MAIN_TYPES = {
    "wordprocessingml.document.main+xml": DOCX,
    "spreadsheetml.sheet.main+xml": XLSX,
}


@dataclass(frozen=True, slots=True)
class Relationship:
    """One reference from a part (`source`, "" for the package) to another part or outside."""

    source: str
    id: str
    kind: str  # the last word of the type: "image", "hyperlink", "attachedTemplate" …
    target: str  # a part name, or the address as written when `external`
    external: bool


def main_part(container: Container) -> tuple[str, str]:
    """(kind, name of the main part). Raises Unacceptable when this is no DOCX or XLSX."""
    if CONTENT_TYPES not in container:
        if "mimetype" in container and b"opendocument" in container.read("mimetype")[:100]:
            raise Unacceptable("open_document")
        if "OFD.xml" in container:
            raise Unacceptable("wrong_type", what="OFD 版式文件")
        raise Unacceptable("plain_zip")
    types = content_types(container)
    for relationship in relationships(container, ""):
        if relationship.kind != "officeDocument" or relationship.external:
            continue
        content_type = types.get(relationship.target.lower(), "")
        for ending, kind in _MAIN_TYPES.items():
            if content_type.endswith(ending) and relationship.target in container:
                return kind, relationship.target
        if "macroenabled" in content_type.lower():
            raise Unacceptable("macro")
        if "template" in content_type:
            raise Unacceptable("office_template")
        if "presentation" in content_type or "slideshow" in content_type:
            raise Unacceptable("wrong_type", what="演示文稿（PPT）")
    raise Unacceptable("plain_zip")


def content_types(container: Container) -> dict[str, str]:
    """The content type of every part, by lower-case part name."""
    root = parse(container.read(CONTENT_TYPES))
    defaults: dict[str, str] = {}
    types: dict[str, str] = {}
    for entry in root:
        content_type = entry.get("ContentType") or ""
        if local(entry.tag) == "Default":
            defaults[(entry.get("Extension") or "").lower()] = content_type
        elif local(entry.tag) == "Override":
            types[(entry.get("PartName") or "").lstrip("/").lower()] = content_type
    for name in container.names:
        extension = name.rpartition(".")[2].lower()
        types.setdefault(name.lower(), defaults.get(extension, ""))
    return types


def relationships(container: Container, source: str) -> list[Relationship]:
    """The references of one part ("" for the package itself); [] when it has none."""
    name = rels_name(source)
    if name not in container:
        return []
    return list(_read_relationships(parse(container.read(name)), source))


def rels_name(source: str) -> str:
    """The part that holds the references of `source`."""
    folder, name = posixpath.split(source)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def source_of(rels: str) -> str:
    """The part whose references `rels` holds."""
    folder, name = posixpath.split(rels)
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def _read_relationships(root: etree._Element, source: str) -> Iterator[Relationship]:
    for entry in root:
        if local(entry.tag) != "Relationship":
            continue
        target = entry.get("Target") or ""
        external = (entry.get("TargetMode") or "").lower() == "external"
        yield Relationship(
            source=source,
            id=entry.get("Id") or "",
            kind=(entry.get("Type") or "").rpartition("/")[2],
            target=target if external else _part_name(source, target),
            external=external,
        )


def _part_name(source: str, target: str) -> str:
    target = unquote(target.partition("#")[0]).replace("\\", "/")
    if target.startswith("/"):
        return posixpath.normpath(target).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(source), target))
