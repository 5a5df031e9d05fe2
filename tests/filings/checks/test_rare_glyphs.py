from .revisions import CONVENTION, convention, says


def test_a_character_that_cannot_be_printed_is_shown_with_its_place():
    text = CONVENTION + "第十一条　由𠮷某负责。"

    (finding,) = says("rare-glyphs", convention(text, missing_glyphs="𠮷"))

    assert finding.place == "a11"
    assert "U+20BB7" in finding.sentence


def test_a_character_of_the_particulars_has_no_article():
    (finding,) = says("rare-glyphs", convention(missing_glyphs="𠮷"))

    assert finding.place == "fields"


def test_what_the_fonts_have_is_fine():
    assert says("rare-glyphs", convention()) == []
