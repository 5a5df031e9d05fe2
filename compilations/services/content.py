"""From records to what is typeset: a revision with its files as a dressed document."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from associations.models import Association
from filings.documents import blocks as block_rules
from filings.materials import Material
from filings.models import Attachment, Revision
from filings.presentation import Section
from huanglong_portal.common import blobs, dates

from ..digests import fragment_key
from ..typesetting.dress import dress
from ..typesetting.dress.case import is_masked
from ..typesetting.entries import AttachedFile, Document
from ..typesetting.press_version import press_version
from ..typesetting.sheets import NotPrintable


@dataclass(frozen=True, slots=True)
class PrintedFile:
    """A file in its place behind the document. ``digest`` is empty when it is only named."""

    name: str
    caption: str
    digest: str
    is_pdf: bool


def printed_files(revision: Revision, *, has_text: bool) -> list[PrintedFile]:
    """The files that belong behind the text, in order.

    The original of a text that was read into blocks is not printed a second time; evidence of a
    case whose member must not be named stays out; a file that has no printable pages is named.
    """
    if revision.filing.material == Material.CASE and is_masked(revision.fields):
        return []
    files: list[PrintedFile] = []
    for attachment in revision.attachments.all():
        upload = attachment.upload
        if not attachment.printed or upload.state != "accepted":
            continue
        if attachment.role == Attachment.Role.BODY and has_text:
            continue
        number = len(files) + 1
        label = attachment.caption or f"{attachment.get_role_display()}（{upload.name}）"
        files.append(
            PrintedFile(
                name=upload.name,
                caption=f"附件{number}　{label}",
                digest=upload.pages_blob_id or "",
                is_pdf=upload.pages_are_pdf,
            )
        )
    return files


def key_of(revision: Revision, *, has_text: bool) -> str:
    """The key of the revision's set piece; ``has_text``: whether its body was read into blocks.

    Attachments, their uploads and the association should have been fetched.
    """
    return fragment_key(
        revision_digest=revision.digest,
        association=revision.filing.association.name,
        files=[
            (one.name, one.caption, one.digest)
            for one in printed_files(revision, has_text=has_text)
        ],
        press_version=press_version(),
    )


def document_of(revision: Revision, folder: Path) -> Document:
    """The document as it is printed; files are brought to ``folder``.

    Raises NotPrintable when a picture or file is gone from storage.
    """
    body = block_rules.from_json(revision.blocks)
    document = dress(
        revision.filing.material,
        association=revision.filing.association.name,
        title=revision.title,
        fields=revision.fields,
        blocks=body,
    )
    files = printed_files(revision, has_text=bool(body))
    named_only = [one for one in files if not one.digest]
    after = document.after
    if named_only:
        facts = tuple((one.caption.split("　")[0], one.name) for one in named_only)
        after = (*after, Section("未印附件（电子文件存档）", facts=facts))
    return replace(
        document,
        after=after,
        pictures={block.image: _picture(block.image) for block in body if block.image},
        attached=tuple(
            AttachedFile(
                name=one.name,
                caption=one.caption,
                path=_brought(one, folder / f"{place}-{one.digest[:12]}"),
                is_pdf=one.is_pdf,
            )
            for place, one in enumerate(files)
            if one.digest
        ),
    )


def particulars(association: Association) -> list[tuple[str, str]]:
    """What the opening page of a chapter says of the organisation: registered, public facts."""
    registered = association.registered_on
    facts: list[tuple[str, Any]] = [
        ("统一社会信用代码", association.credit_code),
        ("登记类别", _category(association)),
        ("成立登记日期", dates.write_date(registered) if registered else ""),
        ("住　　所", association.address),
        ("法定代表人", association.legal_representative),
        ("业务主管单位", association.supervising_unit),
        ("党建工作机构", association.party_affairs_unit),
        ("会员数", f"{association.member_count}" if association.member_count else ""),
        ("业务范围", association.business_scope),
    ]
    return [(term, str(value)) for term, value in facts if value]


def _category(association: Association) -> str:
    kind = association.get_kind_display()
    return f"{kind}（行业协会商会）" if association.is_trade_association else kind


def _picture(digest: str) -> bytes:
    try:
        return blobs.read_blob(digest)
    except OSError as gone:
        raise NotPrintable("正文中的一张图片已无法读取，请报送单位重新上传正文。") from gone


def _brought(file: PrintedFile, path: Path) -> Path:
    try:
        return blobs.copy_to(file.digest, path)
    except FileNotFoundError as gone:
        raise NotPrintable(
            f"附件“{file.name}”已无法读取，请报送单位重新上传。", file.name
        ) from gone
