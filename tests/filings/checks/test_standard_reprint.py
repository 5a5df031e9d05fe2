from .revisions import places, standard


def test_the_text_of_a_national_standard_is_not_reprinted():
    facts = standard("1 范围\n本文件规定了服务。", standard_kind="national")

    assert places("standard-reprint", facts) == ["body"]


def test_the_own_text_is_printed():
    assert places("standard-reprint", standard("1 范围\n本文件规定了服务。")) == []
