"""Addresses anyone may open; the permanent ones (under ``p/``) never change."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from .materials import Material
from .views.public import documents, notice, organisations, pledges

app_name = "public"


class CreditCode(StringConverter):
    """A 统一社会信用代码."""

    regex = "[0-9A-Za-z]{18}"


class MaterialName(StringConverter):
    """One of the five materials."""

    regex = "|".join(Material.values)


class Digest(StringConverter):
    """A SHA-256."""

    regex = "[0-9a-f]{64}"


register_converter(CreditCode, "credit_code")
register_converter(MaterialName, "material")
register_converter(Digest, "digest")

urlpatterns = [
    path("pledges/", pledges.pledges, name="pledges"),
    path("notice/", notice.notice, name="notice"),
    path("p/<credit_code:code>/", organisations.organisation, name="organisation"),
    path("p/<credit_code:code>/image/<digest:digest>/", documents.image, name="image"),
    path("p/<credit_code:code>/pledge/<int:number>/", documents.promise, name="promise"),
    path("p/<credit_code:code>/<material:material>/", documents.document, name="document"),
    path(
        "p/<credit_code:code>/<material:material>/v<int:number>/",
        documents.document,
        name="document_version",
    ),
    path(
        "p/<credit_code:code>/<material:material>/<uuid:public_id>/",
        documents.document,
        name="one_document",
    ),
    path(
        "p/<credit_code:code>/<material:material>/<uuid:public_id>/v<int:number>/",
        documents.document,
        name="one_document_version",
    ),
]
