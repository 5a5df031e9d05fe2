"""ZIP containers (DOCX, XLSX): the structure is checked before a part is read, and what a part
expands to is counted while it expands. No size written in a header is believed."""

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from filings.inspection.refusals import Unacceptable

MOST_PARTS = 3000
LARGEST_XML = 64 * 1024 * 1024
LARGEST_PART = 128 * 1024 * 1024
LARGEST_TOTAL = 400 * 1024 * 1024

_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_END_RECORD = struct.Struct("<4s4H2LH")
_CHUNK = 64 * 1024
_XML_SUFFIXES = (".xml", ".rels", ".vml")


class Container:
    """An opened ZIP whose structure has been found sound. Close it, or use it in a `with`."""

    def __init__(self, source: Path | BinaryIO) -> None:
        """Raises Unacceptable when the container is damaged, ambiguous or unreasonably large."""
        self._file: BinaryIO = source.open("rb") if isinstance(source, Path) else source
        self._expanded = 0
        self._data_start: dict[str, int] = {}
        self._parts = self._checked_parts()

    def __enter__(self) -> "Container":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._parts

    @property
    def names(self) -> list[str]:
        """The names of the parts as stored, folders left out."""
        return [_normal(part) for part in self._parts.values()]

    def read(self, name: str) -> bytes:
        """The expanded part. Raises KeyError, or Unacceptable when it breaks a limit."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """The expanded part piece by piece, counted, checked against its checksum."""
        part = self._parts[name.lower()]
        limit = LARGEST_XML if name.lower().endswith(_XML_SUFFIXES) else LARGEST_PART
        size = checksum = 0
        for chunk in self._expand(part):
            size += len(chunk)
            self._expanded += len(chunk)
            if size > limit or self._expanded > LARGEST_TOTAL:
                raise Unacceptable("expands")
            checksum = zlib.crc32(chunk, checksum)
            yield chunk
        if checksum != part.CRC:
            raise self._damaged()
        if size != part.file_size:
            raise Unacceptable("zip_structure", what="部件大小与记录不符")

    def _expand(self, part: zipfile.ZipInfo) -> Iterator[bytes]:
        self._file.seek(self._data_start[part.filename])
        left = part.compress_size
        if part.compress_type == zipfile.ZIP_STORED:
            while left > 0 and (chunk := self._file.read(min(_CHUNK, left))):
                left -= len(chunk)
                yield chunk
            return
        inflate = zlib.decompressobj(-zlib.MAX_WBITS)
        waiting = b""
        while not inflate.eof:
            if not waiting:
                waiting = self._file.read(min(_CHUNK, left))
                left -= len(waiting)
                if not waiting:
                    raise self._damaged()
            try:
                chunk = inflate.decompress(waiting, _CHUNK * 16)
            except zlib.error:
                raise self._damaged() from None
            waiting = inflate.unconsumed_tail
            if chunk:
                yield chunk

    def _checked_parts(self) -> dict[str, zipfile.ZipInfo]:
        self._check_end_record()
        self._file.seek(0)
        try:
            infos = zipfile.ZipFile(self._file).infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, struct.error):
            raise self._damaged() from None
        parts: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            _check_entry(info)
            name = _normal(info).lower()
            if name in parts:
                raise Unacceptable("zip_structure", what="有重名的部件")
            if not name.endswith("/"):
                parts[name] = info
        self._check_places(infos)
        return parts

    def _damaged(self) -> Unacceptable:
        return Unacceptable("text_mode" if _ruined_as_text(self._file) else "damaged")

    def _check_end_record(self) -> None:
        size = self._file.seek(0, 2)
        tail_size = min(size, 65557)
        self._file.seek(size - tail_size)
        tail = self._file.read(tail_size)
        at = tail.rfind(b"PK\x05\x06")
        if at < 0 or len(tail) - at < _END_RECORD.size:
            raise self._damaged()
        *_, entries, directory_size, _offset, comment = _END_RECORD.unpack_from(tail, at)
        if entries > MOST_PARTS or directory_size > MOST_PARTS * 400:
            raise Unacceptable("zip_structure", what="部件太多")
        if len(tail) - at - _END_RECORD.size - comment > 16:
            raise Unacceptable("polyglot", what="压缩数据之后另有内容")

    def _check_places(self, infos: list[zipfile.ZipInfo]) -> None:
        """Each part's own header agrees with the directory, and no two parts share bytes."""
        end = 0
        for info in sorted(infos, key=lambda info: info.header_offset):
            self._file.seek(info.header_offset)
            header = self._file.read(_LOCAL_HEADER.size)
            if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
                raise self._damaged()
            fields = _LOCAL_HEADER.unpack(header)
            name_size, extra_size = fields[-2:]
            name = self._file.read(name_size)
            if info.header_offset < end:
                raise Unacceptable("zip_structure", what="部件互相重叠")
            if end == 0 and info.header_offset != 0:
                raise Unacceptable("polyglot", what="压缩数据之前另有内容")
            if name.replace(b"\\", b"/") not in _names_as_stored(info):
                raise Unacceptable("zip_structure", what="部件名称前后不一")
            start = info.header_offset + _LOCAL_HEADER.size + name_size + extra_size
            self._data_start[info.filename] = start
            end = start + info.compress_size


def _normal(info: zipfile.ZipInfo) -> str:
    return info.filename.replace("\\", "/")


def _names_as_stored(info: zipfile.ZipInfo) -> set[bytes]:
    stored = set()
    for encoding in ("cp437", "utf-8"):
        try:
            stored.add(info.orig_filename.encode(encoding).replace(b"\\", b"/"))
        except UnicodeEncodeError:
            continue
    return stored


def _check_entry(info: zipfile.ZipInfo) -> None:
    name = info.orig_filename
    if (
        "\0" in name
        or name.startswith(("/", "\\"))
        or ":" in name
        or ".." in name.replace("\\", "/").split("/")
    ):
        raise Unacceptable("zip_structure", what="部件路径不正常")
    if stat.S_ISLNK(info.external_attr >> 16):
        raise Unacceptable("zip_structure", what="含有符号链接")
    if info.flag_bits & 0x1:
        raise Unacceptable("office_password")
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise Unacceptable("zip_structure", what="压缩方式不常见")


def _ruined_as_text(file: BinaryIO) -> bool:
    """Whether a transfer changed the bytes as if they were text: line ends, or bytes above 127."""
    file.seek(0)
    sample = file.read(4 * 1024 * 1024)
    if len(sample) < 2000:
        return False
    breaks, pairs, returns = sample.count(b"\n"), sample.count(b"\r\n"), sample.count(b"\r")
    expected = len(sample) // 512  # a compressed file holds each byte about once in 256
    return (
        sample.count(b"\xef\xbf\xbd") > expected
        or (breaks > expected and pairs == breaks)
        or (returns == 0 and breaks > expected and len(sample) > 8000)
        or max(sample) < 128
    )
