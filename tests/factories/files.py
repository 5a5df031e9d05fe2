"""Honest files as people send them, made on the spot."""

import io

import pikepdf
from docx import Document
from PIL import Image


def photo(colour: str = "white") -> bytes:
    """A photograph taken with a telephone."""
    buffer = io.BytesIO()
    Image.new("RGB", (600, 800), colour).save(buffer, "JPEG")
    return buffer.getvalue()


def pdf(pages: int = 1, *, password: str = "") -> bytes:
    """A PDF of empty pages, locked when a password is given."""
    document = pikepdf.new()
    for _ in range(pages):
        document.add_blank_page()
    buffer = io.BytesIO()
    locked = {"encryption": pikepdf.Encryption(owner=password, user=password)} if password else {}
    document.save(buffer, **locked)
    return buffer.getvalue()


def word(*paragraphs: str) -> bytes:
    """A Word document with these paragraphs."""
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
