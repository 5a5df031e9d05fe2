"""How a count is written by automatic numbering (自动编号的数字格式)."""

from collections.abc import Callable

from huanglong_portal.common.numerals import to_chinese

_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_FORMAL = str.maketrans("一二三四五六七八九十百千零", "壹贰叁肆伍陆柒捌玖拾佰仟零")
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def written(count: int, number_format: str) -> str:
    """The count in the format named by `w:numFmt`; unknown formats are written in digits."""
    writer = _WRITERS.get(number_format)
    return writer(count) if writer and count > 0 else str(count)


def _chinese(count: int) -> str:
    return to_chinese(count) if count <= 9999 else str(count)


def _digits(count: int) -> str:
    return "".join("〇一二三四五六七八九"[int(digit)] for digit in str(count))


def _row(signs: str) -> Callable[[int], str]:
    return lambda count: signs[count - 1] if count <= len(signs) else str(count)


def _run(first: str, length: int) -> Callable[[int], str]:
    return lambda count: chr(ord(first) + count - 1) if count <= length else str(count)


def _letters(count: int) -> str:
    """a … z, then aa, bb, as Word does."""
    return chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)


def _roman(count: int) -> str:
    text = ""
    for value, sign in _ROMAN:
        text += sign * (count // value)
        count %= value
    return text


_WRITERS: dict[str, Callable[[int], str]] = {
    "chineseCounting": _chinese,
    "chineseCountingThousand": _chinese,
    "japaneseCounting": _chinese,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseCounting": _chinese,
    "taiwaneseCountingThousand": _chinese,
    "taiwaneseDigital": _digits,
    "ideographDigital": _digits,
    "chineseLegalSimplified": lambda count: _chinese(count).translate(_FORMAL),
    "ideographLegalTraditional": lambda count: _chinese(count).translate(_FORMAL),
    "japaneseLegal": lambda count: _chinese(count).translate(_FORMAL),
    "ideographTraditional": _row(_STEMS),
    "ideographZodiac": _row(_BRANCHES),
    "ideographEnclosedCircle": _run("㊀", 10),
    "decimalEnclosedCircle": _run("①", 20),
    "decimalEnclosedCircleChinese": _run("①", 20),
    "decimalEnclosedParen": _run("⑴", 20),
    "decimalEnclosedFullstop": _run("⒈", 20),
    "decimalFullWidth": lambda count: str(count).translate(_FULL_WIDTH),
    "decimalFullWidth2": lambda count: str(count).translate(_FULL_WIDTH),
    "decimalZero": lambda count: f"{count:02d}",
    "lowerLetter": _letters,
    "upperLetter": lambda count: _letters(count).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
    "none": lambda _count: "",
}
