"""The audit trail can only grow; stored content never changes under its digest."""

from django.db import migrations

from huanglong_portal.common.triggers import append_only, refuse_when


class Migration(migrations.Migration):
    dependencies = [("common", "0001_initial")]

    operations = [
        append_only("common_auditevent"),
        refuse_when("common_blob", event="UPDATE", when="OLD.digest <> '' "),
    ]
