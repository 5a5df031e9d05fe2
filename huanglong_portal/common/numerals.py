"""Chinese numerals as printed in 第十二条 and 第二百零三条."""

import re

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_VALUES = {character: value for value, character in enumerate(_DIGITS)} | {"〇": 0, "两": 2}
_UNIT_VALUES = {"十": 10, "百": 100, "千": 1000, "万": 10000}
_FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")


def to_chinese(number: int) -> str:
    """Write 0–9999 in Chinese numerals: 12 → 十二, 203 → 二百零三.

    Raises ValueError outside that range.
    """
    if not 0 <= number <= 9999:
        raise ValueError(f"not written in Chinese numerals here: {number}")
    if number < 10:
        return _DIGITS[number]
    written = ""
    pending_zero = False
    for power in range(3, -1, -1):
        digit = number // 10**power % 10
        if digit:
            if pending_zero and written:
                written += "零"
            written += _DIGITS[digit] + _UNITS[power]
            pending_zero = False
        else:
            pending_zero = True
    return written[1:] if written.startswith("一十") else written


def from_chinese(written: str) -> int:
    """Read Chinese, Arabic or full-width numerals: 十二 → 12, １２ → 12, 二〇二一 → 2021.

    Raises ValueError when the text is no numeral.
    """
    text = written.strip().translate(_FULL_WIDTH)
    if re.fullmatch(r"\d+", text):
        return int(text)
    if not text or any(c not in _VALUES and c not in _UNIT_VALUES for c in text):
        raise ValueError(f"no numeral: {written!r}")
    if len(text) > 1 and all(character in _VALUES for character in text):
        return int("".join(str(_VALUES[character]) for character in text))
    total = section = 0
    digit: int | None = None
    for character in text:
        if character in _VALUES:
            digit = _VALUES[character]
            continue
        unit = _UNIT_VALUES[character]
        if unit == 10000:
            total += (section + (digit or 0)) * unit
            section = 0
        else:
            section += (1 if digit is None else digit) * unit
        digit = None
    return total + section + (digit or 0)
