"""What the compile benchmarks compare: the pipeline's steps, and one document set whole.

Every measurement is CPU-bound work of this process or of its children; ours and the monolithic
one alternate, so that a busy machine slows both.
"""

import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from compilations.typesetting import body, sheets
from compilations.typesetting.binding import bind
from compilations.typesetting.entries import Book, Chapter, Imprint, Part
from compilations.typesetting.titles import title_lines
from filings.presentation import Section
from huanglong_portal.common import pdf, qr
from tests.bench.compile_content import association, document, opening

ENTRIES = 300
IMPRINT = Imprint(
    title="濮阳市华龙区行业协会商会健全行业自律规约汇编",
    bureau="濮阳市华龙区民政局",
    edition="2026年度",
    month="2026年11月",
    colophon=(("编印单位", "濮阳市华龙区民政局"), ("收录", f"{ENTRIES} 家单位")),
    address="https://hualong.example/volumes/1",
)
PREFACE = ("为深入推进行业协会商会诚信自律建设，将报送并经审定的材料整理汇编成册。",) * 4


def set_one(number: int, edition: int = 0) -> sheets.Sheet:
    """Render one fragment, as a worker does."""
    return sheets.set_document(document(number, edition))


def book(pieces: Sequence[sheets.Sheet]) -> Book:
    """The volume made of these fragments."""
    chapters = tuple(
        Chapter(
            opening(number),
            (Part(f"{association(number)}自律规约", piece.pages, lambda piece=piece: piece.pdf),),
            industry=association(number)[6:10],
        )
        for number, piece in enumerate(pieces)
    )
    return Book(IMPRINT, chapters, preface=PREFACE, back=(register(len(pieces)),))


def register(entries: int) -> Section:
    """The appendix that says who filed what."""
    return Section(
        "附录一　报送情况一览表",
        columns=("序号", "单位", "类别", "情况", "说明"),
        rows=tuple(
            (str(number + 1), association(number), "行业协会商会", "已收录", "")
            for number in range(entries)
        ),
    )


def bind_seconds(pieces: Sequence[sheets.Sheet]) -> tuple[float, int, int]:
    """Seconds, pages and bytes of press-to-PDF with every fragment at hand."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "volume.pdf"
        started = time.perf_counter()
        bound = bind(book(pieces), target)
        return time.perf_counter() - started, bound.pages, target.stat().st_size


def monolithic_seconds(entries: int = ENTRIES) -> tuple[float, int, int]:
    """Seconds, pages and bytes of the same content set as one WeasyPrint document."""
    started = time.perf_counter()
    printed = pdf.print_document(monolithic_html(entries), css=[sheets.style(), _WHOLE])
    return time.perf_counter() - started, printed.pages, len(printed.pdf)


_WHOLE = """
@page { @bottom-center { content: "— " counter(page) " —"; font-size: 14pt; } }
.piece { break-before: page; }
.contents td:last-child { text-align: right; width: 4em; }
.contents a.at::after { content: target-counter(attr(href), page); }
"""


@cache
def monolithic_html(entries: int) -> str:
    """Front matter, contents, chapter openings, documents and appendix in one document."""
    start = book([sheets.Sheet(b"", 1)] * entries)
    context = {
        "book": replace(start, back=()),
        "imprint": IMPRINT,
        "title_lines": title_lines(IMPRINT.title),
        "sections": [],
    }
    front = _body(render_to_string("compilations/pdf/front.html", context))
    lines, pieces = [], []
    for number in range(entries):
        shown = document(number)
        name = association(number)
        lines.append(
            f'<tr><td>{name}</td><td><a class="at" href="#o{number}"></a></td></tr>'
            f'<tr><td>　　{shown.title}</td><td><a class="at" href="#d{number}"></a></td></tr>'
        )
        facts = "".join(
            f"<tr><th>{term}</th><td>{value}</td></tr>" for term, value in opening(number).facts
        )
        code = qr.svg(opening(number).address)
        pieces.append(
            f'<div class="piece" id="o{number}"><h1 class="title">{name}</h1>'
            f'<table class="particulars">{facts}</table>{code}</div>'
        )
        inner = render_to_string(
            "compilations/pdf/document.html",
            {
                "document": shown,
                "title_lines": shown.title,
                "note_lines": shown.note,
                "lead": [sheets.shown_section(section) for section in shown.lead],
                "after": [sheets.shown_section(section) for section in shown.after],
                "lines": body.lines(shown.blocks),
            },
        )
        pieces.append(f'<div class="piece" id="d{number}">{_body(inner)}</div>')
    back = render_to_string(
        "compilations/pdf/back.html", {"sections": [sheets.shown_section(register(entries))]}
    )
    whole = (
        f'<html lang="zh-CN"><body>{front}<div class="piece"><h1 class="title">目录</h1>'
        f'<table class="contents">{"".join(lines)}</table></div>{"".join(pieces)}'
        f'<div class="piece">{_body(back)}</div></body></html>'
    )
    return mark_safe(whole)


def _body(html: str) -> str:
    return html[html.index("<body>") + 6 : html.index("</body>")]


@cache
def pieces() -> tuple[sheets.Sheet, ...]:
    """All fragments, rendered once."""
    return tuple(set_one(number) for number in range(ENTRIES))


def with_workers(
    job: Callable[[int], sheets.Sheet], count: int, workers: int
) -> list[sheets.Sheet]:
    """Render fragments on a number of worker processes."""
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
        return list(pool.map(job, range(count), chunksize=5))


ROUNDS = 5


@cache
def measured() -> dict[str, list[float]]:
    """All ratios to the monolithic document, from the same interleaved rounds."""
    ratios: dict[str, list[float]] = {"warm": [], "changed": [], "cold": [], "size": []}
    ready = pieces()
    monolithic_html(ENTRIES)
    for turn in range(ROUNDS):
        whole, _, whole_bytes = monolithic_seconds()
        warm, _, warm_bytes = bind_seconds(ready)
        started = time.perf_counter()
        changed = list(ready)
        changed[turn] = set_one(turn, edition=turn + 1)
        rendering = time.perf_counter() - started
        after, _, _ = bind_seconds(changed)
        started = time.perf_counter()
        fresh = with_workers(set_one, ENTRIES, workers=2)
        cold = time.perf_counter() - started + bind_seconds(fresh)[0]
        ratios["warm"].append(warm / whole)
        ratios["changed"].append((rendering + after) / whole)
        ratios["cold"].append(cold / whole)
        ratios["size"].append(warm_bytes / whole_bytes)
    return ratios
