from .revisions import FOUNDATION, convention, places


def test_each_missing_step_is_named():
    facts = convention(consultation=None, assembly__present=None)

    assert places("procedure-complete", facts) == [
        "consultation.from",
        "consultation.to",
        "consultation.audience",
        "assembly.present",
    ]


def test_a_full_record_is_fine_and_a_foundation_has_no_assembly():
    assert places("procedure-complete", convention()) == []
    assert places("procedure-complete", convention(assembly=None, association=FOUNDATION)) == []
