"""What must be true whatever happened before: asked after every fault and race."""

from filings import manifest
from filings.models import Filing, Receipt, Revision
from filings.workflow import State
from huanglong_portal.common import audit, blobs
from huanglong_portal.common.models import Blob

NEVER_PUBLIC = (State.DRAFT, State.SUBMITTED, State.IN_REVIEW, State.ENDORSED, State.RETURNED)


def flaws() -> list[str]:
    """Everything that is wrong with the records as they stand; empty when they are sound."""
    return [
        *(f"操作记录 {seq}：{what}" for seq, what in audit.broken_links()),
        *_lost_bytes(),
        *_unsealed_revisions(),
        *_pointers_astray(),
    ]


def assert_sound() -> None:
    """Raise AssertionError with every flaw."""
    found = flaws()
    assert not found, "\n".join(found)


def _lost_bytes() -> list[str]:
    wrong = []
    for blob in Blob.objects.all():
        try:
            stored = blobs.digest_of_stored(blob)
        except FileNotFoundError:
            stored = ""
        if stored != blob.digest:
            wrong.append(f"存储内容 {blob} 丢失或被改动")
    return wrong


def _unsealed_revisions() -> list[str]:
    """Submitted content has its digest, and a receipt that says the same."""
    wrong = []
    for revision in Revision.objects.exclude(state=State.DRAFT).select_related(
        "filing__association"
    ):
        content = manifest.canonical(
            material=revision.filing.material,
            credit_code=revision.filing.association.credit_code,
            title=revision.title,
            fields=revision.fields,
            blocks=revision.blocks,
            attachments=[
                (each.role, each.caption, each.upload.original_id)
                for each in revision.attachments.in_order().select_related("upload")
            ],
        )
        receipt = Receipt.objects.filter(revision=revision).first()
        if not manifest.digest(content) == revision.digest == (receipt and receipt.digest):
            wrong.append(f"版本 {revision.pk} 的内容、摘要和回执不一致")
    return wrong


def _pointers_astray() -> list[str]:
    return [
        f"材料 {filing.pk} 公开着一版没有审定的内容"
        for filing in Filing.objects.filter(published_revision__state__in=NEVER_PUBLIC)
    ]
