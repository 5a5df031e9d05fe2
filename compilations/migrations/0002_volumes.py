"""The five volumes of the notice 二（三）, word for word (2 and 3 say 行业协会)."""

from django.db import migrations

VOLUMES = (
    ("convention", "濮阳市华龙区行业协会商会健全行业自律规约汇编"),
    ("ethics_code", "濮阳市华龙区行业协会制定行业职业道德准则汇编"),
    ("standard", "濮阳市华龙区行业协会制定行业标准汇编"),
    ("pledge", "濮阳市华龙区行业协会商会诚信承诺书汇编"),
    ("case", "濮阳市华龙区行业协会商会诚信自律建设典型案例选"),
)


def add(apps, schema_editor):
    volume = apps.get_model("compilations", "Volume")
    for position, (material, title) in enumerate(VOLUMES, start=1):
        volume.objects.get_or_create(
            title=title, defaults={"material": material, "position": position}
        )


def remove(apps, schema_editor):
    volume = apps.get_model("compilations", "Volume")
    volume.objects.filter(title__in=[title for _, title in VOLUMES], editions=None).delete()


class Migration(migrations.Migration):
    dependencies = [("compilations", "0001_initial")]

    operations = [migrations.RunPython(add, remove)]
