"""The two receiving offices of the notice (通知 三) and who sends to which."""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

OFFICES = (("city-division", "市社会组织管理科"), ("district-section", "区社会组织管理股"))
ROUTES = (
    ("trade_association", "city-division"),
    ("society", "district-section"),
    ("foundation", "district-section"),
    ("private_non_enterprise", "district-section"),
)


def create(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    Office = apps.get_model("associations", "Office")
    RoutingRule = apps.get_model("associations", "RoutingRule")
    for slug, name in OFFICES:
        Office.objects.get_or_create(slug=slug, defaults={"name": name})
    for category, slug in ROUTES:
        RoutingRule.objects.get_or_create(
            category=category, defaults={"office": Office.objects.get(slug=slug)}
        )


class Migration(migrations.Migration):
    dependencies = [("associations", "0002_initial")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
