"""Reading the text layer of PDFs: words with their places become lines, lines become paragraphs.

`reader.read_pdf` is the door. The words come from poppler's pdftotext, which is run inside the
confined child.
"""
