"""自律规约: who adopted it under the title, the record of its making behind the text."""

from collections.abc import Mapping
from typing import Any

from filings.documents.blocks import Block
from filings.presentation import SANCTIONS, Section, date

from ..entries import Document


def dress_convention(
    association: str, title: str, fields: Mapping[str, Any], blocks: tuple[Block, ...]
) -> Document:
    """通知 一（一）2: 征求意见、专家论证、会员（代表）大会审议 are printed with the text."""
    facts = tuple(
        (term, text)
        for term, text in (
            ("适用范围", str(fields.get("scope") or "")),
            ("征求意见", _consultation(fields.get("consultation") or {})),
            ("专家论证", _experts(fields.get("experts") or {})),
            ("大会审议", _assembly(fields.get("assembly") or {})),
            ("颁布日期", date(fields.get("promulgated_on"))),
            ("惩戒措施", _sanctions(fields.get("sanctions") or {})),
            ("修订说明", str(fields.get("revision_note") or "")),
        )
        if text
    )
    return Document(
        title=title,
        note=adoption_note(fields),
        blocks=blocks,
        after=(Section("制定与执行情况", facts=facts),) if facts else (),
    )


def _consultation(said: Mapping[str, Any]) -> str:
    start, end = date(said.get("from")), date(said.get("to"))
    period = f"{start}至{end}" if start and end else start or end
    counts = [
        f"{verb}{said[key]}条"
        for key, verb in (("received", "收到意见"), ("adopted", "采纳"))
        if said.get(key) not in (None, "")
    ]
    audience = f"征求{said['audience']}的意见" if said.get("audience") else ""
    return _sentences("，".join(filter(None, [period, audience, *counts])), said.get("summary"))


def _experts(said: Mapping[str, Any]) -> str:
    members = "、".join(
        f"{member.get('name', '')}（{member['title']}）" if member.get("title")
        else str(member.get("name", ""))
        for member in said.get("members") or []
    )  # fmt: skip
    held = "，".join(filter(None, [date(said.get("date")), members]))
    return _sentences(held, said.get("conclusion"))


def _assembly(said: Mapping[str, Any]) -> str:
    held = f"{date(said.get('date'))}{said.get('name') or ''}"
    attendance = [
        f"{verb}{said[key]}人"
        for key, verb in (("due", "应到"), ("present", "实到"))
        if said.get(key) not in (None, "")
    ]
    votes = [
        f"{verb}{said[key]}票"
        for key, verb in (("for", "赞成"), ("against", "反对"), ("abstain", "弃权"))
        if said.get(key) not in (None, "")
    ]
    return _sentences("，".join(filter(None, [held, *attendance])), "，".join(votes))


def _sanctions(articles: Mapping[str, Any]) -> str:
    return "、".join(
        f"{label}（{articles[key]}）" for key, label in SANCTIONS.items() if articles.get(key)
    )


def _sentences(*texts: Any) -> str:
    return "".join(f"{str(text).strip().rstrip('。')}。" for text in texts if text)


def adoption_note(fields: Mapping[str, Any]) -> str:
    """（2026年3月18日第二届会员大会第三次会议通过　自2026年5月1日起施行）, as far as known."""
    assembly = fields.get("assembly") or {}
    adopted = date(fields.get("adopted_on") or assembly.get("date"))
    parts = []
    if adopted:
        parts.append(f"{adopted}{assembly.get('name') or ''}通过")
    if effective := date(fields.get("effective_on")):
        parts.append(f"自{effective}起施行")
    return f"（{'，'.join(parts)}）" if parts else ""
