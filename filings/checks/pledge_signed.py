"""``pledge-signed``: the signed and sealed pledge is on file (通知 一（四）第1句)."""

from collections.abc import Iterator

from ..materials import Material
from .facts import Facts, Severity
from .rule import Found, Rule


def look(facts: Facts) -> Iterator[Found]:
    if not any(file.role == "sealed" for file in facts.attachments):
        yield Found("attachments", "还没有上传签字盖章的承诺书。")


RULE = Rule(
    id="pledge-signed",
    title="承诺书已签字盖章",
    materials=frozenset({Material.PLEDGE}),
    severity=Severity.PLEASE_EXPLAIN,
    source="一-4-1",
    remedy="请打印、签字、盖章后，上传扫描件或者照片。",
    look=look,
)
