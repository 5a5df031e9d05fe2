from .revisions import convention, says

MEMBERS = [{"name": "张某"}, {"name": ""}]


def test_fewer_than_three_experts_are_hinted_at():
    (finding,) = says("experts-count", convention(experts__members=MEMBERS))

    assert "1 位" in finding.sentence


def test_three_experts_are_fine():
    assert says("experts-count", convention()) == []
