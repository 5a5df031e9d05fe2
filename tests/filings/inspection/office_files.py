"""Builders of office packages for tests: honest parts, re-zipped with parts replaced or added."""

import io
import zipfile
from collections.abc import Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = R + "/"
_CT = "application/vnd.openxmlformats-officedocument.wordprocessingml."

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def document_xml(body: str) -> str:
    """A word/document.xml with `body` inside."""
    return (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"'
        ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
        ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
        ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
        ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
        f"><w:body>{body}<w:sectPr/></w:body></w:document>"
    )


def relationship(key: str, kind: str, target: str, external: bool = False) -> str:
    """One entry of a .rels part."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{key}" Type="{_REL}{kind}" Target="{target}"{mode}/>'


def relationships_xml(*entries: str) -> str:
    """A .rels part."""
    return (
        f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{"".join(entries)}</Relationships>'
    )


def docx(
    body: str = "<w:p><w:r><w:t>第一条　会员应当诚信。</w:t></w:r></w:p>",
    *,
    parts: Mapping[str, str | bytes] | None = None,
    references: tuple[str, ...] = (),
) -> bytes:
    """A Word document: `body` is put into document.xml, `parts` replace or add parts,
    `references` are entries of the document's relationships."""
    contents: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/'
            'content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
            '.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_CT}document.main+xml"/>'
            "</Types>"
        ),
        "_rels/.rels": relationships_xml(
            relationship("rId1", "officeDocument", "word/document.xml")
        ),
        "word/document.xml": document_xml(body),
        "word/_rels/document.xml.rels": relationships_xml(*references),
    }
    contents.update(parts or {})
    return zipped(contents)


def xlsx(*, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A workbook with one sheet."""
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(["会费", 300])
    file = io.BytesIO()
    book.save(file)
    with zipfile.ZipFile(file) as archive:
        contents: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    contents.update(parts or {})
    return zipped(contents)


def zipped(contents: Mapping[str, str | bytes]) -> bytes:
    """A ZIP of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return file.getvalue()
