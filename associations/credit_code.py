"""统一社会信用代码 (GB 32100—2015): normalising, checking, and saying which character is wrong."""

import re

CHARSET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = tuple(pow(3, power, 31) for power in range(17))
_SUBJECT_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_KINDS = {"51": "society", "52": "private_non_enterprise", "53": "foundation"}
_ELSEWHERE = {"9": "这是企业代码", "1": "这是机关或事业单位代码", "8": "这是工会代码"}
_CONFUSED = {"O": "0", "I": "1", "S": "5", "V": "U", "Z": "2"}


def normalise(written: str) -> str:
    """Trim, drop spaces and hyphens, full width → half width, upper case. Guesses nothing."""
    half = "".join(
        chr(ord(c) - 0xFEE0) if 0xFF01 <= ord(c) <= 0xFF5E else c for c in written.strip()
    )
    return re.sub(r"[\s\u3000\-‐-―]", "", half).upper()


def check_character(base: str) -> str:
    """Check character for the first 17 characters (GB 32100)."""
    total = sum(CHARSET.index(c) * w for c, w in zip(base[:17], _WEIGHTS, strict=True))
    return CHARSET[-total % 31]


def subject_check_character(subject: str) -> str:
    """Ninth character of the 主体标识码 for its first eight (GB 11714)."""
    total = sum(int(c, 36) * w for c, w in zip(subject[:8], _SUBJECT_WEIGHTS, strict=True))
    value = 11 - total % 11
    return {10: "X", 11: "0"}.get(value, str(value))


def problem(code: str) -> str:
    """What is wrong with a normalised code, as a sentence for the person typing; "" when right.

    Only codes of the civil affairs registers (51, 52, 53) are right for a filing organisation.
    """
    if len(code) != 18:
        return f"统一社会信用代码应为 18 位，您填写了 {len(code)} 位。请对照登记证书核对。"
    for place, character in enumerate(code, 1):
        if character in _CONFUSED:
            return (
                f"第 {place} 位是字母 {character}，代码中不使用这个字母，"
                f"可能是 {_CONFUSED[character]}。请对照登记证书核对。"
            )
        if character not in CHARSET:
            return f"第 {place} 位“{character}”不是数字或大写字母。请对照登记证书核对。"
    if code[0] in _ELSEWHERE:
        return f"{_ELSEWHERE[code[0]]}。请填写社会组织登记证书上以 51、52 或 53 开头的代码。"
    if code[:2] not in _KINDS:
        return "前两位应为 51（社会团体）、52（民办非企业单位）或 53（基金会）。请核对前两位。"
    if not code[2:8].isdigit():
        place = next(i for i in range(2, 8) if not code[i].isdigit()) + 1
        return f"第 {place} 位应为数字（第 3 至 8 位是行政区划代码）。请对照登记证书核对。"
    if subject_check_character(code[8:17]) != code[16]:
        return "第 9 至 17 位与其中的校验位（第 17 位）不符，请逐位核对这九位。"
    if check_character(code) != code[17]:
        return "最后一位校验码与前 17 位不符，请逐位核对，尤其是第 3 至 8 位和最后一位。"
    return ""


def kind_of(code: str) -> str:
    """Legal kind that the prefix says: society, private_non_enterprise or foundation.

    Raises ValueError for any other prefix.
    """
    try:
        return _KINDS[code[:2]]
    except KeyError:
        raise ValueError(f"not a civil affairs register prefix: {code[:2]!r}") from None


def complete(base: str, subject: str) -> str:
    """Build a whole code from 8 leading digits and 8 subject characters (for invented data)."""
    stem = base + subject + subject_check_character(subject)
    return stem + check_character(stem)
