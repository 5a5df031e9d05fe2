"""QR codes as SVG, for pages and printed things."""

import io

import segno


def svg(text: str, *, scale: float = 3) -> str:
    """An SVG element (no XML declaration) whose QR code reads ``text``."""
    buffer = io.BytesIO()
    segno.make(text, error="m").save(
        buffer, kind="svg", scale=scale, border=2, xmldecl=False, svgns=True, omitsize=False
    )
    return buffer.getvalue().decode()
