"""The forms of the five materials: stored fields in, what was typed out, nothing lost."""

from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from filings.forms import MATERIAL_FORMS, MaterialForm
from filings.forms.pledge import FeeRow
from filings.forms.rows import pasted_lines
from filings.materials import Material
from tests.factories.filings import PLEDGE


def shown(material: str, fields: dict[str, Any], title: str = "标题") -> MaterialForm:
    """The form as the page shows it."""
    return MATERIAL_FORMS[material](title=title, fields=fields)


def sent(form: MaterialForm, **changes: str) -> QueryDict:
    """What a browser sends back of a form, with a few values typed over."""
    data = QueryDict(mutable=True)
    tables = form.row_sets.values()
    bound = [*form, *(cell for table in tables for row in table.forms for cell in row)]
    bound += [cell for table in tables for cell in table.management_form]
    for field in bound:
        value = field.value()
        if value is True:
            data[field.html_name] = "on"
        elif value is not None and value is not False:
            data[field.html_name] = str(field.field.prepare_value(value))
    for name, value in changes.items():
        data[name] = value
    return data


def saved(material: str, fields: dict[str, Any], **changes: str) -> MaterialForm:
    """The form after it was sent with changes."""
    form = MATERIAL_FORMS[material](
        sent(shown(material, fields), **changes), title="标题", fields=fields
    )
    form.is_valid()
    return form


CONVENTION: dict[str, Any] = {
    "adopted_on": "2025-12-01",
    "effective_on": "2026-01-01",
    "scope": "全体会员",
    "consultation": {"from": "2025-09-01", "to": "2025-09-30", "received": 12, "adopted": 0},
    "experts": {
        "date": "2025-10-15",
        "members": [{"name": "刘某", "title": "市场监管局科长"}, {"name": "周某", "title": "律师"}],
        "conclusion": "符合实际，可以提交大会。",
    },
    "assembly": {"name": "第三届第二次会员大会", "due": 86, "present": 70, "for": 70, "against": 0},
    "promulgated_on": "2025-12-05",
    "sanctions": {"warning": "第四十条", "expulsion": "第四十三条"},
}
ETHICS: dict[str, Any] = {
    "staff_groups": "厨师、服务员",
    "publicity": [{"channel": "会员大会宣讲", "date": "2026-02-01", "reach": "86 家"}],
    "discipline": "由自律委员会处理。",
}
STANDARD: dict[str, Any] = {
    "standard_kind": "group",
    "role": "lead",
    "number": "T/HLCY 001—2025",
    "name": "标题",
    "subject": "service",
    "status": "in_force",
    "published_on": "2025-05-01",
}
CASE: dict[str, Any] = {
    "case_kind": "sanction",
    "sanction": "warning",
    "article": "第四十条",
    "may_name_member": False,
    "facts": "某会员……",
}
ALL = [
    (Material.CONVENTION, CONVENTION),
    (Material.ETHICS_CODE, ETHICS),
    (Material.STANDARD, STANDARD),
    (Material.PLEDGE, {key: value for key, value in PLEDGE.items() if value != []}),
    (Material.CASE, CASE),
]


@pytest.mark.parametrize(("material", "fields"), ALL)
def test_a_form_sent_back_untouched_changes_nothing(material: str, fields: dict[str, Any]) -> None:
    form = saved(material, fields)

    assert form.is_valid(), form.errors
    kept = form.saved_fields()
    assert {key: kept[key] for key in fields} == fields


@pytest.mark.parametrize(("material", "fields"), ALL)
def test_every_stored_field_has_its_place_on_the_page(
    material: str, fields: dict[str, Any]
) -> None:
    form = shown(material, fields)
    drawn = {field.name for part in form.shown_parts for field in part.fields}
    tables = {part.table.prefix for part in form.shown_parts if part.table}

    assert drawn == set(form.fields)
    assert tables == set(form.row_sets)


def test_what_makes_sense_is_saved_while_another_field_is_wrong() -> None:
    form = saved(Material.CONVENTION, CONVENTION, scope="会员和从业人员", adopted_on="去年冬天")

    assert not form.is_valid()
    assert "请填写完整的日期" in str(form.errors["adopted_on"])
    kept = form.saved_fields()
    assert kept["scope"] == "会员和从业人员"
    assert kept["adopted_on"] == "2025-12-01"
    assert "去年冬天" in str(form["adopted_on"])


@pytest.mark.parametrize("written", ["2026年3月1日", "2026.3.1", "2026-03-01", "2026/3/1"])
def test_a_day_is_read_as_people_write_it(written: str) -> None:
    form = saved(Material.CONVENTION, {}, adopted_on=written)

    assert form.saved_fields()["adopted_on"] == "2026-03-01"


def test_an_emptied_field_disappears_and_so_does_what_it_leaves_empty() -> None:
    form = saved(Material.CONVENTION, CONVENTION, sanctions__warning="", sanctions__expulsion="")

    assert "sanctions" not in form.saved_fields()


def test_an_emptied_or_deleted_row_is_taken_out() -> None:
    form = saved(
        Material.CONVENTION,
        CONVENTION,
        **{"experts-0-name": "", "experts-0-title": "", "experts-1-DELETE": "on"},
    )

    assert "members" not in form.saved_fields()["experts"]


def test_rows_that_did_not_arrive_leave_the_stored_ones_alone() -> None:
    data = sent(shown(Material.PLEDGE, PLEDGE))
    del data["fees-TOTAL_FORMS"]
    form = MATERIAL_FORMS[Material.PLEDGE](data, title="标题", fields=PLEDGE)
    form.is_valid()

    assert form.saved_fields()["fees"] == PLEDGE["fees"]


def test_more_rows_are_added_without_losing_what_was_typed() -> None:
    form = saved(
        Material.PLEDGE, PLEDGE, **{"more": "fees", "fees-1-item": "培训费", "fees-1-amount": "80"}
    )

    assert [row["item"] for row in form.saved_fields()["fees"]] == ["会员单位会费", "培训费"]
    assert len(form.row_sets["fees"].forms) == 2 + 5


def test_thirty_fees_are_pasted_from_a_spreadsheet() -> None:
    lines = ["项目\t标准（元）\t单位\t依据\t由哪次会议决定\t通过日期\t自愿接受"]
    lines += [
        f"服务{n}\t{n}00\t元/次\t章程第{n}条\t第三届会员大会\t2024年3月15日\t是"
        for n in range(1, 31)
    ]
    form = saved(Material.PLEDGE, PLEDGE, **{"fees-paste": "\n".join(lines)})

    assert form.is_valid(), [row.errors for row in form.row_sets["fees"].forms]
    fees = form.saved_fields()["fees"]
    assert len(fees) == 31
    assert fees[1] == {
        "item": "服务1",
        "amount": "100",
        "unit": "元/次",
        "basis": "章程第1条",
        "decided_by": "第三届会员大会",
        "decided_on": "2024-03-15",
        "voluntary": True,
    }
    assert "服务30" not in str(form.data["fees-paste"])


@pytest.mark.parametrize(
    ("typed", "amount", "unit"),
    [
        ("1,200元/年", "1200", "元/年"),
        ("￥80", "80", ""),
        ("0.5%", "0.5%", ""),
        ("面议", "面议", ""),
    ],
)
def test_an_amount_with_its_unit_in_one_cell_is_parted(typed: str, amount: str, unit: str) -> None:
    form = saved(Material.PLEDGE, {}, **{"fees-0-item": "会费", "fees-0-amount": typed})

    row = form.saved_fields()["fees"][0]
    assert (row["amount"], row.get("unit", "")) == (amount, unit)


@pytest.mark.parametrize(("written", "voluntary"), [("是", True), ("自愿", True), ("否", False)])
def test_voluntary_is_read_as_people_write_it(written: str, voluntary: bool) -> None:
    pasted = f"培训\t80\t元/次\t章程\t会员大会\t2024-03-15\t{written}"
    form = saved(Material.PLEDGE, {}, **{"fees-paste": pasted})

    assert form.saved_fields()["fees"][0]["voluntary"] is voluntary


def test_further_promises_are_one_a_line() -> None:
    form = saved(Material.PLEDGE, PLEDGE, extra="三日内答复。\n\n  每年公布账目。 ")

    assert form.saved_fields()["extra"] == ["三日内答复。", "每年公布账目。"]


def test_a_standard_is_called_as_its_title_says() -> None:
    form = saved(Material.STANDARD, STANDARD, title="火锅店服务规范")

    assert form.saved_title == "火锅店服务规范"
    assert form.saved_fields()["name"] == "火锅店服务规范"


def test_an_empty_title_keeps_the_stored_one() -> None:
    form = saved(Material.CASE, CASE, title="")

    assert form.saved_title == "标题"
    assert "请填写名称" in str(form.errors["title"])


@pytest.mark.parametrize(
    ("material", "place", "anchor"),
    [
        (Material.CONVENTION, "assembly.present", "div_id_assembly__present"),
        (Material.CONVENTION, "experts.members", "part-experts"),
        (Material.CONVENTION, "consultation", "part-consultation"),
        (Material.PLEDGE, "fees", "part-fees"),
        (Material.PLEDGE, "commitments.within_charter", "div_id_commitments__within_charter"),
        (Material.ETHICS_CODE, "publicity", "part-publicity"),
        (Material.CASE, "no such place", ""),
    ],
)
def test_a_finding_leads_to_its_field(material: str, place: str, anchor: str) -> None:
    assert MATERIAL_FORMS[material].anchor_of(place) == anchor


@given(
    st.lists(
        st.lists(
            st.text(
                st.characters(exclude_characters='\r\n\t"\x00', exclude_categories=["Cs", "Cc"])
            ),
            min_size=2,
            max_size=7,
        ),
        max_size=5,
    )
)
def test_pasted_cells_come_out_as_they_went_in(rows: list[list[str]]) -> None:
    text = "\n".join("\t".join(cells) for cells in rows)
    labels = {str(field.label) for field in FeeRow.base_fields.values()}
    kept = [
        [cell.strip() for cell in cells]
        for cells in rows
        if any(cell.strip() for cell in cells) and cells[0].strip() not in labels
    ]

    assert pasted_lines(text, FeeRow) == kept
