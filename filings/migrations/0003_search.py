"""The full-text index of published documents."""

import django.db.models.deletion
from django.db import migrations, models

_ADD = "INSERT INTO filings_search(rowid, words) VALUES (NEW.filing_id, NEW.words);"
_REMOVE = (
    "INSERT INTO filings_search(filings_search, rowid, words) "
    "VALUES ('delete', OLD.filing_id, OLD.words);"
)


def create(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute(
            "CREATE INDEX filings_search ON filings_searchentry "
            "USING gin (to_tsvector('simple', words))"
        )
        return
    editor.execute(
        "CREATE VIRTUAL TABLE filings_search USING fts5("
        "words, content='filings_searchentry', content_rowid='filing_id', tokenize='ascii')"
    )
    for event, steps in (("INSERT", _ADD), ("DELETE", _REMOVE), ("UPDATE", _REMOVE + _ADD)):
        editor.execute(
            f"CREATE TRIGGER filings_search_{event.lower()} AFTER {event} ON filings_searchentry "
            f"BEGIN {steps} END"
        )


def drop(apps, editor):
    if editor.connection.vendor == "postgresql":
        editor.execute("DROP INDEX filings_search")
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
                ("words", models.TextField(verbose_name="检索词")),
            ],
            options={
                "verbose_name": "检索条目",
                "verbose_name_plural": "检索条目",
            },
        ),
        migrations.RunPython(create, drop),
    ]
