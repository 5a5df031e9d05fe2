"""The template tags of the shared parts."""

import datetime as dt

import time_machine
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory

from filings.documents.blocks import Block
from huanglong_portal.common.templatetags import portal


def drawn(template: str, **context: object) -> str:
    return Template("{% load portal %}" + template).render(Context(context))


def test_dates_are_written_as_on_paper_whatever_they_come_as() -> None:
    assert portal.cn_date(dt.date(2026, 11, 3)) == "2026年11月3日"
    assert portal.cn_date("2026-11-03") == "2026年11月3日"
    assert portal.cn_date(dt.datetime(2026, 11, 3, 17, 0, tzinfo=dt.UTC)) == "2026年11月4日"
    assert portal.cn_date("约 2026 年") == "约 2026 年"
    assert portal.cn_date(None) == ""


@time_machine.travel("2026-11-23 09:00+08:00", tick=False)
def test_days_left_are_counted_from_today() -> None:
    assert drawn("{{ day|days_left }}", day="2026-12-05") == "还剩 12 天（12月5日 24:00 截止）"
    assert drawn("{{ day|days_left }}", day=None) == ""


def test_a_state_is_a_word_with_a_shape() -> None:
    tag = drawn("{% state_tag 'returned' %}")

    assert "退回补正" in tag
    assert "state--wait" in tag
    assert "<svg" in tag


def test_an_entry_without_a_page_is_left_out_of_the_navigation() -> None:
    request = RequestFactory().get("/notice/")

    assert drawn("{% nav_link '名录' 'no:such-page' %}", request=request).strip() == ""
    assert 'aria-current="page"' in drawn(
        "{% nav_link '报送通知' 'public:notice' %}", request=request
    )
    assert "aria-current" not in drawn("{% nav_link '首页' 'home' %}", request=request)
    assert 'aria-current="true"' in drawn(
        "{% nav_link '诚信承诺' 'public:pledges' %}", request=request, section="public:pledges"
    )


class Form(forms.Form):
    code = forms.CharField(label="代码")
    kind = forms.ChoiceField(label="类别", choices=[("a", "甲")], widget=forms.RadioSelect)

    def clean(self) -> None:
        raise forms.ValidationError("两处互相矛盾。")


def test_an_error_summary_leads_to_every_field() -> None:
    summary = drawn("{% error_summary form %}", form=Form({}))

    assert "有 3 处需要您修改" in summary
    assert 'href="#id_code"' in summary
    assert 'href="#id_kind_0"' in summary
    assert "两处互相矛盾。" in summary
    assert drawn("{% error_summary form %}", form=Form()).strip() == ""


def test_a_chart_is_its_own_table() -> None:
    chart = drawn("{% bar_chart rows '公开承诺' unit='家' %}", rows=[("甲类", 20), ("乙类", 5)])

    assert 'width="100.00"' in chart
    assert 'width="25.00"' in chart
    assert "20 家" in chart
    assert "<caption>公开承诺</caption>" in chart
    assert 'width="0.00"' in drawn("{% bar_chart rows '空' %}", rows=[("甲类", 0)])


def test_merged_cells_cover_their_neighbours() -> None:
    table = Block("table", rows=(("甲", "乙"), ("丙", ""), ("丁", "")), spans=((1, 0, 2, 2),))

    rows = portal.table_cells(table)

    assert [[cell.text for cell in row] for row in rows] == [["甲", "乙"], ["丙"], []]
    assert (rows[1][0].rowspan, rows[1][0].colspan) == (2, 2)


def test_long_lists_of_pages_are_shortened() -> None:
    assert portal.elided(Paginator(range(200), 10), 10) == [1, None, 9, 10, 11, None, 20]


def test_a_code_for_the_camera_needs_no_other_file() -> None:
    assert portal.qr_image("https://hualong.example/p/1/").startswith("data:image/svg+xml,%3Csvg")
