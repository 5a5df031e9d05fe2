"""Page numbers: nothing overlaps, chapters open on the right, volumes divide between chapters."""

from hypothesis import given
from hypothesis import strategies as st

from compilations.typesetting.entries import Chapter, Opening, Part
from compilations.typesetting.pagination import divide, division_names, end_of, paginate


def chapters(*sizes: tuple[int, ...]) -> list[Chapter]:
    """Chapters with documents of so many pages."""
    return [
        Chapter(
            Opening(f"第{number}家"),
            tuple(Part(f"文{at}", pages, bytes) for at, pages in enumerate(documents)),
        )
        for number, documents in enumerate(sizes)
    ]


some_chapters = st.lists(
    st.lists(st.integers(1, 40), min_size=1, max_size=4).map(tuple), max_size=30
).map(lambda sizes: chapters(*sizes))


def test_a_chapter_opens_on_the_right_and_its_documents_follow() -> None:
    first, second = paginate(chapters((3,), (1, 2)))

    assert (first.page, [page for _, page in first.documents]) == (1, [2])
    assert (second.page, second.blank_before) == (5, False)
    assert [page for _, page in second.documents] == [6, 7]


def test_a_blank_page_is_put_in_only_where_it_is_needed() -> None:
    _, second = paginate(chapters((2,), (1,)))

    assert (second.page, second.blank_before) == (5, True)


@given(some_chapters, st.booleans(), st.integers(0, 50).map(lambda half: 2 * half + 1))
def test_no_two_pieces_share_a_page(
    some: list[Chapter], opens_on_right: bool, first_page: int
) -> None:
    taken: list[int] = []
    for place in paginate(some, first_page=first_page, opens_on_right=opens_on_right):
        taken.append(place.page)
        for part, page in place.documents:
            taken += range(page, page + part.pages)
        assert place.page % 2 == 1 or not opens_on_right

    assert len(taken) == len(set(taken))
    assert taken == sorted(taken)
    assert all(page >= first_page for page in taken)


@given(some_chapters, st.integers(20, 400))
def test_dividing_keeps_every_chapter_whole_and_in_order(some: list[Chapter], limit: int) -> None:
    divided = divide(some, limit)

    assert [chapter for part in divided for chapter in part] == some
    for part in divided:
        assert len(part) <= 1 or end_of(paginate(part)) - 1 <= limit


def test_parts_are_named_as_books_are() -> None:
    assert division_names(1) == [""]
    assert division_names(2) == ["上册", "下册"]
    assert division_names(3) == ["上册", "中册", "下册"]
    assert division_names(4)[-1] == "第四册"
