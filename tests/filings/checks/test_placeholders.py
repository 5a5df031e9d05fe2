import pytest

from .revisions import CONVENTION, case, convention, places, pledge


@pytest.mark.parametrize(
    "blank",
    ["××协会", "XX年", "【请填写】", "某某协会", "____", "（此处填写名称）"],
)
def test_a_blank_of_the_model_must_be_filled(blank):
    facts = convention(CONVENTION + f"第十一条　{blank}负责解释。")

    assert places("placeholders", facts) == ["a11"]


def test_a_finished_text_is_fine():
    assert places("placeholders", convention()) == []


def test_a_case_may_say_so_and_so_and_a_signature_has_its_line():
    assert places("placeholders", case("某市某协会会员张某受到警告。")) == []
    assert places("placeholders", pledge("法定代表人（签字）：______")) == []
