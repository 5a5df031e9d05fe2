import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from filings.inspection import child
from filings.inspection.inspecting import CannotInspect, Inspection, check_type, inspect
from filings.inspection.refusals import FileRefused
from tests.filings.inspection import honest
from tests.filings.inspection.honest import HONEST
from tests.filings.inspection.hostile_pictures import jpg


@pytest.fixture
def inspected(tmp_path: Path):
    def accept(content: bytes, name: str = "a") -> Inspection:
        path = tmp_path / "upload"
        path.write_bytes(content)
        return inspect(path, name)

    return accept


def drawn(pdf: Path | bytes) -> Image.Image:
    import subprocess

    content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    done = subprocess.run(
        ["pdftoppm", "-r", "36", "-png", "-singlefile", "-"],
        input=content, capture_output=True, check=True,
    )  # fmt: skip
    return Image.open(io.BytesIO(done.stdout)).convert("RGB")


@pytest.mark.parametrize("case", HONEST)
def test_an_honest_file_is_accepted(case, inspected):
    name, make, kind, warning = HONEST[case]
    inspection = inspected(make(), name)
    assert inspection.kind == kind
    if warning:
        assert any(warning in said for said in inspection.warnings), inspection.warnings
    else:
        assert inspection.warnings == ()
    if kind in ("pdf", "jpg", "png"):
        assert inspection.clean is not None
        assert inspection.pages


def test_a_file_of_no_bytes_is_refused_at_its_field(inspected):
    with pytest.raises(FileRefused) as refusal:
        inspected(b"", "规约.pdf")
    assert refusal.value.sentence == (
        "“规约.pdf”是空文件（0 字节），里面没有内容。请检查原文件后重新选择。"
    )


def test_sixty_megabytes_are_refused_with_the_limit_named(tmp_path):
    path = tmp_path / "upload"
    with path.open("wb") as file:
        file.truncate(60 * 1024 * 1024)
    with pytest.raises(FileRefused) as refusal:
        inspect(path, "扫描件.pdf", field="attachment")
    assert refusal.value.field == "attachment"
    assert refusal.value.sentence.startswith("“扫描件.pdf”有 60 MB，超过了单个文件 50 MB 的上限")


def test_a_zip_called_docx_is_told_from_a_document(inspected):
    with pytest.raises(FileRefused) as refusal:
        inspected(honest.zipped({"a.txt": "x"}), "规约.docx")
    assert "其实是压缩包（ZIP），不是Word 文档" in refusal.value.sentence


@pytest.mark.parametrize("name", ["../../etc/规约.pdf", "规\u202e约\n.pdf", "规约" * 60 + ".pdf"])
def test_a_strange_name_stands_harmless_in_the_sentence(name):
    with pytest.raises(FileRefused) as refusal:
        check_type(io.BytesIO(b"MZ"), name)
    shown = refusal.value.sentence.partition("”")[0]
    assert "/" not in shown
    assert shown.isprintable()
    assert len(shown) < 70


@pytest.mark.parametrize("make", [honest.pdf_with_signature_seal, honest.pdf_with_stamp])
def test_a_seal_stays_visible_in_the_clean_copy(make, inspected):
    content = make()
    clean = inspected(content).clean
    before, after = drawn(content), drawn(clean)
    assert (255, 0, 0) in {colour for _, colour in before.getcolors()}
    assert ImageChops.difference(before, after).getbbox() is None
    with pikepdf.open(clean) as document:
        assert "/Annots" not in document.pages[0]
        assert "/AcroForm" not in document.Root


def test_a_hidden_layer_stays_hidden(inspected):
    def change(document: pikepdf.Pdf) -> None:
        layer = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.OCG, Name="水印"))
        document.Root.OCProperties = pikepdf.Dictionary(
            OCGs=pikepdf.Array([layer]), D=pikepdf.Dictionary(OFF=pikepdf.Array([layer]))
        )
        page = document.pages[0]
        page.Resources = pikepdf.Dictionary(Properties=pikepdf.Dictionary(L=layer))
        page.Contents = pikepdf.Stream(document, b"/OC /L BDC 0 0 99 99 re f EMC")

    assert drawn(inspected(honest.pdf(change=change)).clean).getcolors() == [
        (drawn(honest.pdf()).width * drawn(honest.pdf()).height, (255, 255, 255))
    ]


def test_the_same_file_gives_the_same_clean_copy(inspected):
    content = honest.pdf_with_stamp()
    first = inspected(content).clean.read_bytes()
    assert inspected(content).clean.read_bytes() == first


def test_a_photo_is_turned_upright_and_loses_no_quality(inspected):
    with Image.open(inspected(honest.jpg_turned()).clean) as turned:
        assert turned.size == (80, 120)
    content = jpg(400, 300, quality=70)
    with Image.open(inspected(content).clean) as clean, Image.open(io.BytesIO(content)) as source:
        furthest = max(high for _, high in ImageChops.difference(clean, source).getextrema())
    assert furthest <= 4


def test_active_parts_leave_a_document_and_the_text_stays(inspected):
    clean = inspected(honest.docx_with_web_controls()).clean
    with zipfile.ZipFile(clean) as archive:
        assert not [name for name in archive.namelist() if "activeX" in name]
        assert b"w:control" not in archive.read("word/document.xml")
        assert "表单".encode() in archive.read("word/document.xml")
        assert b"rId7" not in archive.read("word/_rels/document.xml.rels")


def test_an_honest_document_is_left_as_it_is(inspected):
    assert inspected(honest.docx()).clean is None


def test_links_to_the_senders_disk_go_and_web_links_stay(inspected):
    with zipfile.ZipFile(inspected(honest.docx_with_linked_picture()).clean) as archive:
        references = archive.read("word/_rels/document.xml.rels")
    assert b"https://www.mca.gov.cn/" in references
    assert b"C:/" not in references


@pytest.mark.parametrize(
    ("limits", "reason"),
    [({"wall_seconds": 0}, "time"), ({"memory": 24 * 1024 * 1024}, None)],
)
def test_a_child_without_an_answer_is_no_refusal(limits, reason, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(honest.pdf())
    with pytest.raises(CannotInspect) as unknown:
        child.run("pdf", name="a.pdf", path=str(path), clean=str(tmp_path / "clean"), **limits)
    assert "请稍后再试" in unknown.value.sentence
    assert reason in (None, unknown.value.reason)
