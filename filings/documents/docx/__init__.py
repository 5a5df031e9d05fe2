"""Reading Word files (DOCX) made by Word, WPS and LibreOffice, as people send them.

`reader.read_docx` is the door. The parts are walked by local names, so that Strict and
transitional files, and every producer's extensions, read alike.
"""
