"""What a machine must have beside Python, each asked of the machine itself.

A need is met when the library loads or the program is found, wherever it came from; the name of
the Debian package is only how to get it.
"""

import ctypes
import importlib.util
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Need:
    """Something of the machine: the package that brings it, what for, and whether it is there."""

    package: str
    purpose: str
    present: Callable[[], bool]


def library(name: str) -> Callable[[], bool]:
    def loads() -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return loads


def program(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


def file(folder: str, pattern: str) -> Callable[[], bool]:
    return lambda: any(Path(folder).glob(pattern))


def can_make_environments() -> bool:
    """Debian's Python comes without the two modules that make virtual environments."""
    return all(importlib.util.find_spec(name) for name in ("venv", "ensurepip"))


def python_venv(version: str) -> Need:
    return Need(f"python{version}-venv", "建立 Python 虚拟环境", can_make_environments)


RUN = (
    Need("libpango-1.0-0", "排版汇编和回执", library("libpango-1.0.so.0")),
    Need("libpangoft2-1.0-0", "排版汇编和回执", library("libpangoft2-1.0.so.0")),
    Need("libharfbuzz-subset0", "嵌入字体", library("libharfbuzz-subset.so.0")),
    Need("poppler-utils", "把 PDF 变成页面图像", program("pdftoppm")),
    Need("fonts-noto-cjk", "生僻字", file("/usr/share/fonts", "**/NotoSerifCJK*")),
)

READING_SCANS = (
    Need("tesseract-ocr", "识别扫描件中的文字", program("tesseract")),
    Need(
        "tesseract-ocr-chi-sim",
        "识别扫描件中的汉字",
        file("/usr/share/tesseract-ocr", "*/tessdata/chi_sim.traineddata"),
    ),
)

TEST = (
    *RUN,
    *READING_SCANS,
    Need("postgresql", "在 PostgreSQL 上测试", file("/usr/lib/postgresql", "*/bin/initdb")),
    Need("redis-server", "在 Redis 上测试", program("redis-server")),
    Need("chromium", "用浏览器走完全程", program("chromium", "chromium-browser")),
)

OPTIONAL = (
    Need("libreoffice-writer-nogui", ".doc 和 .wps 文件转为页面", program("soffice")),
    *READING_SCANS,
)
