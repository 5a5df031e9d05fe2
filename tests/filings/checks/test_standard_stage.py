from .revisions import places, standard


def test_a_standard_in_drafting_needs_its_stage_and_its_plan():
    assert places("standard-stage", standard(status="drafting", stage="drafting")) == ["planned_on"]
    assert places("standard-stage", standard(status="revising")) == ["stage", "planned_on"]


def test_a_standard_in_force_needs_neither():
    assert places("standard-stage", standard()) == []
