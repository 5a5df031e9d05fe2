from filings.excerpts import excerpt

TEXT = "本会向社会公开承诺：不强制入会，不强行服务，不搞乱评比、乱培训、乱表彰。"


def test_the_longest_word_typed_is_shown_in_its_place():
    found = excerpt(TEXT, "承诺 乱培训", around=6)

    assert found is not None
    assert (found.before, found.hit, found.after) == ("…不搞乱评比、", "乱培训", "、乱表彰。")


def test_the_start_of_the_text_has_no_dots_before_it():
    found = excerpt(TEXT, "社会")

    assert found is not None
    assert found.before == "本会向"


def test_letters_are_found_in_any_case():
    found = excerpt("采用 GB/T 18344", "gb/t")

    assert found is not None
    assert found.hit == "GB/T"


def test_no_place_gives_no_excerpt():
    assert excerpt(TEXT, "建筑") is None
    assert excerpt(TEXT, "") is None
