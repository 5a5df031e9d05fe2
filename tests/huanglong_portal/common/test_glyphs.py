"""No page ever shows an empty box: what cannot be printed is named, what is stray is mended."""

from hypothesis import given
from hypothesis import strategies as st

from compilations.typesetting.typefaces import FANG_STACK, KAI_STACK, SANS_STACK, runs
from huanglong_portal.common.glyphs import missing_glyphs, printable


def test_rare_characters_of_names_can_be_printed() -> None:
    assert missing_glyphs("喆堃镕璟祎㎡①〇—…“”·№ⅢΩЖǎ䶮") == set()


def test_what_no_face_has_is_named() -> None:
    assert missing_glyphs("公约🙂正文\ue000") == {"🙂", "\ue000"}


def test_what_word_processors_leave_behind_is_mended() -> None:
    assert printable("自律\u200b规约\u00a0\ufeff第１条\t⼀、豈") == "自律规约 第１条 一、豈"


@given(st.text(alphabet=st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"])))
def test_mending_is_done_once(text: str) -> None:
    assert printable(printable(text)) == printable(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), max_size=40))
def test_every_stack_sets_what_is_called_printable(text: str) -> None:
    for stack in (FANG_STACK, KAI_STACK, SANS_STACK):
        assert "".join(run.text for run in runs(text, stack)) == text
