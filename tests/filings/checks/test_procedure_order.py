import pytest

from .revisions import convention, places, says


def test_an_assembly_before_the_experts_is_out_of_order():
    (finding,) = says("procedure-order", convention(assembly__date="2026-02-20"))

    assert finding.place == "assembly.date"
    assert "2026年2月20日" in finding.sentence
    assert "2026年3月1日" in finding.sentence


def test_steps_on_the_same_day_and_steps_not_told_are_fine():
    assert places("procedure-order", convention(promulgated_on="2026-03-20")) == []
    assert places("procedure-order", convention(experts__date=None)) == []


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("consultation__to", "2025-12-31"),
        ("experts__date", "2026-01-31"),
        ("promulgated_on", "2026-03-19"),
        ("effective_on", "2026-03-31"),
    ],
)
def test_every_step_has_its_place(path, day):
    assert places("procedure-order", convention(**{path: day})) == [path.replace("__", ".")]
