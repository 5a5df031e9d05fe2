"""What a Word file holds that does not become text of the document, and how that is said."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Losses:
    """Counts while a file is read. `dropped` keeps the words that were left out."""

    inserted: int = 0
    deleted: int = 0
    hidden: int = 0
    placeholders: int = 0
    page_numbers: int = 0
    comments: int = 0
    charts: int = 0
    drawings: int = 0
    linked_pictures: int = 0
    unread_parts: list[str] = field(default_factory=list)
    contents_lines: int = 0
    characters: int = 0
    dropped: list[str] = field(default_factory=list)

    def drop(self, text: str) -> None:
        """Notes words that are left out on purpose."""
        if text.strip():
            self.dropped.append(text)

    def warnings(self) -> list[str]:
        """A sentence for each kind of loss that occurred."""
        said = []
        if self.inserted or self.deleted:
            said.append(
                f"文件里有没有处理完的修订（插入 {self.inserted} 处，删除 {self.deleted} 处），"
                "已按“接受全部修订”读取，请核对"
            )
        for count, sentence in (
            (self.hidden, "隐藏文字 {} 处没有读入"),
            (self.placeholders, "没有填写的填空提示 {} 处没有读入"),
            (self.page_numbers, "页码 {} 处没有读入正文"),
            (self.comments, "批注 {} 条没有读入正文"),
            (self.charts, "图表 {} 个没有读入，需要时请截成图片插入"),
            (self.drawings, "矢量图 {} 张（EMF、WMF 等格式）不能读入，请另存为 PNG 后重新插入"),
            (self.linked_pictures, "有 {} 张图片只是链接，没有随文件保存，请重新插入"),
        ):
            if count:
                said.append(sentence.format(count))
        said.extend(
            f"文件里的一部分内容（{part}）不能读入，请复制粘贴到正文里"
            for part in self.unread_parts
        )
        if self.characters:
            said.append(f"有 {self.characters} 个字没有读出来，请把文件与读取结果对照检查")
        return said
