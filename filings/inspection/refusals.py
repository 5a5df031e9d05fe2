"""Why a file is refused (拒收理由), in words its sender understands and can act on.

The confined child raises `Unacceptable` with a code and facts; the caller's side turns it into a
`FileRefused`, whose sentence names the file and the remedy.
"""

from typing import Any

from huanglong_portal.common.errors import Refused

LARGEST_FILE = 50 * 1024 * 1024
LARGEST_SHOWN = "50 MB"
MOST_PAGES = 1000
ACCEPTED_SHOWN = "PDF、Word（.docx）、Excel（.xlsx）、JPG 或 PNG"

_AGAIN = "请从原来的电脑重新复制一份再上传"

_SENTENCES = {
    "empty": "“{name}”是空文件（0 字节），里面没有内容。请检查原文件后重新选择。",
    "too_large": f"“{{name}}”有 {{size}}，超过了单个文件 {LARGEST_SHOWN} 的上限。"
    "请降低扫描分辨率，或分成几份后再上传。",
    "wrong_type": f"“{{name}}”是{{what}}，不能上传。请上传 {ACCEPTED_SHOWN} 文件。",
    "unknown_type": f"“{{name}}”不是可以识别的文件。请上传 {ACCEPTED_SHOWN} 文件。",
    "old_word": "“{name}”是旧版 Word 文件（.doc 或 .wps）。请用 Word 或 WPS 打开，"
    "选“另存为”，类型选 .docx，再上传。",
    "old_excel": "“{name}”是旧版 Excel 文件（.xls 或 .et）。请用 Excel 或 WPS 打开，"
    "选“另存为”，类型选 .xlsx，再上传。",
    "office_password": "“{name}”设有打开密码，无法读取。"
    "请用 Word 或 WPS 打开，去掉密码后重新上传。",
    "pdf_password": "“{name}”这份文件设有打开密码，无法读取。请去掉密码后重新上传。",
    "heic": "“{name}”是苹果手机的 HEIC 照片。"
    "请在手机“设置—相机—格式”里选“兼容性最佳”后重拍，或先另存为 JPG，再上传。",
    "plain_zip": "“{name}”其实是压缩包（ZIP），不是{claimed}。请先解压，再把里面的文件逐个上传。",
    "archive": "“{name}”是压缩包，不能上传。请先解压，再把里面的文件逐个上传。",
    "open_document": "“{name}”是 OpenDocument 文件。请用 WPS 或 LibreOffice 打开，"
    "选“另存为”，类型选 .docx 或 .xlsx，再上传。",
    "office_template": "“{name}”是模板文件，不是普通文档。请打开后另存为 .docx 或 .xlsx，再上传。",
    "text_mode": "“{name}”在传送途中被改坏了（被当成纯文本转换过），已无法打开。"
    f"{_AGAIN}，用 U 盘或以“文件”方式传送。",
    "damaged": f"“{{name}}”已损坏或没有传完整，无法打开。{_AGAIN}。",
    "zip_structure": "“{name}”的内部结构不正常（{what}），不能接收。"
    "请用 Word 或 WPS 打开原文件，另存为一份新文件，再上传。",
    "expands": "“{name}”展开后的内容大得不正常，不能接收。请用原来的软件另存为一份新文件，再上传。",
    "dtd": "“{name}”里含有不允许的外部定义（DTD），不能接收。"
    "请用 Word 或 WPS 打开原文件，另存为一份新文件，再上传。",
    "macro": "“{name}”含有宏程序，不能接收。请另存为不含宏的 .docx 或 .xlsx，再上传。",
    "embedded": "“{name}”里嵌入了别的文件（{what}），不能接收。"
    "请在文档中删去嵌入的文件，需要报送的另外上传。",
    "remote": "“{name}”打开时会从网上另取内容（{what}），不能接收。请断开这一链接，另存后再上传。",
    "active_field": "“{name}”含有会运行其他程序的域代码（DDE），不能接收。请删去后另存，再上传。",
    "data_connection": "“{name}”含有数据连接，打开时会从别处取数。请断开连接，只保留数值，再上传。",
    "polyglot": "“{name}”里还混有别的文件（{what}），不能接收。"
    "请用原来的软件重新导出一份，再上传。",
    "too_many_pages": f"“{{name}}”有 {{pages}} 页，超过了单个文件 {MOST_PAGES} 页的上限。"
    "请分成几份后再上传。",
    "no_pages": "“{name}”里没有页面。请检查原文件后重新上传。",
    "text_too_long": "“{name}”的文字有 {size}，不像是一份规约、准则或承诺书。"
    "请检查是否选错了文件。",
    "no_preview": "“{name}”的第 {page} 页画不出来。请下载文件后查看。",
    "pdf_form": "“{name}”是动态表单，页面要由 Adobe 软件生成。请打开后“打印成 PDF”，再上传。",
    "pdf_portfolio": "“{name}”是 PDF 文件包，里面装着别的文件。请取出来逐个上传。",
    "pdf_structure": "“{name}”的内部结构不正常（{what}），不能接收。"
    "请重新导出或打印成 PDF，再上传。",
    "too_many_pixels": "“{name}”的图片有 {pixels} 万像素，大得不正常，不能接收。请缩小后再上传。",
}


_CLAIMED = {
    "docx": "Word 文档",
    "xlsx": "Excel 表格",
    "pdf": "PDF 文件",
    "jpg": "图片",
    "png": "图片",
}


class Unacceptable(Exception):
    """Raised while looking into a file. `code` is a key of the sentences, `facts` fill it in."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class FileRefused(Refused):
    """The file cannot be accepted. `sentence` says why and what to do, `code` names the reason."""

    def __init__(self, code: str, name: str, field: str = "", **facts: Any) -> None:
        facts.setdefault("claimed", _CLAIMED.get(name.rpartition(".")[2].lower(), "普通文件"))
        super().__init__(_SENTENCES[code].format(name=shown_name(name), **facts), field)
        self.code = code


def shown_name(name: str) -> str:
    """A file name as it may stand in a sentence: one short line, no path, nothing invisible."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    visible = "".join(sign for sign in last if sign.isprintable()).strip() or "未命名文件"
    return visible if len(visible) <= 60 else f"{visible[:40]}…{visible[-15:]}"


def shown_size(size: int) -> str:
    """A size as people read it: 62914560 → “60 MB”."""
    if size >= 1024 * 1024:
        return f"{size / 1024 / 1024:.1f}".rstrip("0").rstrip(".") + " MB"
    return f"{max(1, round(size / 1024))} KB"
