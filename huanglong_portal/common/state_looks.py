"""How a state is shown: one word, one tone and one shape for each key.

The tone gives the colour and the shape gives the same meaning without colour, so a state is
readable in grey, in print and to people who do not tell the colours apart.
"""

from dataclasses import dataclass
from typing import Literal

Tone = Literal["plain", "info", "wait", "good", "bad"]


@dataclass(frozen=True, slots=True)
class StateLook:
    """Word, tone (a class of parts.css) and shape (a name of shapes.SHAPES) of a state."""

    word: str
    tone: Tone
    shape: str


STATE_LOOKS: dict[str, StateLook] = {
    # a slot of the task list (报送事项)
    "to_do": StateLook("未报送", "plain", "ring"),
    "declared": StateLook("已说明", "info", "note"),
    "carried_over": StateLook("沿用", "good", "check"),
    # a revision (版本)
    "draft": StateLook("草稿", "plain", "pencil"),
    "submitted": StateLook("待受理", "info", "clock"),
    "in_review": StateLook("审核中", "info", "half"),
    "endorsed": StateLook("待复核", "info", "half"),
    "returned": StateLook("退回补正", "wait", "back"),
    "approved": StateLook("已审定", "good", "check"),
    "withdrawn": StateLook("已撤回", "plain", "dash"),
    "superseded": StateLook("已被替代", "plain", "dash"),
    "published": StateLook("已公开", "good", "check"),
    "unpublished": StateLook("已停止公开", "plain", "dash"),
    # an uploaded file
    "unchecked": StateLook("待检查", "info", "clock"),
    "accepted": StateLook("可用", "good", "check"),
    # … and an application for the register
    "refused": StateLook("未通过", "bad", "cross"),
    # a round (报送批次)
    "open": StateLook("报送中", "info", "half"),
    "closed": StateLook("已截止", "plain", "dash"),
    "archived": StateLook("已归档", "plain", "dash"),
    # an organisation's register state
    "applied": StateLook("待核准", "info", "clock"),
    "admitted": StateLook("已核准", "good", "check"),
    "suspended": StateLook("暂停报送", "wait", "dash"),
    "cancelled": StateLook("已注销", "plain", "dash"),
    # standing (名录状态)
    "none": StateLook("未列入名录", "good", "check"),
    "abnormal": StateLook("活动异常名录", "wait", "flag"),
    "serious": StateLook("严重违法失信名单", "bad", "flag"),
    # a listing (名录事项)
    "listing_proposed": StateLook("拟列入", "plain", "pencil"),
    "listing_notified": StateLook("已告知", "wait", "clock"),
    "listing_heard": StateLook("已陈述申辩", "info", "note"),
    "listing_listed": StateLook("已决定列入", "bad", "flag"),
    "listing_published": StateLook("已公布", "bad", "flag"),
    "listing_dismissed": StateLook("不予列入", "good", "check"),
    "listing_dropped": StateLook("已撤回", "plain", "dash"),
    "listing_moved": StateLook("转入严重违法失信名单", "plain", "arrow"),
    "listing_removed": StateLook("已移出", "good", "check"),
    "listing_repaired": StateLook("已修复", "good", "check"),
    "listing_overturned": StateLook("已撤销", "good", "check"),
    # a request to set a rule aside (豁免)
    "waiver_asked": StateLook("待决定", "info", "clock"),
    "waiver_allowed": StateLook("已准许", "good", "check"),
    "waiver_refused": StateLook("不准许", "bad", "cross"),
    # work in the background
    "waiting": StateLook("排队中", "plain", "clock"),
    "running": StateLook("进行中", "info", "half"),
    "done": StateLook("已完成", "good", "check"),
    "failed": StateLook("未成功", "bad", "cross"),
}


def look_of(key: str, word: str = "") -> StateLook:
    """The look of state ``key``, with another ``word`` if given; unknown keys are shown plainly."""
    look = STATE_LOOKS.get(key, StateLook(word or key, "plain", "ring"))
    return StateLook(word or look.word, look.tone, look.shape)
