"""``scan-without-text``: a scanned PDF has no words to check, compare or print (通知 三)."""

from collections.abc import Iterator

from .facts import Facts, Severity
from .reading import whole_text
from .rule import WITH_BODY, Found, Rule

_PICTURES = frozenset({"pdf", "jpg", "png"})


def is_scan(facts: Facts) -> bool:
    """Whether the body was sent as a picture of the text only."""
    if whole_text(facts).strip():
        return False
    sent = [file for file in facts.attachments if file.role == "body"]
    return any("扫描" in warning or "图片" in warning for warning in facts.warnings) or any(
        file.kind in _PICTURES for file in sent
    )


def look(facts: Facts) -> Iterator[Found]:
    if is_scan(facts):
        yield Found("body", "这份文件是扫描件，读不出文字。")


RULE = Rule(
    id="scan-without-text",
    title="正文可以读出文字",
    materials=WITH_BODY,
    severity=Severity.MUST_FIX,
    source="三-1",
    remedy="请补充 Word 文本或者粘贴全文；扫描件作为签章凭证保留。",
    look=look,
)
