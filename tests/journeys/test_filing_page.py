"""The filing page in a real browser: it saves itself, and nothing typed is lost."""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import LocatorAssertions, Page, expect

from tests.journeys.conftest import DESK, PHONE
from tests.journeys.test_public_pages import AXE
from tests.live import LivePortal

PASSWORD = "Hualong-2026"
PREPARE = """
from django.core.files.base import ContentFile
from associations import credit_code
from associations.models import Association, Mandate, Office, Posting, User
from filings import services
from tests.factories import files, filings, people
organisation = Association.objects.create(
    name="濮阳市华龙区糕点行业协会", kind="society", is_trade_association=True, state="admitted",
    credit_code=credit_code.complete("51410902", "XN900002"), industry="烘焙")
person = User.objects.create_user("filing-page", password="Hualong-2026", name="王某")
Mandate.objects.create(
    user=person, association=organisation, role="administrator", valid_from=people.LONG_AGO)
handler = people.officer("handler")
convention = filings.draft(organisation, person, "convention")
services.take_body_from_text(
    revision_id=convention.pk, by=person,
    text="第一章　总则\\n第一条　诚实守信。\\n第二条　不得低于协会公布的最低价销售。\\n")
picture = services.upload(
    association_id=organisation.pk, content=ContentFile(files.photo()), name="现场.jpg", by=person)
services.attach(revision_id=convention.pk, upload_id=picture.pk, by=person, role="assembly")
returned = filings.in_review(organisation, person, handler)
services.add_remark(
    revision_id=returned.pk, by=handler, text="请核对。", anchor="hotline", place="电话")
services.perform(revision_id=returned.pk, action="return", by=handler, note="请补正")
pledge = services.revise(filing_id=returned.filing_id, slot_id=returned.slot_id, by=person)
print(organisation.public_id, convention.public_id, returned.public_id, pledge.public_id)
"""


@pytest.fixture(scope="module")
def made(portal: LivePortal) -> list[str]:
    """Organisation, draft of a convention, returned pledge, draft that answers the return."""
    return portal.manage("shell", "--verbosity=0", "--command", PREPARE).split()[-4:]


def sign_in(page: Page) -> Page:
    page.goto("/login/")
    page.get_by_label("登录名").fill("filing-page")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="登录").click()
    return page


def words(page: Page) -> LocatorAssertions:
    """What the bar at the foot says."""
    return expect(page.locator("[data-save-words]"))


@pytest.mark.parametrize("viewport", [DESK, PHONE], ids=["desk", "phone"])
def test_no_page_of_the_representative_shuts_anyone_out(
    open_page: Callable[..., Page], viewport: dict[str, int], made: list[str]
) -> None:
    organisation, convention, returned, pledge = made
    page = sign_in(open_page(viewport))
    found = []

    for address in (
        f"/desk/{organisation}/",
        f"/filings/{convention}/body/",
        f"/filings/{convention}/body/?edit=a2",
        f"/filings/{convention}/body/text/",
        f"/filings/{convention}/fields/",
        f"/filings/{convention}/attachments/",
        f"/filings/{convention}/check/",
        f"/filings/{pledge}/remarks/",
        f"/filings/{pledge}/fields/",
        f"/filings/{returned}/",
        f"/filings/{returned}/receipt/",
        f"/organisations/{organisation}/people/",
        "/messages/",
        "/account/",
    ):
        page.goto(address)
        page.evaluate(AXE)
        found += [
            f"{address} {violation['id']}: {node['html'][:120]}"
            for violation in page.evaluate("axe.run()")["violations"]
            for node in violation["nodes"]
        ]
        assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"], address

    assert not found, json.dumps(found, ensure_ascii=False, indent=1)


def test_a_draft_saves_itself_and_outlives_a_cut_connection(page: Page, made: list[str]) -> None:
    address = f"/filings/{made[3]}/fields/"
    sign_in(page).goto(address)
    signatory = page.get_by_label("签署人")

    with page.expect_response(lambda answer: answer.request.method == "POST"):
        signatory.fill("周某")
    words(page).to_contain_text("已保存")
    page.context.set_offline(True)
    signatory.fill("离线时写的")
    words(page).to_contain_text("没有网络")
    page.context.set_offline(False)
    page.on("dialog", lambda dialog: dialog.accept())
    page.goto(address)
    expect(signatory).to_have_value("周某")
    with page.expect_response(lambda answer: answer.request.method == "POST"):
        page.get_by_role("button", name="恢复").click()
    words(page).to_contain_text("已保存")
    page.goto(address)

    expect(signatory).to_have_value("离线时写的")


def test_a_second_window_is_noticed_and_the_words_stay(page: Page, made: list[str]) -> None:
    address = f"/filings/{made[3]}/fields/"
    sign_in(page).goto(address)
    second = page.context.new_page()
    second.goto(address)

    with second.expect_response(lambda answer: answer.request.method == "POST"):
        second.get_by_label("监督电话").fill("0393-1111111")
    words(second).to_contain_text("已保存")
    page.get_by_label("服务方式").fill("我在另一个窗口写的")
    words(page).to_contain_text("另一个窗口")
    page.get_by_role("button", name="保存", exact=True).click()

    expect(page.get_by_label("服务方式")).to_have_value("我在另一个窗口写的")


def test_a_session_that_ended_loses_nothing(page: Page, made: list[str]) -> None:
    address = f"/filings/{made[3]}/fields/"
    sign_in(page).goto(address)

    page.context.clear_cookies()
    page.get_by_label("服务对象").fill("登录过期时写的")
    words(page).to_contain_text("登录已过期")
    sign_in(page).goto(address)
    page.get_by_role("button", name="恢复").click()

    expect(page.get_by_label("服务对象")).to_have_value("登录过期时写的")


def test_an_article_corrected_after_the_session_ended_comes_back(
    page: Page, made: list[str]
) -> None:
    address = f"/filings/{made[1]}/body/?edit=a2"
    sign_in(page).goto(address)

    page.get_by_label("修改第二条").fill("第二条　会员应当明码标价。")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="保存这一处").click()
    page.get_by_label("登录名").fill("filing-page")
    page.get_by_label("密码").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="登录").click()
    page.get_by_role("button", name="恢复").click()
    page.get_by_role("button", name="保存这一处").click()

    expect(page.locator(".document")).to_contain_text("会员应当明码标价。")
    expect(page.get_by_text("没有保存成功")).to_have_count(0)


def test_thirty_fees_are_pasted_straight_from_a_spreadsheet(page: Page, made: list[str]) -> None:
    sign_in(page).goto(f"/filings/{made[3]}/fields/")
    item = page.get_by_label("项目", exact=True)
    rows = "\n".join(f"服务{n}\t{n}0\t元/次\t章程\t大会\t2024-03-15\t是" for n in range(1, 31))

    item.last.focus()
    page.evaluate(
        """(rows) => {
            const clipboardData = new DataTransfer();
            clipboardData.setData("text/plain", rows);
            const pasted = { clipboardData, bubbles: true, cancelable: true };
            document.activeElement.dispatchEvent(new ClipboardEvent("paste", pasted));
        }""",
        rows,
    )

    expect(item).to_have_count(31)
    expect(item.nth(30)).to_have_value("服务30")
