"""What was submitted stays as it was; decisions, receipts and pointer swaps are kept for ever."""

from django.db import migrations

from huanglong_portal.common.triggers import append_only, frozen_when, refuse_when

_FROZEN = "(SELECT digest FROM filings_revision WHERE id = {row}.revision_id) <> ''"


class Migration(migrations.Migration):
    dependencies = [("filings", "0001_initial")]

    operations = [
        frozen_when(
            "filings_revision",
            when="OLD.digest <> ''",
            columns=(
                "public_id",
                "filing_id",
                "slot_id",
                "number",
                "change_kind",
                "title",
                "fields",
                "blocks",
                "body_source",
                "digest",
                "submitted_by_id",
                "submitted_at",
            ),
        ),
        refuse_when("filings_attachment", event="INSERT", when=_FROZEN.format(row="NEW")),
        refuse_when("filings_attachment", event="UPDATE", when=_FROZEN.format(row="OLD")),
        refuse_when("filings_attachment", event="DELETE", when=_FROZEN.format(row="OLD")),
        append_only("filings_receipt"),
        append_only("filings_endorsement"),
        append_only("filings_decision"),
        append_only("filings_publicationevent"),
        append_only("filings_carryover"),
        frozen_when(
            "filings_remark",
            when="OLD.text <> ''",
            columns=("revision_id", "number", "anchor", "text", "by_id", "at"),
        ),
    ]
