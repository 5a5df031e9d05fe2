"""The people of the demo: officers of both offices, representatives, and how they sign in."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from django.conf import settings
from django.contrib.auth.hashers import make_password

from associations import services as associations
from associations.models import Association, Mandate, Office, Posting, User
from associations.services.register import receiving_office_id
from huanglong_portal.common import audit, dates

from .dice import dice_for
from .organisations import Organisation, invent_person

PASSWORD = "hualong-demo-2026"  # noqa: S105 - the documented password of invented people
CITY, DISTRICT = "city-division", "district-section"
_OFFICERS = (
    ("shike-jingban", "张某", CITY, Posting.Role.HANDLER),
    ("shike-jingban2", "陈某", CITY, Posting.Role.HANDLER),
    ("shike-fuzeren", "李某", CITY, Posting.Role.CHIEF),
    ("qugu-jingban", "王某", DISTRICT, Posting.Role.HANDLER),
    ("qugu-fuzeren", "赵某", DISTRICT, Posting.Role.CHIEF),
    ("guanliyuan", "刘某", None, Posting.Role.ADMINISTRATOR),
)
_AGENT = "daiban"
_AGENT_FOR = range(4, 8)
_WITH_MAIL = 4


@dataclass(frozen=True, slots=True)
class Cast:
    """Who plays whom: officers by office and role, representatives by organisation."""

    handlers: dict[int, list[User]]
    chiefs: dict[int, User]
    administrator: User
    representatives: dict[str, list[User]]

    def with_representatives(self, people: dict[str, list[User]]) -> "Cast":
        """The same officers, with who files for whom."""
        return replace(self, representatives=people)

    def office_of(self, association: Association) -> int:
        """The office that looks after an organisation."""
        office_id = receiving_office_id(association)
        if office_id is None:
            raise RuntimeError(f"no office receives {association.category}")
        return office_id

    def handler(self, office_id: int, organisation: Organisation) -> User:
        """The handler of the office who looks after the organisation."""
        people = self.handlers[office_id]
        return people[organisation.index % len(people)]

    def filer(self, organisation: Organisation, turn: int = 0) -> User:
        """Somebody who files for the organisation."""
        people = self.representatives[organisation.credit_code]
        return people[turn % len(people)]


def hire_officers() -> Cast:
    """The officers and their posts, made once; found again afterwards."""
    offices = {office.slug: office for office in Office.objects.all()}
    secret = make_password(PASSWORD)
    handlers: dict[int, list[User]] = {}
    chiefs: dict[int, User] = {}
    administrator = None
    for username, name, slug, role in _OFFICERS:
        user, created = User.objects.get_or_create(
            username=username,
            defaults={
                "name": name,
                "email": f"{username}@demo.example",
                "is_staff": True,
                "password": secret,
                "date_joined": dates.now(),
            },
        )
        office = offices[slug] if slug else None
        if created:
            posting = Posting.objects.create(
                user=user, office=office, role=role, valid_from=dates.today()
            )
            audit.record("associations.appoint", actor=None, target=posting)
        if office is None:
            administrator = user
        elif role == Posting.Role.CHIEF:
            chiefs[office.pk] = user
        else:
            handlers.setdefault(office.pk, []).append(user)
    if administrator is None:
        raise RuntimeError("the demo has no administrator")
    return Cast(handlers, chiefs, administrator, {})


def give_representatives(
    organisations: Sequence[Organisation], *, seed: int, by: User
) -> dict[str, list[User]]:
    """An administrator for every organisation, a second person for some, one agent for several."""
    secret = make_password(PASSWORD)
    registered = Association.objects.in_bulk(
        [organisation.credit_code for organisation in organisations], field_name="credit_code"
    )
    people: dict[str, list[User]] = {}
    for organisation in organisations:
        association = registered[organisation.credit_code]
        dice = dice_for(seed, "people", organisation.index)
        login = username_of(organisation)
        wanted = [(login, organisation.legal_representative, Mandate.Role.ADMINISTRATOR)]
        if organisation.index % 2 == 0:
            wanted.append((f"{login}b", invent_person(dice), Mandate.Role.HANDLER))
        if organisation.index in _AGENT_FOR:
            wanted.append((_AGENT, "孙某堃", Mandate.Role.HANDLER))
        for username, name, role in wanted:
            mail = organisation.index < _WITH_MAIL or username == _AGENT
            user, _ = User.objects.get_or_create(
                username=username,
                defaults={
                    "name": name,
                    "email": f"{username}@demo.example" if mail else "",
                    "password": secret,
                    "date_joined": dates.now(),
                },
            )
            associations.grant_mandate(
                association_id=association.pk, user_id=user.pk, role=role, by=by
            )
            people.setdefault(organisation.credit_code, []).append(user)
    return people


def sign_up(organisation: Organisation, cast: Cast) -> User:
    """A person who will apply for an organisation that is not on the register yet."""
    user, _ = User.objects.get_or_create(
        username=username_of(organisation),
        defaults={
            "name": organisation.legal_representative,
            "password": make_password(PASSWORD),
            "date_joined": dates.now(),
        },
    )
    cast.representatives[organisation.credit_code] = [user]
    return user


def username_of(organisation: Organisation) -> str:
    """xn0001 …: the login name of an organisation's administrator."""
    return f"xn{organisation.index + 1:04d}"


def write_accounts(organisations: Sequence[Organisation]) -> Path:
    """Leave the table of accounts where whoever starts the portal finds it."""
    offices = dict(Office.objects.values_list("slug", "name"))
    rows = [
        {
            "role": f"{offices.get(slug or '', '')}{role.label}",
            "name": name,
            "username": username,
            "password": PASSWORD,
            "url": "/admin/",
        }
        for username, name, slug, role in _OFFICERS
    ]
    rows += [
        {
            "role": f"{organisation.name}管理员",
            "name": organisation.legal_representative,
            "username": username_of(organisation),
            "password": PASSWORD,
            "url": "/desk/",
        }
        for organisation in organisations[:_WITH_MAIL]
    ]
    if len(organisations) > _AGENT_FOR.start:
        rows.append(
            {
                "role": f"代{len(_AGENT_FOR)}家组织经办",
                "name": "孙某堃",
                "username": _AGENT,
                "password": PASSWORD,
                "url": "/desk/",
            }
        )
    path = Path(settings.VAR_DIR) / "demo-accounts.json"
    path.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")
    return path
