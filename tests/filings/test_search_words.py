import pytest
from hypothesis import given
from hypothesis import strategies as st

from filings.search_words import index_words, name_words, query_of

CHINESE = st.text(alphabet="汽车维修行业协会餐饮家政服务", min_size=1, max_size=30)


def found(text: str, typed: str) -> bool:
    """What both databases do with the words, in plain Python."""
    words = index_words(text).split()
    query = query_of(typed)
    return all(word in words for word in query.words) and all(
        any(word.startswith(beginning) for word in words) for beginning in query.beginnings
    )


@given(CHINESE, st.data())
def test_every_piece_of_a_text_finds_it(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))

    assert found(text, text[start:end])


@pytest.mark.parametrize("typed", ["维车", "建筑", "xcwx", "车 建"])
def test_other_words_do_not(typed):
    assert not found("汽车维修 qcwx", typed)


def test_letters_are_found_by_their_beginning_in_any_case_and_width():
    assert found("采用 GB/T 18344 标准", "gb")
    assert found("采用 GB/T 18344 标准", "１８３４")


def test_letters_and_digits_between_characters_are_part_of_the_phrase():
    assert found("华龙区第77号协会", "第77号")
    assert found("华龙区第77号协会", "第7")
    assert not found("华龙区第177号协会", "第77号")


def test_an_organisation_is_found_by_initials_from_any_place():
    words = name_words("餐饮协会", "cyxh", "51410902XN00000120")

    assert {"xh", "cyxh", "51410902xn00000120"} <= set(words.split())


def test_pairs_alone_do_not_prove_a_phrase_so_it_is_named():
    assert query_of("汽车维修").phrases == ("汽车维修",)
    assert query_of("汽车").phrases == ()


@pytest.mark.parametrize("typed", ["", "  ", "、。（）", "%_'\"*"])
def test_nothing_searchable_is_no_query(typed):
    assert not query_of(typed)


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_words_of_letters_and_digits_only(typed):
    query = query_of(typed)

    assert all(word.isascii() and word.isalnum() for word in query.words + query.beginnings)
