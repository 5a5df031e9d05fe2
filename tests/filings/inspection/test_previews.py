import io

import pytest
from PIL import Image

from filings.inspection.previews import WIDEST, page_image
from filings.inspection.refusals import FileRefused
from tests.filings.inspection.hostile_pdfs import pdf


@pytest.fixture
def two_pages(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf(2))
    return path


@pytest.mark.parametrize(("asked", "drawn"), [(300, 300), (WIDEST * 10, WIDEST), (0, 1)])
def test_a_page_is_drawn_as_wide_as_asked_within_bounds(two_pages, asked, drawn):
    with Image.open(io.BytesIO(page_image(two_pages, 2, asked))) as image:
        assert (image.format, image.width) == ("PNG", drawn)


def test_a_page_that_is_not_there_is_named(two_pages):
    with pytest.raises(FileRefused) as refusal:
        page_image(two_pages, 3, 300)
    assert "第 3 页" in refusal.value.sentence
