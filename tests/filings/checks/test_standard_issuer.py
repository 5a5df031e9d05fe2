import pytest

from .revisions import says, standard


@pytest.mark.parametrize("kind", ["national", "industry"])
def test_a_district_association_is_no_issuer_of_the_states_standards(kind):
    (finding,) = says("standard-issuer", standard(standard_kind=kind, role="lead"))

    assert finding.place == "role"
    assert "参编或者采用" in finding.sentence


def test_taking_part_is_fine_and_so_are_its_own_group_standards():
    assert says("standard-issuer", standard(standard_kind="industry", role="participant")) == []
    assert says("standard-issuer", standard(standard_kind="group", role="lead")) == []
