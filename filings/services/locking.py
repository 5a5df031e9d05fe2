"""Lock the row, then look at its state: shared first and last steps of the doors."""

from associations.models import User
from huanglong_portal.common import dates
from huanglong_portal.common.errors import Conflict, NotAllowed

from .. import permissions
from ..models import Revision, Slot
from ..workflow import State


def lock_revision(revision_id: int) -> Revision:
    """The revision, locked until the transaction ends, with what permissions look at."""
    return (
        Revision.objects.select_for_update(of=("self",))
        .select_related("filing", "slot__round", "slot__association")
        .get(pk=revision_id)
    )


def lock_draft(revision_id: int, by: User) -> Revision:
    """A draft that ``by`` may edit. Raises NotAllowed, or Conflict when it is no draft any more."""
    revision = lock_revision(revision_id)
    require_filer(by, revision.slot)
    if revision.state != State.DRAFT:
        raise Conflict(
            f"这一版已经{'提交' if revision.digest else '处理'}，现在的状态是"
            f"“{revision.get_state_display()}”，不能再修改。如需修改，请先撤回或另起一版。"
        )
    return revision


def require_filer(by: User, slot: Slot) -> None:
    """Raise NotAllowed unless ``by`` may file for the organisation of ``slot``."""
    if permissions.may_file_for(by, slot.association):
        return
    if slot.association.state == "suspended":
        raise NotAllowed("本组织已暂停报送，暂时不能填报或提交。如有疑问请致电民政局。")
    raise NotAllowed("您没有为该组织办理报送的授权。")


def require_version(draft: Revision, expected_version: int | None) -> None:
    """Raise Conflict when somebody saved since ``expected_version``; None asks for nothing."""
    if expected_version is not None and draft.version != expected_version:
        raise Conflict(
            "这份草稿刚才在另一个窗口或由同事保存过。您填写的内容都在本页，请先核对，再次保存即可覆盖。"
        )


def keep(draft: Revision) -> None:
    """Save what a draft says now, and count the save."""
    draft.version += 1
    draft.saved_at = dates.now()
    draft.save(
        update_fields=[
            "title",
            "fields",
            "blocks",
            "warnings",
            "body_source",
            "version",
            "saved_at",
        ]
    )
