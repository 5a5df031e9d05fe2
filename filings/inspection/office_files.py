"""Inspecting DOCX and XLSX in the confined child, and writing a clean copy where it is needed."""

import zipfile
from pathlib import Path
from typing import Any

from lxml import etree

from filings.inspection.active_parts import (
    check_fields,
    parts_to_remove,
    relationships_to_remove,
)
from filings.inspection.kinds import DOCX
from filings.inspection.markup import parse
from filings.inspection.package import (
    CONTENT_TYPES,
    Relationship,
    main_part,
    relationships,
    rels_name,
    source_of,
)
from filings.inspection.zipped import Container

_TIMELESS = (1980, 1, 1, 0, 0, 0)


def inspect_office(path: str, clean: str) -> dict[str, Any]:
    """Checks the package at `path`; writes `clean` only when something had to be taken out.

    Returns kind, warnings and whether a clean copy was written. Raises Unacceptable.
    """
    with Container(Path(path)) as container:
        kind, _ = main_part(container)
        removed, warnings = parts_to_remove(container)
        dropped: dict[str, list[Relationship]] = {}
        for name in container.names:
            if name.lower().endswith(".rels"):
                references, more = relationships_to_remove(
                    relationships(container, source_of(name)), removed
                )
                warnings.extend(more)
                if references:
                    dropped[source_of(name)] = references
    with Container(Path(path)) as container:  # counts anew: now every byte is expanded once
        for name in container.names:
            _look_through(container, name, kind)
    if removed or dropped:
        with Container(Path(path)) as container:
            _write_clean(container, Path(clean), removed, dropped)
    return {"kind": kind, "warnings": warnings, "cleaned": bool(removed or dropped)}


def _look_through(container: Container, name: str, kind: str) -> None:
    if not name.lower().endswith((".xml", ".rels")):
        for _ in container.chunks(name):
            pass  # counted and checked against its checksum
        return
    content = container.read(name)
    parse(content)
    if kind == DOCX:
        check_fields(content)


def _write_clean(
    container: Container,
    clean: Path,
    removed: set[str],
    dropped: dict[str, list[Relationship]],
) -> None:
    gone = {name.lower() for name in removed} | {rels_name(name).lower() for name in removed}
    edited_rels = {rels_name(source).lower(): source for source in dropped}
    edited_parts = {source.lower(): source for source in dropped if source}
    with zipfile.ZipFile(clean, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in container.names:
            lower = name.lower()
            if lower in gone:
                continue
            info = zipfile.ZipInfo(name, _TIMELESS)
            info.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(info, "w") as part:
                if lower == CONTENT_TYPES.lower():
                    part.write(_without_overrides(container.read(name), gone))
                elif lower in edited_rels:
                    ids = {reference.id for reference in dropped[edited_rels[lower]]}
                    part.write(_without_relationships(container.read(name), ids))
                elif lower in edited_parts and lower.endswith(".xml"):
                    ids = {reference.id for reference in dropped[edited_parts[lower]]}
                    part.write(_without_references(container.read(name), ids))
                else:
                    for chunk in container.chunks(name):
                        part.write(chunk)


def _without_overrides(content: bytes, gone: set[str]) -> bytes:
    root = parse(content)
    for entry in list(root):
        if (entry.get("PartName") or "").lstrip("/").lower() in gone:
            root.remove(entry)
    return _serialised(root)


def _without_relationships(content: bytes, ids: set[str]) -> bytes:
    root = parse(content)
    for entry in list(root):
        if entry.get("Id") in ids:
            root.remove(entry)
    return _serialised(root)


def _without_references(content: bytes, ids: set[str]) -> bytes:
    """The part without the elements that refer to the dropped relationships.

    A hyperlink keeps its words; only the reference goes.
    """
    root = parse(content)
    for element in list(root.iter()):
        for key, value in list(element.attrib.items()):
            if value not in ids or "officeDocument" not in key or "relationships" not in key:
                continue
            if element.tag.rpartition("}")[2] in ("hyperlink", "hlinkClick"):
                del element.attrib[key]
            elif (parent := element.getparent()) is not None:
                parent.remove(element)
                break
    return _serialised(root)


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
