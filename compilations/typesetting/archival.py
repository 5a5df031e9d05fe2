"""PDF/A-2b (ISO 19005-2): what a book declares, and when it may.

Our own pages keep to it: embedded faces with matching widths, device colours under an sRGB output
intent, no scripts, no encryption, metadata in XMP. A page from an attached file keeps to it only
if it does so itself, which is looked at here; a book with one that does not declares nothing.
"""

import struct

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

_COLOURS = {"/DeviceRGB", "/DeviceGray", "/CalRGB", "/CalGray", "/Indexed", "/ICCBased"}
_FORBIDDEN_FILTERS = {"/LZWDecode", "/Crypt"}
_DEPTH = 6


def keeps_to_archival(thing: pikepdf.Object, depth: int = 0) -> bool:
    """Whether a form taken from an attached page is fit for PDF/A-2b, as far as it uses fonts,
    pictures and forms. What is nested deeper than any honest page is taken for unfit."""
    if depth > _DEPTH:
        return False
    resources = thing.get(Name.Resources)
    if resources is None:
        return True
    fonts = resources.get(Name.Font, Dictionary())
    if not all(_is_embedded(font) for font in fonts.values()):
        return False
    if any(not _is_plain(space) for space in resources.get(Name.ColorSpace, Dictionary()).values()):
        return False
    for inner in resources.get(Name.XObject, Dictionary()).values():
        if inner.get(Name.Subtype) == Name.Image:
            if not _is_plain_image(inner):
                return False
        elif not keeps_to_archival(inner, depth + 1):
            return False
    return True


def declare_archival(pdf: pikepdf.Pdf) -> None:
    """Give the book its output intent and say in its metadata that it is PDF/A-2b."""
    profile = pdf.make_stream(_srgb())
    profile.N = 3
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
                Info=String("sRGB IEC61966-2.1"),
                DestOutputProfile=profile,
            )
        ]
    )
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata["pdfaid:part"] = "2"
        metadata["pdfaid:conformance"] = "B"


def _srgb() -> bytes:
    """The sRGB profile, without the moment it was made: the same book has the same bytes."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    made = struct.pack(">6H", 2026, 1, 1, 0, 0, 0)  # ICC.1 7.2.8, date and time of creation
    return profile[:24] + made + profile[36:84] + bytes(16) + profile[100:]


def _is_embedded(font: pikepdf.Object) -> bool:
    if font.get(Name.Subtype) == Name.Type3:
        return True
    descendants = font.get(Name.DescendantFonts)
    described = descendants[0] if descendants is not None else font
    descriptor = described.get(Name.FontDescriptor, Dictionary())
    return any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3"))


def _is_plain(space: pikepdf.Object) -> bool:
    name = space if isinstance(space, pikepdf.Name) else space[0]
    return str(name) in _COLOURS


def _is_plain_image(image: pikepdf.Object) -> bool:
    space = image.get(Name.ColorSpace)
    if space is not None and not _is_plain(space):
        return False
    if space is None and not bool(image.get(Name.ImageMask, False)):
        return False  # JPEG 2000 with colours of its own
    filters = image.get(Name.Filter)
    names = [filters] if isinstance(filters, pikepdf.Name) else list(filters or [])
    if any(str(name) in _FORBIDDEN_FILTERS for name in names):
        return False
    return not bool(image.get(Name.Interpolate, False))
