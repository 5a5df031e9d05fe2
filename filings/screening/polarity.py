"""What a sentence does with an act: asks for it, forbids it, or speaks against it.

The same words are innocent or guilty by polarity, and the two families mirror each other:

* a *collusive* act (固定价格, 划分市场, 联合抵制, 收取保证金) is restrictive when asked for and
  innocent when disavowed (“不得组织会员固定价格”, “发现会员固定价格的，应当劝阻”);
* a *competitive* act (降价, 跨区经营, 与非会员交易, 采用新设备) is innocent when free and
  restrictive when forbidden (“不得降价”, “擅自降价的，予以通报”) – unless what is forbidden is to
  hinder it (“不得限制会员跨区经营”).
"""

import re
from dataclasses import dataclass
from functools import cached_property

from .reading import LAW, Sentence

Span = tuple[int, int]

_HEAD = re.compile(
    "(?:不得|不准|不许|不应|不可|不能|不宜|不允许|禁止|严禁|杜绝|避免|防止|防范|预防|反对|"
    "制止|遏制|打击|查处|"
    "劝阻|远离|摒弃|破除|纠正|抵御|拒绝|抵制|切勿|不再|不搞|不组织|不参与|不从事|不达成|"
    "不实施|不利用|不得以|不以|不干预|"
    "不限制|不强制|不强迫|不阻碍|不协调|不通过|不谋求|不进行|不采取|不要求|不收取|不设置|"
    "不打|不做|不签订|不参加|不形成|不约定|不向|不为|不允许|不制定|不发布|不披露|不设|不作|"
    "不对|不接受|不围|不串|不哄|勿|暂不|"
    r"暂缓|暂时不|停止|一律停止|暂停|无权|没有权利)"
)
_MODAL = ("不得", "不准", "不许", "不应", "不可", "不能", "不宜", "不允许", "不得以", "不再")
_ACTOR = re.compile(r"的(?:会员|企业|单位|公司|机构|店|经营者|商户|人员)")
# Refusing to deal is itself the act when it is done together.
_JOINT_REFUSAL = re.compile(
    r"(?:集体|联合|共同|一致|统一|联手|应当|应|全体|一起|有权)[^，。；]{0,6}$"
)
# A ban ends where the sentence turns to what is to be done.
_TURN = re.compile(
    r"^(?:[^，。；]{0,14}?(?:应当?|必须|须|可以|需要?|要|确需|负责|有权)(?!求|素|件|收)"
    "|(?:各|全体|任何|凡|对于?|由|经|按照?|违者|违反|否则|统一(?:执行|按|遵守|采用|由)|"
    "严格(?:执行|遵守|按)|"
    "一律|遵守|执行|引导|做到|维护|保证|保持|实现|自觉|本着|坚持|以[^，。；]{1,8}为|并(?:按|"
    "由|须|应|严格|自觉|统一)))"
)
_HINDER = re.compile(
    "(?:限制|限定|阻碍|阻挠|干预|干涉|妨碍|强制|强迫|强令|要求|拒绝|歧视|排斥|排挤|组织|操纵|"
    "串通|达成|联合|统一|"
    "固定|协调|协商|商定|约定|划分|分割|利用|假借|借机|诱导|胁迫|刁难|阻止|指定|变相强制|"
    "推动|默契|共谋|阻拦|以协会名义|"
    r"设置|以任何(?:方式|形式|理由|借口))"
)
# How a part that names who is punished ends: “擅自降价的，”, “低于自律价接单的印刷企业，”.
_NAMED = re.compile(
    "(?:的(?:[一-鿿]{0,6}(?:会员|企业|单位|公司|机构|店|经营者|人员|商户|行为|个人|站|厂|户|"
    "者))?|者|行为)$"
)
_OUTCOME = re.compile(
    "(?:给予|予以|处以|责令|通报|警告|谴责|取消|除名|处理|处罚|查处|追究|罚|视为|视同|扣除|"
    "扣减|没收|劝阻|报告|举报|纠正|移送|"
    r"暂停其|停止其|列入|曝光|批评|违约|说明理由|说明|整改|制止|不予|清退|撤销|约谈|承担)"
)
_DISOBEDIENCE = re.compile(
    r"(?:(?:拒不|不|未|没有|未能|未予)(?:按照?|执行|履行|遵守|服从|落实|配合|达到)|违反(?!"
    + LAW
    + r"|法|国家|有关|规定))"
)
_AGAINST = re.compile(
    r"(?:举报|发现|劝阻|查处|打击|抵制|整治|防范|纠正|反对|自觉抵制)(?:[^，。；]{0,10})$"
)


@dataclass(frozen=True, slots=True)
class _Ban:
    start: int
    end: int
    head_end: int


@dataclass(frozen=True)
class Polarity:
    """The polarity of every place in one sentence."""

    sentence: Sentence

    @cached_property
    def _bans(self) -> tuple[_Ban, ...]:
        text = self.sentence.text
        bans = []
        for head in _HEAD.finditer(text):
            if head[0] in ("拒绝", "抵制", "停止", "暂停", "不再") and _JOINT_REFUSAL.search(
                text[: head.start()]
            ):
                continue
            bans.append(_Ban(head.start(), self._reach(head), head.end()))
        return tuple(bans)

    def _reach(self, head: re.Match[str]) -> int:
        text = self.sentence.text
        purpose = text[: head.start()].endswith(("为", "为了"))
        end = head.end()
        # “不参加保险的会员”: the negation belongs to the noun and ends with it.
        if head[0][0] == "不" and head[0] not in _MODAL and (actor := _ACTOR.search(text, end)):
            return actor.start()
        while (comma := text.find("，", end)) != -1:
            if purpose or _TURN.match(text[comma + 1 :]):
                return comma
            end = comma + 1
        return len(text)

    @cached_property
    def _condition(self) -> Span | None:
        """The part that names what is punished: “对擅自降价的会员，给予…”, “低于…的，视为…”."""
        text = self.sentence.text
        best: Span | None = None
        for comma in re.finditer("，", text):
            before, outcome = text[: comma.start()], text[comma.end() :]
            if _NAMED.search(before) and _OUTCOME.search(outcome[:24]):
                best = (0, comma.start())
        return best

    @cached_property
    def lead_forbids(self) -> bool:
        """Whether the sentence is an item of a list of forbidden things."""
        return bool(_HEAD.search(self.sentence.lead)) or bool(
            re.search(r"(?:下列|以下)(?:情形|行为)", self.sentence.lead)
            and _OUTCOME.search(self.sentence.lead)
        )

    @cached_property
    def lead_hinders(self) -> bool:
        """Whether that list is of things by which competition would be hindered."""
        lead = self.sentence.lead
        head = _HEAD.search(lead)
        return bool(head and _HINDER.search(lead[head.end() :])) or bool(
            re.search(r"(?:本会|协会|商会)[^，。；]{0,8}(?:不得|不|禁止)", lead)
        )

    def forbids(self, act: Span) -> bool:
        """Whether the competitive ``act`` is forbidden, punished or held back here."""
        text = self.sentence.text
        for ban in self._bans:
            if ban.head_end <= act[0] < ban.end:
                between = text[ban.head_end : act[0]]
                if not _HINDER.search(between):
                    return not self._is_punished_ban(ban)
                return False
        if (condition := self._condition) and act[0] < condition[1]:
            return not _DISOBEDIENCE.search(text[: act[0]])
        if re.search(r"(?:限制|限定|控制)[^，。；]{0,8}$", text[: act[0]]):
            return True
        return self.lead_forbids and not self.lead_hinders

    def disavows(self, act: Span) -> bool:
        """Whether the collusive ``act`` is forbidden, punished or spoken against here."""
        text = self.sentence.text
        if any(ban.head_end <= act[0] + 1 and act[0] < ban.end for ban in self._bans):
            return True
        if _AGAINST.search(text[: act[0]]):
            return True
        if (condition := self._condition) and act[0] < condition[1]:
            return not _DISOBEDIENCE.search(text[: act[1]])
        return self.lead_forbids

    def _is_punished_ban(self, ban: _Ban) -> bool:
        """“不执行…的，处…” punishes disobedience; the ban word is no prohibition there."""
        condition = self._condition
        return bool(
            condition
            and ban.start < condition[1]
            and _DISOBEDIENCE.match(self.sentence.text[ban.start :])
        )
