"""Addresses of the volumes."""

from django.urls import path

from .views import books, desk, public

app_name = "compilations"

urlpatterns = [
    path("desk/volumes/", desk.desk, name="desk"),
    path("desk/volumes/<uuid:public_id>/", desk.edition, name="edition"),
    path("desk/volumes/<uuid:public_id>/progress/", desk.progress, name="progress"),
    path("desk/volumes/<uuid:public_id>/settings/", desk.settings, name="settings"),
    path("desk/volumes/<uuid:public_id>/<int:position>/", desk.volume, name="volume"),
    path("desk/volumes/books/<int:part_id>/", books.book, name="download"),
    path("desk/volumes/packages/<int:dispatch_id>/", books.package, name="package"),
    path("volumes/<uuid:public_id>/<int:position>/", public.book, name="book"),
]
