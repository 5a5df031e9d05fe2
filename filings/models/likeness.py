"""Which texts are alike: a small index of sketches, and what was found for each version."""

from django.db import models
from django.utils import timezone

from ..materials import Material
from ..querysets import LikeTextQuerySet


class TextSketch(models.Model):
    """The sketch of a document's newest submitted text (see ``filings.likeness``)."""

    filing = models.OneToOneField(
        "filings.Filing", on_delete=models.CASCADE, related_name="text_sketch"
    )
    revision = models.ForeignKey("filings.Revision", on_delete=models.PROTECT, related_name="+")
    association = models.ForeignKey(
        "associations.Association", on_delete=models.PROTECT, related_name="+"
    )
    numbers = models.JSONField()

    class Meta:
        verbose_name = verbose_name_plural = "文本指纹"

    def __str__(self) -> str:
        return f"{self.revision}"


class SketchKey(models.Model):
    """One of the smallest numbers of a sketch: texts that are alike share some of them, so the
    likest of a hundred thousand are found by a few look-ups in one index."""

    sketch = models.ForeignKey(TextSketch, on_delete=models.CASCADE, related_name="keys")
    material = models.CharField(max_length=20, choices=Material)
    number = models.BigIntegerField()

    class Meta:
        verbose_name = verbose_name_plural = "文本指纹索引"
        constraints = [
            models.UniqueConstraint(fields=["material", "number", "sketch"], name="sketch_key_once")
        ]

    def __str__(self) -> str:
        return f"{self.material} {self.number}"


class LikeText(models.Model):
    """A version of another organisation's document that a version is like.

    ``share`` is the part of our words that stand in articles alike to theirs (0–1); ``matches``
    are those articles: anchor, place, other_place (as people call them) and likeness.
    """

    revision = models.ForeignKey(
        "filings.Revision", on_delete=models.PROTECT, related_name="like_texts"
    )
    other = models.ForeignKey(
        "filings.Revision", on_delete=models.PROTECT, related_name="+", verbose_name="相似的材料"
    )
    share = models.FloatField("相似程度")
    matches = models.JSONField("相似的条文", default=list)
    at = models.DateTimeField("比对时间", default=timezone.now)

    objects = LikeTextQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "相似的材料"
        ordering = ["-share", "pk"]
        constraints = [models.UniqueConstraint(fields=["revision", "other"], name="alike_once")]

    def __str__(self) -> str:
        return f"{self.revision} {self.share:.0%}"
