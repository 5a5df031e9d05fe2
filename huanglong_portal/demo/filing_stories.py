"""How a document is filed and reviewed: the acts of a course, each through the door people use."""

import datetime as dt
import io

from associations.models import User
from filings import services
from filings.documents.blocks import anchors, from_json
from filings.models import Filing, Remark, Revision, Slot
from huanglong_portal.common import dates

from .dice import dice_for
from .dossiers import Dossier, Enclosure
from .explanations import explain
from .people import Cast
from .scenes import Scene, file_key, files_of
from .scripts import Course
from .stage import Story
from .timeline import Timeline
from .workshop import Workshop

_ENDORSED = (
    "材料齐全，程序完备，建议通过。",
    "内容符合要求，同意送复核。",
    "已核对原件，建议审定。",
)
# What officers find, by flaw: (words of the place, remark).
_REMARKS = {
    "price": (
        (
            "最低指导价",
            "该条约定统一的最低收费，涉嫌固定价格（反垄断法第十七条、第二十一条），请删除。",
        ),
        ("片区", "划分经营片区、限制招揽客户，涉嫌分割市场，请删除。"),
    ),
    "fees": (("", "收费依据只写“按照历年惯例收取”，请写明表决的会议名称、日期和表决方式。"),),
    "wording": (
        ("复核", "复核由谁组织、期限多长，请与理事会议事规则核对后写明。"),
        ("", "请补充信息公开的内容，并说明修改了哪些条款。"),
    ),
    "": (("", "处理程序的佐证不够完整，请补充送达和申辩材料的归档情况。"),),
}
_RETURNED = "请按审核意见逐条修改后重新提交，已填写的内容和附件都会保留。"
_PLANS = {
    Course.IN_PREPARATION: "已成立起草小组，先调研，再起草、征求意见、专家论证，提交大会审议。",
    Course.NONE_YET: "目前尚无此项材料，拟结合明年工作安排收集整理，由秘书处负责。",
}
_PREPARED_IN = dt.timedelta(days=75)


def play(scene: Scene, cast: Cast, timeline: Timeline, workshop: Workshop) -> Story:
    """The acts of the scene's course, one after the other, each on its day."""
    dice = dice_for(scene.organisation.credit_code, scene.part.material, scene.part.what, "play")
    moment = None
    actor = None
    for act, days_ago in zip(scene.part.course.value, scene.days_ago, strict=True):
        moment = timeline.at(days_ago, dice, after=moment)
        yield moment
        actor = actor or _Filing(scene, cast, workshop)
        actor.do(act)


class _Filing:
    """One document on its way: remembers the version that is being handled."""

    def __init__(self, scene: Scene, cast: Cast, workshop: Workshop) -> None:
        self.scene = scene
        self.workshop = workshop
        self.slot = Slot.objects.get(
            round__slug=scene.round_slug,
            association__credit_code=scene.organisation.credit_code,
            material=scene.part.material,
        )
        self.filer = cast.filer(scene.organisation, len(scene.part.what))
        self.handler = cast.handler(self.slot.office_id, scene.organisation)
        self.chief = cast.chiefs[self.slot.office_id]
        self.number = 0
        self.revision: Revision | None = None

    def do(self, act: str) -> None:
        """One act of the course."""
        getattr(self, f"_{act}")()

    def _draft(self) -> None:
        dossier = self.scene.versions[0]
        draft = services.begin_filing(
            slot_id=self.slot.pk, by=self.filer, title=dossier.paper.title
        )
        for old in draft.attachments.all():
            services.detach(attachment_id=old.pk, by=self.filer)  # last year's proofs
        self._write(draft, dossier)

    def _revise(self) -> None:
        previous = self._current()
        draft = services.revise(filing_id=previous.filing_id, slot_id=self.slot.pk, by=self.filer)
        for remark in previous.remarks.filter(internal=False):
            services.answer_remark(
                remark_id=remark.pk,
                by=self.filer,
                answer=Remark.Answer.CHANGED,
                text="已按意见修改。",
            )
        self.number = 1
        self._write(draft, self.scene.versions[1])

    def _write(self, draft: Revision, dossier: Dossier) -> None:
        services.save_draft(
            revision_id=draft.pk,
            by=self.filer,
            title=dossier.paper.title,
            fields=dossier.paper.fields,
        )
        if dossier.pasted:
            services.take_body_from_text(revision_id=draft.pk, text=dossier.pasted, by=self.filer)
        for place, enclosure in enumerate(files_of(dossier)):
            self._enclose(draft, enclosure, place)
        self.revision = draft

    def _enclose(self, draft: Revision, enclosure: Enclosure, place: int) -> None:
        key = file_key(self.scene.organisation, self.scene.part, self.number, place)
        content = self.workshop.fetch(key)
        same = draft.attachments.filter(caption=enclosure.caption, role=enclosure.role)
        if enclosure.role != "body" and same.exists():
            return  # came into the new version with everything else
        upload = services.upload(
            association_id=self.slot.association_id,
            content=io.BytesIO(content),
            name=enclosure.name,
            by=self.filer,
        )
        if enclosure.role == "body":
            services.take_body_from_upload(revision_id=draft.pk, upload_id=upload.pk, by=self.filer)
        else:
            services.attach(
                revision_id=draft.pk,
                upload_id=upload.pk,
                by=self.filer,
                role=enclosure.role,
                caption=enclosure.caption,
            )

    def _submit(self) -> None:
        explain(self._current().pk, self.filer, self.scene.part.flaw)
        self._perform("submit", self.filer)

    def _withdraw(self) -> None:
        self._perform("withdraw", self.filer, note="发现附件有误，撤回后重新整理。")

    def _claim(self) -> None:
        self._perform("claim", self.handler)

    def _endorse(self) -> None:
        note = _ENDORSED[self.scene.organisation.index % len(_ENDORSED)]
        self._perform("endorse", self.handler, note=note)

    def _approve(self) -> None:
        self._perform("approve", self.chief, note="同意。")

    def _return(self) -> None:
        revision = self._current()
        for wanted, text in _REMARKS[self.scene.part.flaw]:
            anchor, place = _place_of(revision, wanted)
            services.add_remark(
                revision_id=revision.pk, by=self.handler, text=text, anchor=anchor, place=place
            )
        self._perform("return", self.handler, note=_RETURNED)

    def _publish(self) -> None:
        services.publish(
            revision_id=self._current().pk, by=self.chief, reason="供社会查询和同行参考"
        )

    def _unpublish(self) -> None:
        services.unpublish(
            filing_id=self._current().filing_id,
            by=self.chief,
            reason="当事人申请不再公开，经核实予以停止公开",
        )

    def _declare(self) -> None:
        self._answer_slot("in_preparation", dates.today() + _PREPARED_IN)

    def _declare_none(self) -> None:
        self._answer_slot("none_yet", None)

    def _answer_slot(self, kind: str, planned_on: dt.date | None) -> None:
        services.declare(
            slot_id=self.slot.pk,
            kind=kind,
            plan=_PLANS[self.scene.part.course],
            planned_on=planned_on,
            by=self.filer,
        )

    def _carry_over(self) -> None:
        filing = Filing.objects.get(
            association=self.slot.association_id, material=self.scene.part.material
        )
        approved = filing.revisions.approved().get()
        services.carry_over(slot_id=self.slot.pk, revision_id=approved.pk, by=self.filer)

    def _perform(self, action: str, by: User, note: str = "") -> None:
        self.revision = services.perform(
            revision_id=self._current().pk, action=action, by=by, note=note
        )

    def _current(self) -> Revision:
        if self.revision is None:
            raise RuntimeError("nothing was drafted yet")
        return self.revision


def _place_of(revision: Revision, words: str) -> tuple[str, str]:
    """Anchor and name of the first place with ``words``; of the whole document without any."""
    blocks = from_json(revision.blocks)
    if words:
        for anchor, block in zip(anchors(blocks), blocks, strict=True):
            if words in block.text:
                return anchor, block.number or "正文"
    return "", "全文"
