"""The public pages for everyone: by eye, by screen reader, by keyboard, on a telephone."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import DESK, PHONE
from tests.live import LivePortal

AXE = (Path(__file__).parents[1] / "vendor" / "axe" / "axe.min.js").read_text()
PUBLISH = """
from associations import credit_code
from associations.models import Association, Office, Posting, User
from tests.factories.publications import PLEDGE, published
code = credit_code.complete("51410902", "XN900001")
boss = User.objects.create_user("public-pages", name="刘某", email="liu@x.example", is_staff=True)
Posting.objects.create(user=boss, office=Office.objects.get(slug="city-division"), role="chief")
organisation = Association.objects.create(
    name="濮阳市华龙区烘焙行业协会", credit_code=code, kind="society", is_trade_association=True,
    state="admitted", industry="餐饮", standing="abnormal", legal_representative="孙某")
pledge = published(organisation, boss)
published(organisation, boss, filing=pledge, fields=PLEDGE | {"extra": ["一个工作日内答复来电。"]})
published(organisation, boss, material="convention", title="烘焙行业自律规约",
    fields={"effective_on": "2026-10-22"},
    blocks=[
        {"type": "chapter", "number": "第一章", "text": "总则"},
        {"type": "article", "number": "第一条", "text": "诚实守信，明码标价。"},
        {"type": "table", "text": "惩戒措施", "rows": [["情形", "措施"], ["初次违反", "警告"]]},
    ])
print(code)
"""


@pytest.fixture(scope="module")
def code(portal: LivePortal) -> str:
    """The code of an organisation with two versions of a pledge and a convention."""
    return portal.manage("shell", "--verbosity=0", "--command", PUBLISH).split()[-1]


def addresses(code: str) -> list[str]:
    return [
        "/",
        "/pledges/",
        "/pledges/?q=烘焙",
        "/pledges/?q=没有这样的词",
        f"/p/{code}/",
        f"/p/{code}/pledge/",
        f"/p/{code}/pledge/v1/",
        f"/p/{code}/convention/",
        "/notice/",
        "/no-such-page/",
    ]


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_no_public_page_shuts_anyone_out(
    open_page: Callable[..., Page], viewport: dict[str, int], code: str
) -> None:
    page = open_page(viewport)
    found = []

    for address in addresses(code):
        page.goto(address)
        page.evaluate(AXE)
        report = page.evaluate("axe.run()")
        found += [
            f"{address} {violation['id']}: {node['html'][:120]}"
            for violation in report["violations"]
            for node in violation["nodes"]
        ]
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], address

    assert not found, json.dumps(found, ensure_ascii=False, indent=1)


def test_everything_one_touches_is_large_enough(phone: Page, code: str) -> None:
    small = []

    for address in ("/", "/pledges/", f"/p/{code}/pledge/"):
        phone.goto(address)
        small += phone.evaluate(
            """() => [...document.querySelectorAll('button, input, select, .btn')]
                .filter(thing => thing.offsetParent && thing.getBoundingClientRect().height < 44)
                .map(thing => location.pathname + ' ' + thing.outerHTML.slice(0, 80))"""
        )

    assert small == []


def test_the_menu_of_a_telephone_opens_and_leads_on(phone: Page) -> None:
    phone.goto("/")
    menu = phone.get_by_role("button", name="菜单")
    entry = phone.get_by_label("主导航").get_by_role("link", name="诚信承诺")
    expect(entry).to_be_hidden()

    menu.click()
    expect(menu).to_have_attribute("aria-expanded", "true")
    entry.click()

    expect(phone.get_by_role("heading", level=1, name="诚信承诺")).to_be_visible()


def test_the_keyboard_reaches_the_text_first(page: Page) -> None:
    page.goto("/notice/")

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到正文")).to_be_focused()
    page.keyboard.press("Enter")

    expect(page.locator("main")).to_be_focused()


def test_a_citizen_finds_a_pledge_and_an_old_version_of_it(page: Page, code: str) -> None:
    page.goto("/")
    page.get_by_label("组织名称、代码或关键词").last.fill("hbhy")
    page.get_by_label("组织名称、代码或关键词").last.press("Enter")
    page.get_by_role("link", name="濮阳市华龙区烘焙行业协会").click()

    expect(page.get_by_role("heading", level=1, name="诚信承诺书")).to_be_visible()
    expect(page.get_by_text("一个工作日内答复来电。")).to_be_visible()
    page.get_by_role("link", name="第 1 版").click()
    expect(page.get_by_text("这是第 1 版，已经更新。")).to_be_visible()
    page.get_by_role("link", name="查看现行版本").click()
    expect(page).to_have_url(f"{page.url.split('/p/')[0]}/p/{code}/pledge/")


def test_pages_are_read_without_scripts_too(browser: object, portal: LivePortal, code: str) -> None:
    context = browser.new_context(  # type: ignore[attr-defined]
        base_url=portal.url, viewport=PHONE, java_script_enabled=False
    )
    page = context.new_page()

    page.goto(f"/p/{code}/pledge/")

    expect(page.get_by_label("主导航").get_by_role("link", name="诚信承诺")).to_be_visible()
    expect(page.get_by_text("不强制或者变相强制入会")).to_be_visible()
    context.close()


def test_the_home_page_weighs_little(page: Page) -> None:
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(len(answer.body())))

    page.goto("/", wait_until="networkidle")

    # Uncompressed; Bootstrap's style sheet, sent as some 30 KB, is by far the largest.
    assert sum(sizes) < 450_000
