"""What the streams of a PDF expand to (解压预算), counted while they expand.

A reader decodes one stream at a time, so each has its own limit, and pictures have a larger one
than page contents. Filters that multiply each other are refused.
"""

import base64
import re
import struct
import zlib
from collections.abc import Callable

import pikepdf

from filings.inspection.refusals import Unacceptable

LARGEST_CONTENT = 48 * 1024 * 1024
LARGEST_PICTURE = 320 * 1024 * 1024
LARGEST_TOTAL = 3 * 1024 * 1024 * 1024
MOST_PIXELS = 250_000_000

_CHUNK = 1024 * 1024
_SHORT_NAMES = {
    "Fl": "FlateDecode",
    "LZW": "LZWDecode",
    "RL": "RunLengthDecode",
    "A85": "ASCII85Decode",
    "AHx": "ASCIIHexDecode",
    "DCT": "DCTDecode",
    "CCF": "CCITTFaxDecode",
}
_EXPANDING = {"FlateDecode", "LZWDecode", "RunLengthDecode"}
_PICTURES = {"DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode"}
_MOST_PER_BYTE = {"FlateDecode": 1032, "LZWDecode": 2800, "RunLengthDecode": 128}
_JPX_SIZE = re.compile(rb"\xff\x4f\xff\x51(.{36})", re.S)
_JPEG_SIZE = re.compile(rb"\xff[\xc0-\xc3\xc5-\xc7\xc9-\xcb\xcd-\xcf]..\x08(..)(..)", re.S)


class Budget:
    """Counts the streams of one file. Raises Unacceptable as soon as a limit is broken."""

    def __init__(self) -> None:
        self._total = 0

    def spend(self, stream: pikepdf.Object) -> None:
        """Counts one stream."""
        filters = _filters(stream)
        expanding = [name for name in filters if name in _EXPANDING]
        if len(expanding) > 1 or len(filters) > 4:
            raise Unacceptable("expands")
        is_picture = stream.get("/Subtype") == "/Image"
        limit = LARGEST_PICTURE if is_picture else LARGEST_CONTENT
        if is_picture:
            _check_declared_pixels(stream)
        if any(name in _PICTURES for name in filters):
            _check_coded_pixels(filters[-1], stream)
        if expanding:
            raw = _without_ascii(stream, filters)
            if len(raw) * _MOST_PER_BYTE[expanding[0]] > limit:
                self._total += _COUNTERS[expanding[0]](raw, limit)
        if self._total > LARGEST_TOTAL:
            raise Unacceptable("expands")


def _filters(stream: pikepdf.Object) -> list[str]:
    value = stream.get("/Filter")
    if value is None:
        return []
    names = list(value.as_list()) if isinstance(value, pikepdf.Array) else [value]
    return [_SHORT_NAMES.get(str(name)[1:], str(name)[1:]) for name in names]


def _without_ascii(stream: pikepdf.Object, filters: list[str]) -> bytes:
    """The coded bytes; an ASCII coat only makes the coded data longer, never shorter by much."""
    raw = bytes(stream.read_raw_bytes())
    for name in filters:
        if name == "ASCIIHexDecode":
            digits = re.sub(rb"[^0-9A-Fa-f]", b"", raw.partition(b">")[0])
            raw = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
        elif name == "ASCII85Decode":
            raw = _ascii85(raw)
        else:
            break
    return raw


def _ascii85(raw: bytes) -> bytes:
    body = re.sub(rb"\s", b"", raw).partition(b"~")[0].removeprefix(b"<~")
    try:
        return base64.a85decode(body)
    except ValueError:
        raise Unacceptable("damaged") from None


def _flate(raw: bytes, limit: int) -> int:
    inflate = zlib.decompressobj()
    size, waiting = 0, raw
    while waiting and not inflate.eof:
        try:
            size += len(inflate.decompress(waiting, _CHUNK))
        except zlib.error:
            return size  # damaged from here on: a reader sees no more than this either
        if size > limit:
            raise Unacceptable("expands")
        waiting = inflate.unconsumed_tail
    return size


def _run_length(raw: bytes, limit: int) -> int:
    size = at = 0
    while at < len(raw) and raw[at] != 128:
        length = raw[at]
        size += length + 1 if length < 128 else 257 - length
        at += length + 2 if length < 128 else 2
        if size > limit:
            raise Unacceptable("expands")
    return size


def _lzw(raw: bytes, limit: int) -> int:
    """Only the lengths of the table entries are kept: enough to count, not to decode."""
    size = 0
    lengths = [1] * 258
    width, previous = 9, 0
    buffer = bits = 0
    for byte in raw:
        buffer = (buffer << 8 | byte) & 0xFFFFFF
        bits += 8
        if bits < width:
            continue
        bits -= width
        code = buffer >> bits & ((1 << width) - 1)
        if code == 257:
            break
        if code == 256:
            del lengths[258:]
            width, previous = 9, 0
            continue
        length = lengths[code] if code < len(lengths) else previous + 1
        size += length
        if size > limit:
            raise Unacceptable("expands")
        if previous and len(lengths) < 4096:
            lengths.append(previous + 1)
        previous = length
        width = (
            12
            if len(lengths) >= 2047
            else 11
            if len(lengths) >= 1023
            else (10 if len(lengths) >= 511 else 9)
        )
    return size


_COUNTERS: dict[str, Callable[[bytes, int], int]] = {
    "FlateDecode": _flate,
    "LZWDecode": _lzw,
    "RunLengthDecode": _run_length,
}


def _check_declared_pixels(stream: pikepdf.Object) -> None:
    width, height = stream.get("/Width", 0), stream.get("/Height", 0)
    try:
        pixels = int(width) * int(height)
    except (TypeError, ValueError):
        raise Unacceptable("pdf_structure", what="图片尺寸不正常") from None
    if pixels > MOST_PIXELS:
        raise Unacceptable("too_many_pixels", pixels=pixels // 10_000)


def _check_coded_pixels(coding: str, stream: pikepdf.Object) -> None:
    """The size a picture's own header asks its decoder to make room for."""
    if coding == "CCITTFaxDecode":
        return
    raw = bytes(stream.read_raw_bytes())
    pixels = 0
    if coding == "JPXDecode" and (match := _JPX_SIZE.search(raw)):
        right, bottom, left, top = struct.unpack_from(">4L", match[1], 4)
        pixels = max(0, right - left) * max(0, bottom - top)
    elif coding == "DCTDecode" and (match := _JPEG_SIZE.search(raw)):
        pixels = int.from_bytes(match[1]) * int.from_bytes(match[2])
    elif coding == "JBIG2Decode":
        pixels = _jbig2_pixels(raw)
    if pixels > MOST_PIXELS:
        raise Unacceptable("too_many_pixels", pixels=pixels // 10_000)


def _jbig2_pixels(raw: bytes) -> int:
    """The largest page or region among the segments of an embedded JBIG2 stream."""
    at, largest = 0, 0
    while at + 11 <= len(raw):
        number, flags, references = struct.unpack_from(">LBB", raw, at)
        at += 5
        count = references >> 5
        if count == 7:
            count = struct.unpack_from(">L", raw, at)[0] & 0x1FFFFFFF
            at += 4 + (count + 8) // 8
        else:
            at += 1
        at += count * (1 if number <= 256 else 2 if number <= 65536 else 4)
        at += 4 if flags & 0x40 else 1
        if at + 4 > len(raw):
            break
        length = struct.unpack_from(">L", raw, at)[0]
        at += 4
        kind = flags & 0x3F
        if kind in (4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48) and at + 8 <= len(raw):
            width, height = struct.unpack_from(">LL", raw, at)
            height = 0 if kind == 48 and height == 0xFFFFFFFF else height
            largest = max(largest, width * height)
        if length == 0xFFFFFFFF:
            break
        at += length
    return largest
