"""Hypothesis strategies for documents in the form the readers produce."""

from hypothesis import strategies as st

from filings.documents.blocks import Block
from filings.documents.outline import tidy, together
from huanglong_portal.common.numerals import to_chinese

WORDS = st.text(
    st.one_of(
        st.sampled_from(
            "会员应当遵守本规约不得擅自降价第条章一二十、（）()。"
            "；：，.1234567890 　|<>^#-⏎\\〔注图表〕•"
        ),
        st.characters(exclude_categories=["Cs", "Cc", "Cf", "Co", "Cn"]),
    ),
    max_size=30,
).map(tidy)
SOME_WORDS = WORDS.filter(bool)
UNMARKED = WORDS.filter(lambda text: not text.startswith(tuple("、:：.．")))
NOTES = st.lists(SOME_WORDS, max_size=2).map(tuple)


def _formal(kind: str, unit: str, words: st.SearchStrategy[str]) -> st.SearchStrategy[Block]:
    numbers = st.integers(1, 400).flatmap(
        lambda value: st.sampled_from([f"第{to_chinese(value)}{unit}", f"第{value}{unit}"])
    )
    return st.builds(
        lambda number, text, notes: Block(kind, number, text, notes=notes), numbers, words, NOTES
    )


LIST_NUMBERS = st.integers(1, 20).flatmap(
    lambda value: st.sampled_from(
        [
            f"{to_chinese(value)}、",
            f"（{to_chinese(value)}）",
            f"({to_chinese(value)})",
            f"{value}.",
            f"{value}、",
            f"（{value}）",
            f"{value}）",
            chr(ord("①") + value - 1),
            f"4.{value}",
            "•",
            chr(ord("a") + value - 1) + ")",
        ]
    )
)
CELLS = st.lists(WORDS, min_size=1, max_size=2).map("\n".join)


@st.composite
def tables(draw: st.DrawFn) -> Block:
    width, height = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    grid = [[draw(CELLS) for _ in range(width)] for _ in range(height)]
    spans, taken = [], set()
    for row in range(height):
        for column in range(width):
            if (row, column) in taken or not draw(st.booleans()):
                continue
            down, right = draw(st.integers(1, height - row)), draw(st.integers(1, width - column))
            area = {(r, c) for r in range(row, row + down) for c in range(column, column + right)}
            if len(area) == 1 or area & taken:
                continue
            spans.append((row, column, down, right))
            taken |= area
            for r, c in area - {(row, column)}:
                grid[r][c] = ""
    return Block(
        "table",
        text=draw(WORDS),
        rows=tuple(map(tuple, grid)),
        spans=tuple(spans),
        notes=draw(NOTES),
    )


BLOCKS = st.one_of(
    st.builds(lambda text: Block("title", text=together(text)), SOME_WORDS),
    _formal("chapter", "章", UNMARKED.map(together).filter(lambda text: "。" not in text)),
    _formal("section", "节", UNMARKED.map(together).filter(lambda text: "。" not in text)),
    _formal("article", "条", UNMARKED),
    st.builds(
        lambda kind, number, text, notes: Block(kind, number, text, notes=notes),
        st.sampled_from(["heading", "item"]),
        LIST_NUMBERS,
        SOME_WORDS,
        NOTES,
    ),
    st.builds(
        lambda kind, text, notes: Block(kind, text=text, notes=notes),
        st.sampled_from(["heading", "item"]),
        SOME_WORDS,
        NOTES,
    ),
    st.builds(lambda text, notes: Block("paragraph", text=text, notes=notes), SOME_WORDS, NOTES),
    st.builds(
        lambda digest, text, notes: Block("image", text=text, image=digest, notes=notes),
        st.integers(0, 2**256 - 1).map(lambda value: f"{value:064x}"),
        WORDS,
        NOTES,
    ),
    tables(),
)
DOCUMENTS = st.lists(BLOCKS, max_size=12)
