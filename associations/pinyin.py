"""Sort keys and initials of Chinese names."""

from pypinyin import Style, lazy_pinyin


def sort_key(name: str) -> str:
    """Full pinyin with tones, for ordering 目录 by pronunciation."""
    return " ".join(lazy_pinyin(name, style=Style.TONE3, neutral_tone_with_five=True))[:300]


def initials(name: str) -> str:
    """First letters, for search by initials: 餐饮协会 → cyxh."""
    return "".join(lazy_pinyin(name, style=Style.FIRST_LETTER)).lower()[:100]
