"""A real portal, a real worker and a real browser for every journey."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Response, sync_playwright

from tests.live import ROOT, LivePortal

DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
SERVER_ERROR = 500
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
FAILED = pytest.StashKey[bool]()


def pytest_itemcollected(item: pytest.Item) -> None:
    """Every journey runs on both databases, and all of them in one process with one portal."""
    item.add_marker(pytest.mark.both_databases)
    item.add_marker(pytest.mark.xdist_group("journeys"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LivePortal]:
    """The portal of all journeys, started empty: `portal.manage("demo")` fills it."""
    portal = LivePortal(tmp_path_factory.mktemp("portal"))
    try:
        portal.start()
        yield portal
    finally:
        portal.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. Playwright keeps an event loop in this thread, which Django would take
    for asynchronous code calling the database; the journeys themselves never touch it."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    assert program, "没有找到 chromium，浏览器测试无法运行。"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def trouble() -> list[str]:
    """What went wrong behind the pages: script errors, refused content, answers of 500 and more.

    A test that provokes one on purpose removes it from the list; anything left fails the test.
    """
    return []


@pytest.fixture
def open_page(
    request: pytest.FixtureRequest, browser: Browser, portal: LivePortal, trouble: list[str]
) -> Iterator[Callable[..., Page]]:
    """Call it for a page of a new person (own cookies): `open_page(PHONE)`; DESK by default.

    Addresses are relative to the portal: `page.goto("/")`. A failed test leaves a picture of
    each of its pages in var/journeys/.
    """
    pages: list[Page] = []

    def open_page(viewport: dict[str, int] = DESK) -> Page:
        context = browser.new_context(base_url=portal.url, viewport=viewport, locale="zh-CN")
        page = context.new_page()
        page.set_default_timeout(20_000)
        page.on("pageerror", lambda error: trouble.append(f"{page.url} 脚本出错：{error}"))
        page.on("console", lambda message: _listen(message.type, message.text, page, trouble))
        page.on("response", lambda response: _look(response, trouble))
        pages.append(page)
        return page

    yield open_page
    if request.node.stash.get(FAILED, False):
        folder = ROOT / "var" / "journeys"
        folder.mkdir(parents=True, exist_ok=True)
        for number, page in enumerate(pages, start=1):
            page.screenshot(path=Path(folder, f"{request.node.name}-{number}.png"), full_page=True)
    for page in pages:
        page.context.close()
    assert not trouble, "\n".join(trouble)


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """One person at a desk."""
    return open_page()


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    """One person with a telephone."""
    return open_page(PHONE)


def _listen(kind: str, text: str, page: Page, trouble: list[str]) -> None:
    # An answer of 4xx is also reported as a console error; whether it is right, the test knows.
    if kind == "error" and not text.startswith("Failed to load resource"):
        trouble.append(f"{page.url} 控制台：{text}")


def _look(response: Response, trouble: list[str]) -> None:
    if response.status >= SERVER_ERROR:
        trouble.append(f"{response.status} {response.request.method} {response.url}")
