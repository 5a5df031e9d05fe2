import pikepdf
import pytest
from PIL import Image

from filings.inspection.inspecting import inspect
from filings.inspection.refusals import FileRefused
from tests.filings.inspection.hostile import HOSTILE


@pytest.mark.parametrize("case", HOSTILE)
def test_a_hostile_file_is_refused_with_a_sentence_or_made_harmless(case, tmp_path):
    name, make, outcome = HOSTILE[case]
    upload, into = tmp_path / "upload", tmp_path / "clean"
    upload.write_bytes(make())
    into.mkdir()
    if outcome == "rebuilt":
        inspection = inspect(upload, name, into=into)
        assert inspection.clean is not None
        assert harmful(inspection.clean) == []
    else:
        with pytest.raises(FileRefused) as refusal:
            inspect(upload, name, into=into, field="file")
        assert (refusal.value.code, refusal.value.field) == (outcome, "file")
        assert refusal.value.sentence.startswith(f"“{name}”")
        assert list(into.iterdir()) == []


def harmful(clean) -> list[str]:
    """What of the attacks is still in a clean copy."""
    if clean.suffix == ".pdf":
        with pikepdf.open(clean) as document:
            text = b"".join(
                item.unparse() for item in document.objects if not isinstance(item, pikepdf.Stream)
            )
            keys = ("/AA", "/JS", "/Launch", "/OpenAction", "/EmbeddedFile", "/XFA", "/Annots")
            return [key for key in keys if key.encode() in text]
    content = clean.read_bytes()
    found = [sign for sign in (b"<script", b"SECRETCAMERA", b"Normal.dotm") if sign in content]
    if clean.suffix in (".jpg", ".png"):
        with Image.open(clean) as picture:
            found += ["exif"] if picture.getexif() else []
            found += ["frames"] if getattr(picture, "n_frames", 1) > 1 else []
    return found
