"""Figures and days put into the words that a person would use."""

import datetime as dt


def days_left(due: dt.date, today: dt.date) -> str:
    """How long until the end of day ``due``: 还剩 12 天（12月5日 24:00 截止）.

    The year is named only where it is not the present one.
    """
    day = f"{due.month}月{due.day}日"
    if due.year != today.year:
        day = f"{due.year}年{day}"
    left = (due - today).days
    if left > 0:
        return f"还剩 {left} 天（{day} 24:00 截止）"
    if left == 0:
        return f"今天截止（{day} 24:00）"
    return f"已过期 {-left} 天（{day} 24:00 截止）"


def file_size(count: int) -> str:
    """Bytes as people say them: 860 KB, 3.2 MB."""
    if count < 1024:
        return f"{count} 字节"
    if count < 1024 * 1024:
        return f"{count / 1024:.0f} KB"
    return f"{count / 1024 / 1024:.1f} MB"


def masked_mobile(number: str) -> str:
    """A mobile number with its middle hidden: 138****1234. Other numbers lose all but the ends."""
    digits = number.strip()
    if len(digits) < 7:
        return "*" * len(digits)
    return f"{digits[:3]}{'*' * (len(digits) - 7)}{digits[-4:]}"


def digest_short(digest: str) -> str:
    """The first twelve characters of a digest in groups of four: ``3f9a 01c2 77be``."""
    return " ".join(digest[start : start + 4] for start in range(0, min(len(digest), 12), 4))


def money(amount: object, unit: str = "") -> str:
    """An amount of yuan with its unit: 1,200 元/年. What is no number is given back as written."""
    try:
        value = float(str(amount).replace(",", ""))
    except ValueError:
        return str(amount)
    written = f"{value:,.2f}".removesuffix(".00")
    if unit.startswith("元"):
        return f"{written} {unit}"
    return f"{written} 元/{unit}" if unit else f"{written} 元"


def percent(part: float) -> str:
    """A part of one as people say it: 0.824 → 82%."""
    return f"{part:.0%}"
