"""The full-text index of published documents."""

import django.db.models.deletion
from django.db import migrations, models

_COLUMNS = ("names", "words")
_ADD = (
    "INSERT INTO filings_search(rowid, names, words) "
    "VALUES (NEW.filing_id, NEW.names, NEW.words);"
)
_REMOVE = (
    "INSERT INTO filings_search(filings_search, rowid, names, words) "
    "VALUES ('delete', OLD.filing_id, OLD.names, OLD.words);"
)


def create(apps, editor):
    if editor.connection.vendor == "postgresql":
        for column in _COLUMNS:
            editor.execute(
                f"CREATE INDEX filings_search_{column} ON filings_searchentry "
                f"USING gin (to_tsvector('simple', {column}))"
            )
        return
    editor.execute(
        "CREATE VIRTUAL TABLE filings_search USING fts5("
        "names, words, content='filings_searchentry', content_rowid='filing_id', tokenize='ascii')"
    )
    for event, steps in (("INSERT", _ADD), ("DELETE", _REMOVE), ("UPDATE", _REMOVE + _ADD)):
        editor.execute(
            f"CREATE TRIGGER filings_search_{event.lower()} AFTER {event} ON filings_searchentry "
            f"BEGIN {steps} END"
        )


def drop(apps, editor):
    if editor.connection.vendor == "postgresql":
        for column in _COLUMNS:
            editor.execute(f"DROP INDEX filings_search_{column}")
        return
    for event in ("insert", "delete", "update"):
        editor.execute(f"DROP TRIGGER filings_search_{event}")
    editor.execute("DROP TABLE filings_search")


class Migration(migrations.Migration):
    dependencies = [("filings", "0002_frozen")]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "filing",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                        to="filings.filing",
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
                        verbose_name="材料",
                    ),
                ),
                ("names", models.TextField(verbose_name="组织的检索词")),
                ("words", models.TextField(verbose_name="内容的检索词")),
            ],
            options={
                "verbose_name": "检索条目",
                "verbose_name_plural": "检索条目",
            },
        ),
        migrations.RunPython(create, drop),
        migrations.AddIndex(
            model_name="filing",
            index=models.Index(
                condition=models.Q(published_revision__isnull=False),
                fields=["material", "association"],
                name="filing_publishers",
            ),
        ),
    ]
