"""The whole chain, clicked by the three kinds of people: from the call for materials to the books.

An officer opens a round; an organisation registers and is admitted; it files a convention from a
Word file and a pledge with its sealed scan; one is returned and mended; a second officer approves;
the pledge is public, the credit file grows, and the volumes are printed.
"""

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pikepdf
from playwright.sync_api import Page, expect

from associations import credit_code
from tests.journeys import real_files
from tests.live import LivePortal

NAME = "濮阳市华龙区书画装裱行业协会"
CODE = credit_code.complete("51410902", "XN990001")
ROUND, CALL = "journey", "关于报送书画装裱行业诚信自律建设材料的通知"
PASSWORD = "Nuanxin-2026-hualong"
OFFICERS = f"""
import datetime as dt
from associations.models import Office, Posting, User
for username, name, role in (("zhang", "张经办", "handler"), ("li", "李科长", "chief")):
    person = User.objects.create_user(username=username, password="{PASSWORD}", name=name,
                                      email=f"{{username}}@bureau.example", is_staff=True)
    Posting.objects.create(user=person, office=Office.objects.get(slug="city-division"),
                           role=role, valid_from=dt.date(2020, 1, 1))
"""
LONG = 120_000
expect.set_options(timeout=20_000)


def test_from_the_call_for_materials_to_the_printed_volumes(
    portal: LivePortal, open_page: Callable[..., Page], tmp_path: Path
) -> None:
    portal.manage("shell", "--verbosity=0", "--command", OFFICERS)
    handler, chief, filer, citizen = (open_page() for _ in range(4))
    _sign_in(handler, "zhang")
    _sign_in(chief, "li")

    _open_a_round(chief)
    _register(filer, real_files.scan(tmp_path / "登记证书.pdf", "certificate"))
    _admit(handler)
    _expect_five_lines(filer)

    convention = _file_a_convention(filer, tmp_path)
    assert re.match(r"HL\d{4}-\d{7}", convention)
    _return_with_a_remark(handler)
    _mend_and_send_again(filer)
    _file_a_pledge(filer, real_files.photo(tmp_path / "盖章承诺书.jpg", "seal"))

    for title in ("行业自律规约", "诚信承诺书"):
        _claim_and_endorse(handler, title)
        _approve(chief, title)

    _read_the_public_pledge(citizen)
    _see_the_credit_file(filer)
    _print_the_volumes(chief, tmp_path)


def _sign_in(page: Page, username: str) -> None:
    page.goto("/login/")
    page.get_by_label("登录名").fill(username)
    page.get_by_label("密码").fill(PASSWORD)
    page.locator("main").get_by_role("button", name="登录").click()
    expect(page.get_by_text("退出").first).to_be_visible()


def _open_a_round(chief: Page) -> None:
    today = dt.datetime.now(tz=dt.UTC).date()
    chief.goto("/admin/filings/round/add/")
    chief.get_by_label("标题").fill(CALL)
    chief.get_by_label("代号").fill(ROUND)
    chief.get_by_label("年度").fill(str(today.year))
    chief.locator("[name=opens_on]").fill((today - dt.timedelta(days=2)).isoformat())
    chief.locator("[name=closes_on]").fill((today + dt.timedelta(days=60)).isoformat())
    chief.get_by_role("button", name="保存并继续编辑").click()
    chief.get_by_role("button", name="发布并开始报送").click()
    expect(chief.get_by_text("报送中").first).to_be_visible()


def _register(filer: Page, certificate: Path) -> None:
    filer.goto("/register/")
    filer.locator("[name=credit_code]").fill(CODE[:-1] + ("0" if CODE[-1] != "0" else "1"))
    filer.locator("[name=organisation_name]").fill(NAME)
    filer.get_by_label("是行业协会商会", exact=True).check()
    filer.locator("[name=certificate]").set_input_files(certificate)
    filer.locator("[name=registered_on]").fill("2016-05-10")
    for name, value in {
        "name": "王某",
        "mobile": "13900000000",
        "email": "wang@hualong.example",
        "username": "wang",
        "password": PASSWORD,
        "password_again": PASSWORD,
    }.items():
        filer.locator(f"[name={name}]").fill(value)
    filer.locator("main form [type=submit]").last.click()
    expect(filer.get_by_text("最后一位校验码").first).to_be_visible()
    expect(filer.locator("[name=organisation_name]")).to_have_value(NAME)

    filer.locator("[name=credit_code]").fill(CODE)
    filer.locator("[name=password]").fill(PASSWORD)
    filer.locator("[name=password_again]").fill(PASSWORD)
    filer.locator("main form [type=submit]").last.click()
    expect(filer.get_by_text("待核准").first).to_be_visible()


def _admit(handler: Page) -> None:
    handler.goto("/admin/")
    handler.get_by_role("link", name="待核准登记").click()
    handler.get_by_role("link", name=NAME).click()
    handler.get_by_role("button", name="核准", exact=True).click()
    expect(handler.get_by_text("已核准").first).to_be_visible()


def _go_to_the_round(filer: Page) -> None:
    filer.goto("/desk/")
    filer.goto(f"{filer.url.rstrip('/')}/{ROUND}/")


def _expect_five_lines(filer: Page) -> None:
    _go_to_the_round(filer)
    for material in ("行业自律规约", "行业职业道德准则", "行业标准", "诚信承诺书", "典型案例"):
        expect(filer.locator(".task-line", has_text=material)).to_be_visible()


def _begin(filer: Page, material: str) -> None:
    _go_to_the_round(filer)
    filer.locator(".task-line", has_text=material).locator(".task-line__action a").first.click()
    filer.get_by_role("button", name="开始填报").click()


def _step(filer: Page, name: str) -> None:
    filer.locator(".steps").get_by_role("link", name=name).click()


def _fill(filer: Page, values: dict[str, str]) -> None:
    for name, value in values.items():
        filer.locator(f"[name={name}]").fill(value)


def _attach(filer: Page, file: Path, role: str) -> None:
    filer.locator("input[type=file]").set_input_files(file)
    filer.get_by_label("用途").last.select_option(role)
    filer.get_by_role("button", name="上传", exact=True).click()
    expect(filer.locator(".file-line", has_text=file.name)).to_be_visible()


def _file_a_convention(filer: Page, folder: Path) -> str:
    _begin(filer, "行业自律规约")
    _step(filer, "正文")
    filer.locator("[name=file]").set_input_files(
        real_files.convention(folder / "自律规约.docx", NAME)
    )
    filer.get_by_role("button", name="读取正文").click()
    expect(filer.get_by_text("读到 5 章 17 条").first).to_be_visible()

    _step(filer, "填写情况")
    _fill(
        filer,
        {
            "scope": "本会全体会员单位及其从业人员",
            "consultation__from": "2026-03-02",
            "consultation__to": "2026-04-01",
            "consultation__audience": "全体会员 60 家，区市场监管局",
            "consultation__received": "12",
            "consultation__adopted": "9",
            "consultation__summary": "采纳关于举报渠道和申辩期限的意见。",
            "experts__date": "2026-04-20",
            "experts__conclusion": "内容合法，切合行业实际，同意提交会员大会审议。",
            "experts-0-name": "赵某",
            "experts-0-title": "市场监管局高级经济师",
            "experts-1-name": "钱某",
            "experts-1-title": "律师事务所律师",
            "assembly__name": "第三届第二次会员大会",
            "assembly__date": "2026-05-15",
            "assembly__due": "60",
            "assembly__present": "52",
            "assembly__for": "50",
            "assembly__against": "1",
            "assembly__abstain": "1",
            "adopted_on": "2026-05-15",
            "promulgated_on": "2026-05-20",
            "effective_on": "2026-06-01",
            "sanctions__warning": "第十一条",
            "sanctions__internal_criticism": "第十二条",
            "sanctions__public_censure": "第十三条",
            "sanctions__expulsion": "第十四条",
            "sanctions__referral": "第十五条",
        },
    )
    filer.get_by_role("button", name="保存", exact=True).last.click()
    _step(filer, "附件")
    for role in ("consultation", "experts", "assembly"):
        _attach(filer, real_files.scan(folder / f"{role}.pdf", role), role)
    return _submit(filer)


def _submit(filer: Page) -> str:
    """Answer whatever asks for an explanation, send, and return the number of the receipt."""
    _step(filer, "检查并提交")
    for box in filer.locator("textarea[name^=explain-]").all():
        box.fill("已向区市场监管局征求意见，该局没有不同意见。")
    filer.get_by_label("我确认以上内容真实、完整").check()
    filer.get_by_role("button", name="提交审核").click()
    expect(filer.locator(".receipt__number")).to_be_visible()
    return filer.locator(".receipt__number").inner_text()


def _review(officer: Page, title: str) -> None:
    officer.goto("/admin/filings/revision/")
    officer.get_by_role("link", name=re.compile(f"{NAME}.*{title}")).first.click()


def _return_with_a_remark(handler: Page) -> None:
    _review(handler, "行业自律规约")
    expect(handler.get_by_text("会员违反本规约情节轻微的").first).to_be_visible()
    handler.get_by_role("button", name="受理", exact=True).click()
    handler.locator("#remark-place").select_option(label="第十条")
    handler.locator("#remark-text").fill("请写明申辩的期限。")
    handler.get_by_role("button", name="记下意见").click()
    handler.get_by_role("button", name="退回补正").click()
    expect(handler.get_by_text("退回补正").first).to_be_visible()


def _mend_and_send_again(filer: Page) -> None:
    _go_to_the_round(filer)
    filer.locator(".task-line", has_text="行业自律规约").locator(
        ".task-line__action a"
    ).first.click()
    filer.get_by_text("请写明申辩的期限").first.wait_for()
    filer.locator("main").get_by_role(
        "button", name=re.compile("开始修改|修改|另起一版")
    ).first.click()
    _step(filer, "正文")
    filer.goto(filer.url.split("?")[0] + "?edit=a10#a10")
    box = filer.locator("form.correct textarea")
    box.fill(box.input_value().replace("陈述和申辩", "陈述和申辩，申辩期限不少于十五日"))
    filer.get_by_role("button", name="保存这一处").click()
    expect(filer.get_by_text("申辩期限不少于十五日").first).to_be_visible()
    _answer_remarks(filer)
    _submit(filer)


def _answer_remarks(filer: Page) -> None:
    _step(filer, "审核意见")
    filer.get_by_label("已修改").first.check()
    filer.locator("main form [type=submit]").last.click()


def _file_a_pledge(filer: Page, sealed: Path) -> None:
    _begin(filer, "诚信承诺书")
    _step(filer, "填写内容")
    _fill(
        filer,
        {
            "service_content": "政策咨询、技能培训和信用建设指导。",
            "service_manner": "窗口、电话和网上办理，三个工作日内答复。",
            "service_audience": "本会会员和前来咨询的同业经营者、消费者。",
            "fees-0-item": "会员单位会费",
            "fees-0-amount": "600",
            "fees-0-unit": "元/年",
            "fees-0-basis": "本会章程第十二条",
            "fees-0-decided_by": "第三届第一次会员大会",
            "fees-0-decided_on": "2024-03-15",
            "hotline": "0393-0000000",
            "signatory": "王某",
            "signed_on": "2026-06-01",
            "valid_until": "2029-05-31",
        },
    )
    for box in filer.locator("[name^=commitments__]").all():
        box.check()
    filer.get_by_role("button", name="保存", exact=True).last.click()
    _step(filer, "附件")
    _attach(filer, sealed, "sealed")
    _submit(filer)


def _claim_and_endorse(handler: Page, title: str) -> None:
    _review(handler, title)
    handler.get_by_role("button", name="受理", exact=True).click()
    handler.get_by_role("button", name="同意并送复核").click()
    expect(handler.get_by_text("待复核").first).to_be_visible()


def _approve(chief: Page, title: str) -> None:
    _review(chief, title)
    chief.get_by_role("button", name="审定通过").click()
    expect(chief.get_by_text("审定通过，已办理").first).to_be_visible()


def _read_the_public_pledge(citizen: Page) -> None:
    citizen.goto("/")
    box = citizen.locator("main").get_by_role("searchbox").first
    box.fill("装裱")
    box.press("Enter")
    citizen.get_by_role("link", name=NAME).first.click()
    citizen.goto(f"/p/{CODE}/pledge/")
    expect(citizen.get_by_text("政策咨询、技能培训和信用建设指导").first).to_be_visible()
    expect(citizen.get_by_text("600").first).to_be_visible()


def _see_the_credit_file(filer: Page) -> None:
    filer.goto("/credit/")
    expect(filer.locator("main")).to_contain_text("诚信承诺书")


def _print_the_volumes(chief: Page, folder: Path) -> None:
    chief.goto("/desk/volumes/")
    chief.locator("form", has_text=CALL).or_(chief.locator("li", has_text=CALL)).get_by_role(
        "button", name="由这次报送建立"
    ).first.click()
    chief.get_by_role("button", name="编印五册校样").click()
    download = chief.get_by_role("link", name=re.compile("下载|打开|查看 PDF"))
    expect(download.first).to_be_visible(timeout=LONG)
    with chief.expect_download() as started:
        download.first.click()
    path = folder / "volume.pdf"
    started.value.save_as(path)
    with pikepdf.open(path) as volume:
        assert "自律规约汇编" in str(volume.docinfo["/Title"])
        assert len(volume.pages) > 8
