"""Filters and figures of the public pages."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("associations", "0003_offices")]

    operations = [
        migrations.AddIndex(
            model_name="association",
            index=models.Index(
                fields=["state", "industry", "kind", "is_trade_association"],
                name="association_public",
            ),
        ),
    ]
