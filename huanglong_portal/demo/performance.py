"""The whole performance: invent, order the files, play the stories, add up the scores."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.db import transaction

from associations.models import Association
from credit import services as credit
from filings.models import Filing, Revision, Round
from huanglong_portal.common import dates

from . import crowd
from .credit_stories import (
    credit_story,
    listed_index,
    listing_story,
    notice_story,
    told_index,
)
from .dice import dice_for
from .filing_stories import play
from .officers_calendar import know_holidays
from .organisations import Organisation, invent
from .people import (
    Cast,
    give_representatives,
    hire_officers,
    sign_up,
    write_accounts,
)
from .register import APPLICANTS, Applied, application_story, import_register
from .rounds import rounds_story
from .scenes import prepare_scene
from .scripts import Course, Part, parts_of
from .stage import Stage, Story
from .timeline import REGISTERED, Timeline
from .workshop import Workshop

STARRING = 40

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run added."""

    organisations: int
    filings: int
    revisions: int
    files: int


def perform(count: int, seed: int, say: Say) -> Outcome | None:
    """Make the demo hold ``count`` organisations; None when it holds them already.

    Everything or nothing: one transaction, so that a run that was interrupted leaves no half of
    a story behind. Raises DomainError where a door refuses something.
    """
    say("正在虚构组织和文稿……")
    organisations = list(invent(count, seed))
    known = set(Association.objects.filter(is_demo=True).values_list("credit_code", flat=True))
    missing = [one for one in organisations if one.credit_code not in known]
    if not missing:
        return None
    filings, revisions = Filing.objects.count(), Revision.objects.count()
    with transaction.atomic(), Workshop() as workshop:
        files = _Production(missing, count, seed, workshop, say).run()
    write_accounts(organisations)
    return Outcome(
        organisations=len(missing),
        filings=Filing.objects.count() - filings,
        revisions=Revision.objects.count() - revisions,
        files=files,
    )


class _Production:
    """One run for the organisations that are not there yet."""

    def __init__(
        self,
        organisations: Sequence[Organisation],
        count: int,
        seed: int,
        workshop: Workshop,
        say: Say,
    ) -> None:
        self.starring = [one for one in organisations if one.index < STARRING]
        self.crowd = [one for one in organisations if one.index >= STARRING]
        self.count, self.seed, self.workshop, self.say = count, seed, workshop, say
        # A demo that is there already goes on in its own time, and its earlier round is over.
        self.earlier_demo = Round.objects.filter(state=Round.State.OPEN).first()
        began = self.earlier_demo.opens_on if self.earlier_demo else None
        self.timeline = Timeline.from_opening(began) if began else Timeline(dates.today())

    def run(self) -> int:
        """Play it all; returns how many files were made."""
        dice = dice_for(self.seed, "production")
        with dates.clock_at(self.timeline.at(REGISTERED + 7, dice)):
            know_holidays(self.timeline)
            officers = hire_officers()
        with dates.clock_at(self.timeline.at(REGISTERED, dice)):
            cast = self._enrol(officers)
        stage = Stage()
        for story in self._stories(cast):
            stage.enter(story)
        files = self.workshop.begin()
        if self.starring:
            self.say(f"{len(self.starring)} 家组织、{files} 个文件，开始办理报送、审核和公开……")
        stage.play(self._progress())
        self._crowd(cast)
        self.say("正在计算积分……")
        credit.rescore()
        return files

    def _enrol(self, cast: Cast) -> Cast:
        listed = [one for one in self.starring if one.index not in APPLICANTS]
        import_register([*listed, *self.crowd], by=cast.administrator)
        people = give_representatives(listed, seed=self.seed, by=cast.administrator)
        crowd.enlist(self.crowd, self.timeline)
        return cast.with_representatives(people)

    def _stories(self, cast: Cast) -> Iterator[Story]:
        if self.earlier_demo is None:
            yield rounds_story(self.timeline, cast.administrator)
        for one in self.starring:
            outcome = APPLICANTS.get(one.index)
            if outcome is not None:
                person = sign_up(one, cast)
                yield application_story(one, person, cast, self.timeline)
            if outcome in (Applied.WAITING, Applied.REFUSED):
                continue
            for part in self._parts(one):
                scene = prepare_scene(
                    one, part, timeline=self.timeline, workshop=self.workshop, seed=self.seed
                )
                yield play(scene, cast, self.timeline, self.workshop)
            if outcome is None:
                yield credit_story(one, cast, self.timeline)
            if one.index == listed_index(self.count):
                yield listing_story(one, cast, self.timeline)
            if one.index == told_index(self.count):
                yield notice_story(one, cast, self.timeline)

    def _parts(self, organisation: Organisation) -> Iterator[Part]:
        """Who comes late was not there for the earlier round, and has nothing to carry over."""
        late = self.earlier_demo is not None or organisation.index in APPLICANTS
        for part in parts_of(organisation):
            if not late or not (part.earlier or part.course is Course.CARRIED_OVER):
                yield part

    def _crowd(self, cast: Cast) -> None:
        if not self.crowd:
            return
        self.say(f"另有 {len(self.crowd)} 家组织报送承诺书和自律规约……")
        every = max(1, len(self.crowd) // 20)

        def told(done: int) -> None:
            if done % every == 0:
                self.say(f"  已办理 {done}/{len(self.crowd)} 家")

        crowd.file_all(self.crowd, cast, self.timeline, self.seed, told)

    def _progress(self) -> Callable[[int], None]:
        """Say every tenth of the stories that has come to its end."""
        started: list[int] = []

        def told(going_on: int) -> None:
            if not started:
                started.extend((going_on, 10))
            total, next_tenth = started
            done = 100 * (total - going_on) // max(1, total)
            if done >= next_tenth:
                self.say(f"  已完成 {done}%")
                started[1] = done // 10 * 10 + 10

        return told
