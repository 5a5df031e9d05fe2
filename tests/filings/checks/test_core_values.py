from .revisions import ethics_code, says


def test_a_code_that_does_not_name_the_core_values_is_hinted_at():
    assert len(says("core-values", ethics_code("第一条　诚实守信。"))) == 1


def test_a_code_that_names_them_is_fine():
    assert says("core-values", ethics_code()) == []
