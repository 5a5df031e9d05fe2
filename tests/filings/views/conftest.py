"""An organisation, a person who files for it, and drafts to fill in."""

import pytest
from django.test import Client

from associations.models import Association, User
from filings.materials import Material
from filings.models import Revision
from tests.factories import filings, people
from tests.factories.organisations import association


@pytest.fixture
def organisation(db: None) -> Association:
    return association("濮阳市华龙区烘焙行业协会")


@pytest.fixture
def person(organisation: Association) -> User:
    return people.representative(organisation)


@pytest.fixture
def client(person: User) -> Client:
    """A browser in which that person is signed in."""
    client = Client()
    client.force_login(person)
    return client


@pytest.fixture
def pledge(organisation: Association, person: User) -> Revision:
    """A draft with everything it needs."""
    return filings.draft(organisation, person)


@pytest.fixture
def convention(organisation: Association, person: User) -> Revision:
    """A draft without anything."""
    return filings.draft(organisation, person, Material.CONVENTION)
