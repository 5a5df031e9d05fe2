"""The catalogue of credit information and the names it is found by."""

import re

from credit.catalogue import KINDS, Severity, Tone
from credit.forms import kind_choices


def test_every_kind_names_its_source_and_a_lasting_code() -> None:
    for code, kind in KINDS.items():
        assert re.fullmatch(r"[a-z_]+(\.[a-z_]+)?", code)
        assert kind.source
        assert kind.title


def test_only_what_speaks_against_an_organisation_has_a_severity() -> None:
    graded = {kind.tone for kind in KINDS.values() if kind.severity != Severity.NONE}

    assert graded == {Tone.BAD}


def test_the_portals_own_facts_are_not_offered_to_officers() -> None:
    offered = {code for _, kinds in kind_choices() for code, _ in kinds}

    assert offered == {code for code, kind in KINDS.items() if kind.by_hand}
    assert "convention.accepted" not in offered
