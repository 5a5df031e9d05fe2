"""The table of legal periods begins with the figures of the regulation, for the bureau to correct."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

AMOUNTS = {
    "entry": 5,
    "statement": 10,
    "statement_by_announcement": 30,
    "review": 10,
    "removal": 5,
    "abnormal_term": 6,
    "abnormal_to_serious": 24,
    "serious_minimum": 24,
    "letters_least": 20,
    "letters_most": 30,
    "reconsideration": 60,
    "lawsuit": 6,
}


def fill(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    periods = apps.get_model("credit", "LegalPeriod")
    for code, amount in AMOUNTS.items():
        periods.objects.get_or_create(code=code, defaults={"amount": amount})


class Migration(migrations.Migration):
    dependencies = [("credit", "0002_append_only")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
