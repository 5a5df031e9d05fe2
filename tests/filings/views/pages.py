"""Addresses and files, as the tests of the pages name them."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from associations.models import Association, User
from filings.models import Revision


def page_of(revision: Revision, name: str, *args: object) -> str:
    """One of the pages of a version."""
    return reverse(f"filings:{name}", args=[revision.public_id, *args])


def desk_of(organisation: Association, name: str = "desk", *args: object) -> str:
    """One of the pages of an organisation's desk."""
    return reverse(f"filings:{name}", args=[organisation.public_id, *args])


def signed_in(person: User) -> Client:
    """A browser of this person."""
    client = Client()
    client.force_login(person)
    return client


def sent(content: bytes, name: str) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)
