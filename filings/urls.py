"""Addresses of the representatives' side: desks, filings, files, receipts."""

from django.urls import path

from .views import (
    attachments,
    body,
    check,
    clauses,
    compare,
    desk,
    fields,
    files,
    findings,
    receipts,
    remarks,
    revision,
    slots,
    waivers,
)

app_name = "filings"

urlpatterns = [
    path("desk/", desk.desks, name="desks"),
    path("desk/<uuid:association_id>/", desk.desk, name="desk"),
    path("desk/<uuid:association_id>/<slug:round_slug>/", desk.earlier_round, name="round"),
    path(
        "desk/<uuid:association_id>/<slug:round_slug>/<slug:material>/",
        slots.slot,
        name="slot",
    ),
    path(
        "desk/<uuid:association_id>/<slug:round_slug>/<slug:material>/declare/",
        slots.declare,
        name="declare",
    ),
    path(
        "desk/<uuid:association_id>/<slug:round_slug>/<slug:material>/carry-over/<uuid:public_id>/",
        slots.carry_over,
        name="carry_over",
    ),
    path("filings/<uuid:public_id>/", revision.revision, name="revision"),
    path("filings/<uuid:public_id>/compare/", compare.compare, name="compare"),
    path(
        "filings/<uuid:public_id>/compare/<uuid:other_id>/",
        compare.compare_with,
        name="compare_with",
    ),
    path("filings/<uuid:public_id>/remarks/", remarks.remarks, name="remarks"),
    path("filings/<uuid:public_id>/fields/", fields.fields, name="fields"),
    path("filings/<uuid:public_id>/body/", body.body, name="body"),
    path("filings/<uuid:public_id>/body/text/", body.whole_text, name="whole_text"),
    path(
        "filings/<uuid:public_id>/body/files/<int:attachment_id>/",
        body.read_file,
        name="read_file",
    ),
    path("filings/<uuid:public_id>/body/clauses/", clauses.clauses, name="clauses"),
    path("filings/<uuid:public_id>/body/<slug:anchor>/", body.article, name="article"),
    path("filings/<uuid:public_id>/attachments/", attachments.attachments, name="attachments"),
    path("filings/<uuid:public_id>/findings/", findings.findings, name="findings"),
    path("filings/<uuid:public_id>/waiver/<slug:rule_id>/", waivers.waiver, name="waiver"),
    path("filings/<uuid:public_id>/check/", check.check, name="check"),
    path("filings/<uuid:public_id>/receipt/", revision.receipt, name="receipt"),
    path("filings/<uuid:public_id>/withdraw/", revision.withdraw, name="withdraw"),
    path("filings/<uuid:public_id>/revise/", revision.revise, name="revise"),
    path("filings/<uuid:public_id>/discard/", revision.discard, name="discard"),
    path("filings/<uuid:public_id>/image/<slug:digest>.png", files.body_image, name="body_image"),
    path("files/<uuid:public_id>/", files.file, name="file"),
    path("files/<uuid:public_id>/page/<int:page>.png", files.file_page, name="file_page"),
    path("receipts/<slug:number>/<slug:code>/", receipts.receipt_check, name="receipt_check"),
    path("receipts/<slug:number>/<slug:code>/qr.svg", receipts.receipt_code, name="receipt_code"),
]
