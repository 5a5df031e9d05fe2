import pytest
from hypothesis import given
from hypothesis import strategies as st

from filings.documents.blocks import Block
from filings.likeness import estimate, sketch
from filings.likeness.shingles import jaccard, shingles
from filings.likeness.sketch import SIZE

LETTERS = "会员应当诚信经营公平竞争食品安全消费者权益保护价格标准服务质量监督惩戒警告通报"


def document(text):
    return [Block("paragraph", text=text)]


def test_a_sketch_has_a_fixed_size_however_long_the_document():
    long = "".join(LETTERS[i * 7 % len(LETTERS)] + LETTERS[i % 31] for i in range(4000))

    assert len(sketch(document(long))) <= SIZE
    assert sketch(document(long)) == tuple(sorted(sketch(document(long))))


def test_equal_documents_are_wholly_alike_and_empty_ones_not_at_all():
    ours = sketch(document("会员应当依法经营、诚信经营。"))

    assert estimate(ours, ours) == 1.0
    assert estimate(ours, sketch([])) == 0.0


def test_punctuation_and_blanks_do_not_matter():
    assert sketch(document("会员 应当，诚信经营")) == sketch(document("会员应当诚信经营。"))


def test_cells_of_tables_count():
    table = [Block("table", rows=(("项目", "每年会费六百元整"),))]

    assert estimate(sketch(table), sketch(document("每年会费六百元整"))) > 0.5


@given(st.text(alphabet=LETTERS, max_size=120), st.text(alphabet=LETTERS, max_size=120))
def test_for_short_documents_the_estimate_is_exact(ours, theirs):
    exact = jaccard(shingles(ours), shingles(theirs))

    assert estimate(sketch(document(ours)), sketch(document(theirs))) == pytest.approx(exact)


def test_the_estimate_is_near_for_long_documents():
    first = "".join(LETTERS[(i * i + 3 * i) % len(LETTERS)] for i in range(6000))
    ours = first + "".join(LETTERS[(i * 5 + i // 7) % len(LETTERS)] for i in range(3000))
    theirs = first + "".join(LETTERS[(i * 11 + i // 3) % len(LETTERS)] for i in range(3000))

    exact = jaccard(shingles(ours), shingles(theirs))

    assert estimate(sketch(document(ours)), sketch(document(theirs))) == pytest.approx(
        exact, abs=0.12
    )
