"""Word files for tests, written the way Word, WPS and LibreOffice write them."""

import io

from PIL import Image

from tests.filings.inspection.office_files import R, W, docx, relationship

RSID = ' w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E"'  # Word marks every editing session
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def r(text: str, properties: str = "") -> str:
    """A run."""
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r{RSID}>{look}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; plain text is put into a run."""
    inside = content if content.startswith("<") or not content else r(content)
    look = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p{RSID}>{look}{inside}</w:p>"


def styled(style: str, content: str) -> str:
    """A paragraph with a style."""
    return p(content, f'<w:pStyle w:val="{style}"/>')


def listed(content: str, number: int = 1, level: int = 0) -> str:
    """A paragraph with automatic numbering."""
    return p(content, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def level(index: int, number_format: str, text: str, more: str = "") -> str:
    """One w:lvl of a list definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{number_format}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*lists: str, instances: str = "") -> str:
    """numbering.xml: list n is used as number n; `instances` adds further w:num."""
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{index}">{levels}</w:abstractNum>'
        for index, levels in enumerate(lists, start=1)
    )
    uses = "".join(
        f'<w:num w:numId="{index}"><w:abstractNumId w:val="{index}"/></w:num>'
        for index in range(1, len(lists) + 1)
    )
    return (
        f'<w:numbering xmlns:w="{W}" xmlns:mc="{MC}">{definitions}{uses}{instances}</w:numbering>'
    )


def style(key: str, name: str, inside: str = "", kind: str = "paragraph") -> str:
    """One w:style."""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name}"/>{inside}</w:style>'


def styles(*entries: str) -> str:
    """styles.xml."""
    return f'<w:styles xmlns:w="{W}">{"".join(entries)}</w:styles>'


def notes(kind: str, *entries: str) -> str:
    """footnotes.xml or endnotes.xml with the separators Word always writes."""
    single = kind.removesuffix("s")
    written = "".join(
        f'<w:{single} w:id="{index}">{p(entry)}</w:{single}>'
        for index, entry in enumerate(entries, start=1)
    )
    return (
        f'<w:{kind} xmlns:w="{W}"><w:{single} w:id="0" w:type="separator">{p("——")}</w:{single}>'
        f"{written}</w:{kind}>"
    )


_PARTS = ("numbering", "styles", "footnotes", "endnotes", "comments")


def word(
    body: str, parts: dict[str, str | bytes] | None = None, *references: str, **known
) -> bytes:
    """A Word file; `numbering=`, `styles=`, `footnotes=` … are put where Word puts them."""
    assert set(known) <= set(_PARTS), known
    contents: dict[str, str | bytes] = {f"word/{name}.xml": text for name, text in known.items()}
    entries = [relationship(f"rIdK{name}", name, f"{name}.xml") for name in known]
    return docx(body, parts={**contents, **(parts or {})}, references=(*entries, *references))


def field(code: str, result: str) -> str:
    """A complex field with its result."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText> {code} </w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def ins(content: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="1" w:author="王" w:date="2024-03-01T00:00:00Z">{content}</w:ins>'


def deleted(text: str) -> str:
    """A tracked deletion."""
    return (
        '<w:del w:id="2" w:author="王" w:date="2024-03-01T00:00:00Z">'
        f"<w:r><w:delText>{text}</w:delText></w:r></w:del>"
    )


def textbox(content: str) -> str:
    """A text box as Word 2010 and later store it: the same text twice."""
    box = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
        f"<a:graphicData><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape>"
        f"<v:textbox>{box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def old_textbox(content: str) -> str:
    """A text box as older WPS versions store it: VML only."""
    return (
        f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{content}</w:txbxContent></v:textbox>"
        "</v:shape></w:pict></w:r>"
    )


def picture(key: str, description: str = "") -> str:
    """An inline picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="图片 1" descr="{description}"/>'
        '<a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="'
        f'{key}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def png(width: int = 40, height: int = 30, colour: str = "red") -> bytes:
    """A small picture."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "PNG")
    return file.getvalue()


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; plain texts become cells."""
    inside = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr>{f'<w:trPr>{properties}</w:trPr>' if properties else ''}{inside}</w:tr>"


def tc(content: str, properties: str = "") -> str:
    """A cell."""
    inside = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def strict(package: bytes) -> bytes:
    """The same file saved as “Strict Open XML”."""
    import zipfile

    from tests.filings.inspection.office_files import zipped

    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            parts[name] = content.replace(
                W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
            ).replace(R.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships")
    return zipped(parts)
