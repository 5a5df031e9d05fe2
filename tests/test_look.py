"""The look as a whole: colours one can read, templates the policy allows, parts that draw."""

import datetime as dt
import re
from pathlib import Path

import pytest
from django import forms
from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.template.loader import render_to_string
from django.test import RequestFactory

from filings.documents.blocks import Block, anchors

ROOT = Path(settings.BASE_DIR)
# Volumes are printed, not served; letters are mails.
TEMPLATES = sorted(
    path for path in (ROOT / "templates").rglob("*.html") if "pdf" not in path.parent.parts
)
TOKENS = dict(
    re.findall(r"--([\w-]+): (#[0-9a-f]{6});", (ROOT / "static/css/tokens.css").read_text())
)
OWN_HOSTS = {"beian.miit.gov.cn", "beian.mps.gov.cn", "www.w3.org"}


def contrast(ink: str, ground: str) -> float:
    """WCAG contrast of two tokens."""

    def luminance(token: str) -> float:
        channels = [int(TOKENS[token][place : place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (
            value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
            for value in channels
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((luminance(ink), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("ground", ["paper", "surface", "sunk"])
@pytest.mark.parametrize("ink", ["ink", "muted", "blue", "seal", "good", "wait", "bad"])
def test_every_text_colour_can_be_read_on_every_ground(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("tone", ["good", "wait", "bad", "blue"])
def test_a_state_can_be_read_on_its_tint(tone: str) -> None:
    assert contrast(tone, f"{tone}-tint") >= 4.5


def test_lines_around_fields_can_be_seen() -> None:
    assert contrast("line-strong", "surface") >= 3


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_template_holds_nothing_the_content_policy_refuses(path: Path) -> None:
    text = re.sub(r"{% comment %}.*?{% endcomment %}|{#.*?#}", "", path.read_text(), flags=re.S)

    assert not re.search(r"<[^>]+\sstyle=", text), "inline style"
    assert not re.search(r"<[^>]+\son[a-z]+=", text), "inline handler"
    assert "<style" not in text
    assert not re.search(r"<script(?![^>]*\bsrc=)", text), "inline script"
    assert set(re.findall(r"https?://([\w.]+)", text)) <= OWN_HOSTS, "foreign host"


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_static_file_a_template_names_exists(path: Path) -> None:
    named = re.findall(r"{% static ['\"]([^'\"]+)['\"]", path.read_text())

    assert [name for name in named if not finders.find(name)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "static/css").glob("*.css")), ids=lambda p: p.name)
def test_styles_fetch_nothing_from_elsewhere(path: Path) -> None:
    assert not re.search(r"https?://|@import", path.read_text())


class Form(forms.Form):
    code = forms.CharField(label="统一社会信用代码", help_text="18 位")


BLOCKS = [
    Block("title", text="自律规约"),
    Block("chapter", "第一章", "总则"),
    Block("section", "第一节", "目的"),
    Block("article", "第一条", "为了规范经营，制定本规约。", notes=("以章程为准。",)),
    Block("item", "（一）", "明码标价；"),
    Block("paragraph", "", "前款所称会员，包括单位会员。"),
    Block("heading", "一、", "附则"),
    Block("table", "", "措施", rows=(("情形", "措施"), ("初犯", "警告")), spans=()),
    Block("image", "", "流程图", image="a" * 64),
]
MOMENT = dt.datetime(2026, 11, 23, 6, 5, tzinfo=dt.UTC)
PARTS = {
    "page_head": ({"title": "诚信承诺", "lead": "说明", "state": "draft"}, ["诚信承诺", "草稿"]),
    "task_line": (
        {"name": "自律规约", "state": "returned", "action": "继续修改", "action_url": "/x/"},
        ["自律规约", "退回补正", 'href="/x/"'],
    ),
    "article_blocks": (
        {
            "blocks": list(zip(anchors(BLOCKS), BLOCKS, strict=True)),
            "image_urls": {"a" * 64: "/picture/"},
            "remarks": {"a1": [{"number": 1, "text": "请写明日期。", "at": MOMENT}]},
        },
        ['id="a1"', 'id="c1"', "第一条", "注：以章程为准。", 'src="/picture/"', "请写明日期。"],
    ),
    "remark": ({"remark": {"text": "请补充。", "answer": "已补充。"}}, ["请补充。", "已补充。"]),
    "fee_table": (
        {"fees": [{"item": "会费", "amount": "600", "unit": "年", "voluntary": False}]},
        ["会费", "600 元/年", "会员义务"],
    ),
    "facts": ({"facts": [("住所", "人民路"), ("电话", "")]}, ["人民路"]),
    "timeline": (
        {"events": [{"at": MOMENT, "what": "审定", "digest": "3f9a01c277be"}]},
        ["2026年11月23日 14:05", "审定", "3f9a 01c2 77be"],
    ),
    "receipt": (
        {"title": "已收到", "number": "HL-1", "facts": [("材料", "规约")], "digest": "ab"},
        ["已收到", "HL-1", "规约"],
    ),
    "file_line": (
        {"name": "规约.docx", "kind": "docx", "pages": 12, "size": 2048, "trouble": "打不开。"},
        ["规约.docx", "12 页", "2 KB", "打不开。"],
    ),
    "progress": ({"words": "正在排版", "done": 3, "total": 5}, ["正在排版", 'value="3"']),
    "empty_state": ({"title": "还没有消息", "text": "稍后再来"}, ["还没有消息"]),
    "figure_card": ({"value": 40, "unit": "家", "label": "已公开"}, ["40", "已公开"]),
    "seal_qr": (
        {"qr_src": "data:,", "address": "https://hualong.example/p/1/", "digest": "ab"},
        ["https://hualong.example/p/1/"],
    ),
    "failure": (
        {"title": "没有找到", "words": "请核对地址。", "fault_code": "9f3c", "phone": "0393-1"},
        ["没有找到", "9f3c", "0393-1"],
    ),
    "pagination": (
        {"page_obj": Paginator(range(60), 20).page(2), "total_word": "份"},
        ["共 60 份", 'aria-current="page"', "?page=3"],
    ),
    "form_field": ({"field": Form({"code": ""})["code"]}, ["统一社会信用代码", "field-error"]),
}


@pytest.mark.parametrize("name", PARTS)
def test_a_part_draws_what_it_is_given(name: str) -> None:
    context, expected = PARTS[name]
    request = RequestFactory().get("/")

    drawn = render_to_string(f"partials/{name}.html", context, request=request)

    assert all(words in drawn for words in expected)
    assert "{{" not in drawn
    assert "{%" not in drawn


def test_an_error_stands_between_the_label_and_the_field_and_is_tied_to_it() -> None:
    drawn = render_to_string("partials/form_field.html", {"field": Form({"code": ""})["code"]})

    assert drawn.index("统一社会信用代码") < drawn.index("field-error") < drawn.index("<input")
    assert 'id="id_code_error"' in drawn
    assert re.search(r'aria-describedby="[^"]*id_code_error', drawn)
