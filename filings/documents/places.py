"""How people call a place in a document: what an anchor is in words."""

from collections.abc import Sequence

from filings.documents.blocks import Block, anchors

_SHOWN = 12  # characters of a heading or paragraph that has no number


def place_names(blocks: Sequence[Block]) -> dict[str, str]:
    """Anchor → 第三章, 第三章第一节, 第十二条, 第十二条（二）, 第十二条第2段, 一、服务内容, 标题,
    表格, or the first words of what has no number."""
    names: dict[str, str] = {}
    chapter = ""
    for anchor, block in zip(anchors(blocks), blocks, strict=True):
        parent, _, inside = anchor.partition("-")
        if inside and parent in names:
            names[anchor] = f"{names[parent]}{block.number or f'第{inside}段'}"
        elif block.type == "section":
            names[anchor] = f"{chapter}{block.number}" or _words(block)
        elif block.type == "heading":
            names[anchor] = f"{block.number}{_words(block)}"
        else:
            names[anchor] = block.number or _words(block)
        if block.type == "chapter":
            chapter = block.number
    return names


def _words(block: Block) -> str:
    if block.type == "title":
        return "标题"
    text = block.text.strip()
    if not text:
        return {"table": "表格", "image": "图片"}.get(block.type, "这一段")
    return f"{text[:_SHOWN]}…" if len(text) > _SHOWN else text
