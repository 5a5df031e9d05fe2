from .revisions import case, places


def test_a_case_of_discipline_names_measure_and_article():
    assert places("case-sanction", case(sanction="", article=None)) == ["sanction", "article"]


def test_other_cases_need_neither():
    assert places("case-sanction", case()) == []
    assert places("case-sanction", case(case_kind="reward", sanction="", article="")) == []
