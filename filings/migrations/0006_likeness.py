"""Which texts are alike: an index of sketches, and what was found for each version."""

import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("associations", "0004_public"),
        ("filings", "0005_findings"),
    ]

    operations = [
        migrations.CreateModel(
            name="TextSketch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("numbers", models.JSONField()),
                (
                    "association",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="associations.association",
                    ),
                ),
                (
                    "filing",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="text_sketch",
                        to="filings.filing",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="filings.revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "文本指纹",
                "verbose_name_plural": "文本指纹",
            },
        ),
        migrations.CreateModel(
            name="LikeText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("share", models.FloatField(verbose_name="相似程度")),
                ("matches", models.JSONField(default=list, verbose_name="相似的条文")),
                (
                    "at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="比对时间"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="filings.revision",
                        verbose_name="相似的材料",
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="like_texts",
                        to="filings.revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "相似的材料",
                "verbose_name_plural": "相似的材料",
                "ordering": ["-share", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("revision", "other"), name="alike_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SketchKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "material",
                    models.CharField(
                        choices=[
                            ("convention", "行业自律规约"),
                            ("ethics_code", "行业职业道德准则"),
                            ("standard", "行业标准"),
                            ("pledge", "诚信承诺书"),
                            ("case", "典型案例"),
                        ],
                        max_length=20,
                    ),
                ),
                ("number", models.BigIntegerField()),
                (
                    "sketch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="keys",
                        to="filings.textsketch",
                    ),
                ),
            ],
            options={
                "verbose_name": "文本指纹索引",
                "verbose_name_plural": "文本指纹索引",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("material", "number", "sketch"), name="sketch_key_once"
                    )
                ],
            },
        ),
    ]
