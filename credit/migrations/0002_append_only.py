"""The credit file and the dockets can only grow; a decision, once made, keeps what it rests on."""

from django.db import migrations

from huanglong_portal.common.triggers import append_only, frozen_when


class Migration(migrations.Migration):
    dependencies = [("credit", "0001_initial")]

    operations = [
        append_only("credit_creditentry"),
        append_only("credit_entryending"),
        append_only("credit_listingstep"),
        append_only("credit_paper"),
        append_only("credit_listing_entries"),
        frozen_when(
            "credit_listing",
            when="OLD.decided_by_id IS NOT NULL",
            columns=(
                "association_id",
                "office_id",
                "list_kind",
                "ground_id",
                "facts",
                "evidence",
                "proposed_by_id",
                "notice_number",
                "served_on",
                "statement_until",
                "notified_digest",
                "decided_by_id",
                "decision_number",
                "decision_text",
                "listed_on",
            ),
        ),
    ]
