"""The score (诚信自律指数) as last computed, and how it came to be: derived, recomputable."""

from django.db import models
from django.utils import timezone

from associations.models import Association

from ..querysets import ScoreQuerySet
from ..scoring import RULE_SETS, Line, RuleSet


class Band(models.TextChoices):
    """Grade bands; N while there is none."""

    A = "A", "A 优秀"
    B = "B", "B 良好"
    C = "C", "C 一般"
    D = "D", "D 较差"
    NONE = "N", "暂不评价"


class Score(models.Model):
    """The score of one organisation from the day ``on`` until the next row.

    A new row is written only when something changed, so that the rows are the history.
    """

    class Reason(models.TextChoices):
        PROBATION = "probation", "新登记未满十二个月"
        TOO_LITTLE = "too_little", "适用项目不足"

    association = models.ForeignKey(
        Association, on_delete=models.CASCADE, related_name="scores", verbose_name="社会组织"
    )
    on = models.DateField("计算日期")
    rules_version = models.CharField("规则版本", max_length=20)
    total = models.PositiveIntegerField("得分（百分之一分）")
    uncapped = models.PositiveIntegerField("封顶前得分（百分之一分）")
    applicable = models.PositiveIntegerField("适用满分（百分之一分）")
    band = models.CharField("等次", max_length=1, choices=Band)
    reason = models.CharField("暂不评价的原因", max_length=20, choices=Reason, blank=True)
    # Lines that earned nothing and say nothing are left out; the rule set puts them back.
    lines = models.JSONField("明细", default=list)
    # The facts it rests on, and the first day on which the same facts could give another score:
    # as long as both hold, it need not be computed again.
    facts_digest = models.CharField(max_length=32, editable=False, blank=True)
    holds_until = models.DateField("最早变化日期", null=True, blank=True)
    is_latest = models.BooleanField("最新", default=True)
    computed_at = models.DateTimeField("计算时间", default=timezone.now)

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "诚信自律指数"
        ordering = ["-on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["association", "on", "rules_version"], name="one_score_a_day"
            ),
            models.UniqueConstraint(
                fields=["association"],
                condition=models.Q(is_latest=True),
                name="one_latest_score",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-total", "association"],
                name="credit_latest_total",
                condition=models.Q(is_latest=True),
            ),
            models.Index(
                fields=["band", "-total"],
                name="credit_latest_band",
                condition=models.Q(is_latest=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.association} {self.on} {self.total / 100:.2f}"

    @property
    def rules(self) -> RuleSet:
        """The rule set it was computed under."""
        return RULE_SETS[self.rules_version]

    @property
    def bill_lines(self) -> list[Line]:
        """The stored lines of the bill."""
        return [Line.from_json(line) for line in self.lines]
