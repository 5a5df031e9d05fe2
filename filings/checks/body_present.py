"""``body-present``: the text itself is there, not only its particulars (通知 三)."""

from collections.abc import Iterator

from .facts import Facts, Severity
from .reading import whole_text
from .rule import WITH_BODY, Found, Rule
from .scan_without_text import is_scan


def look(facts: Facts) -> Iterator[Found]:
    if not whole_text(facts).strip() and not is_scan(facts):
        yield Found("body", "还没有正文。")


RULE = Rule(
    id="body-present",
    title="正文已提供",
    materials=WITH_BODY,
    severity=Severity.MUST_FIX,
    source="三-1",
    remedy="请上传 Word 文件，或者把全文粘贴进来。",
    look=look,
)
