"""What people say to findings: verdicts that are only added, and waivers one by one."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from huanglong_portal.common.triggers import append_only

_PROTECTED = django.db.models.deletion.PROTECT


def _person(**options):
    return models.ForeignKey(
        on_delete=_PROTECTED, related_name="+", to=settings.AUTH_USER_MODEL, **options
    )


class Migration(migrations.Migration):
    dependencies = [
        ("associations", "0001_initial"),
        ("filings", "0004_public_order"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveField(model_name="findinganswer", name="verdict"),
        migrations.RemoveField(model_name="findinganswer", name="verdict_by"),
        migrations.CreateModel(
            name="FindingVerdict",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fingerprint", models.CharField(max_length=64)),
                ("rule_id", models.CharField(max_length=60, verbose_name="规则")),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("confirmed", "属实，应当修改"),
                            ("cleared", "不构成问题"),
                            ("consult", "征求市场监管部门意见"),
                        ],
                        max_length=20,
                        verbose_name="判断",
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="理由")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="时间")),
                ("by", _person()),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=_PROTECTED, related_name="finding_verdicts", to="filings.filing"
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=_PROTECTED, related_name="+", to="filings.revision"
                    ),
                ),
            ],
            options={
                "verbose_name": "对提示的判断",
                "verbose_name_plural": "对提示的判断",
                "ordering": ["at", "pk"],
            },
        ),
        append_only("filings_findingverdict"),
        migrations.DeleteModel(name="Waiver"),
        migrations.CreateModel(
            name="Waiver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rule_id", models.CharField(max_length=60, verbose_name="规则")),
                ("sentence", models.TextField(verbose_name="检查发现")),
                ("reason", models.TextField(verbose_name="理由")),
                (
                    "asked_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="申请时间"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "待决定"),
                            ("allowed", "已准许"),
                            ("refused", "不准许"),
                        ],
                        default="asked",
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                (
                    "decided_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="决定时间"),
                ),
                ("note", models.TextField(blank=True, verbose_name="决定意见")),
                ("valid_until", models.DateField(blank=True, null=True, verbose_name="有效期至")),
                ("asked_by", _person(verbose_name="申请人")),
                ("decided_by", _person(verbose_name="决定人", null=True, blank=True)),
                (
                    "filing",
                    models.ForeignKey(
                        on_delete=_PROTECTED, related_name="waivers", to="filings.filing"
                    ),
                ),
                (
                    "office",
                    models.ForeignKey(
                        on_delete=_PROTECTED,
                        related_name="+",
                        to="associations.office",
                        verbose_name="受理科室",
                    ),
                ),
            ],
            options={
                "verbose_name": "豁免",
                "verbose_name_plural": "豁免",
                "ordering": ["-asked_at", "-pk"],
                "indexes": [
                    models.Index(
                        fields=["office", "state", "asked_at"],
                        name="filings_wai_office__bf1f18_idx",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "asked")),
                        fields=("filing", "rule_id"),
                        name="one_waiver_waits",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None), ("decided_by", None), ("state", "asked")
                            ),
                            models.Q(
                                ("decided_at__isnull", False), ("decided_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="waiver_decided_by_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "allowed"), ("valid_until__isnull", False)),
                            models.Q(
                                models.Q(("state", "allowed"), _negated=True),
                                ("valid_until", None),
                            ),
                            _connector="OR",
                        ),
                        name="waiver_allowed_until",
                    ),
                ],
            },
        ),
    ]
