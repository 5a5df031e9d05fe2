from .revisions import places, standard


def test_neither_text_nor_essentials_is_too_little():
    assert places("standard-content", standard(essentials="")) == ["essentials"]


def test_either_is_enough():
    assert places("standard-content", standard()) == []
    assert places("standard-content", standard("1 范围\n本文件规定了服务。", essentials="")) == []
