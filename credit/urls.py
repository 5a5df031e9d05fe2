"""Addresses of the credit pages."""

from django.urls import path

from .views import desk, own, papers, public

app_name = "credit"

urlpatterns = [
    path("lists/", public.lists, name="lists"),
    path("lists/<uuid:public_id>/", public.listing, name="public_listing"),
    path("check/", public.check, name="check"),
    path("credit/rules/", public.rules, name="rules"),
    path("credit/", own.home, name="home"),
    path("credit/desk/", desk.desk, name="desk"),
    path("credit/papers/<uuid:public_id>/", papers.paper, name="paper"),
    path("credit/listings/<uuid:public_id>/", own.listing, name="listing"),
    path("credit/<uuid:public_id>/", own.credit_file, name="file"),
]
