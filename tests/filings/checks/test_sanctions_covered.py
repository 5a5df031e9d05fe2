from .revisions import CONVENTION, FOUNDATION, convention, says


def test_measures_that_are_not_provided_are_named_together():
    text = CONVENTION.replace("公开谴责、", "").replace("、向有关部门通报", "")

    (finding,) = says("sanctions-covered", convention(text))

    assert finding.quote == "公开谴责、向有关部门通报"
    assert finding.source == "一-1-4"


def test_all_five_are_fine_and_a_foundation_has_no_members_to_discipline():
    assert says("sanctions-covered", convention()) == []
    assert says("sanctions-covered", convention("第一条　诚信。", association=FOUNDATION)) == []
