"""One digest of everything that decides how a piece looks, besides its content."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings

from huanglong_portal.common import glyph_coverage, glyphs
from huanglong_portal.common import pdf as press

_HERE = Path(__file__).parent


@cache
def press_version() -> str:
    """Digest of renderer, faces, templates, style sheet and the code of typesetting itself.

    When it changes, every piece is set anew; nobody has to remember to count a version up.
    """
    digest = hashlib.sha256(press.RENDERER.encode())
    templates = Path(settings.BASE_DIR) / "templates" / "compilations" / "pdf"
    sources = [
        *sorted(_HERE.rglob("*.py")),
        *(Path(module.__file__) for module in (press, glyphs, glyph_coverage) if module.__file__),
        *sorted(path for path in templates.iterdir() if path.is_file()),
        *sorted(path for path in press.FONTS.iterdir() if path.suffix in (".otf", ".ttf", ".conf")),
    ]
    for path in sources:
        digest.update(path.name.encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
