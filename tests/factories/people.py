"""Officers and representatives."""

import datetime as dt
from itertools import count

from associations.models import Association, Mandate, Office, Posting, User

LONG_AGO = dt.date(2020, 1, 1)
_numbers = count(1)


def user(name: str = "张某", **values: object) -> User:
    """A person with an account and nothing else."""
    number = next(_numbers)
    return User.objects.create_user(
        username=f"person{number}",
        password="Hualong-2026",
        name=name,
        email=f"person{number}@hualong.example",
        **values,
    )


def officer(role: str = "handler", office: str = "city-division", name: str = "李某") -> User:
    """A person who holds a post; the office by its slug."""
    person = user(name, is_staff=True)
    Posting.objects.create(
        user=person,
        office=None if role == "administrator" else Office.objects.get(slug=office),
        role=role,
        valid_from=LONG_AGO,
    )
    return person


def representative(association: Association, role: str = "administrator") -> User:
    """A person who may file for the organisation."""
    person = user("王某")
    Mandate.objects.create(user=person, association=association, role=role, valid_from=LONG_AGO)
    return person
