"""Every address × every thing × every kind of person, against ``matrix.csv``.

An address without a row fails. To add rows for new addresses, run this file with
``ACCESS_MATRIX=write`` and read what was written: it is the promise, not the program's opinion.
"""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.access.addresses import addresses
from tests.access.world import ROLES, World, build

TABLE = Path(__file__).with_name("matrix.csv")
_SHUT = {"login", "403", "404", "405"}
_NOT_PAGES = {"admin:view_on_site", "admin:jsi18n"}


@pytest.mark.django_db
def test_every_address_answers_every_person_as_the_table_says() -> None:
    world = build()
    seen = dict(_ask_everything(world))
    if os.environ.get("ACCESS_MATRIX") == "write":
        _write(seen)
    promised = _read()

    assert seen.keys() - promised.keys() == set(), "addresses without a row in matrix.csv"
    assert promised.keys() - seen.keys() == set(), "rows for addresses that are gone"
    wrong = {
        key: {
            role: f"{promised[key][role]} expected, {answer} given"
            for role, answer in answers.items()
            if answer != promised[key][role]
        }
        for key, answers in seen.items()
        if answers != promised[key]
    }
    assert wrong == {}


@pytest.mark.django_db
def test_nobody_can_send_to_a_page_that_is_shut_to_them() -> None:
    world = build()
    promised = _read()
    opened = []
    for address in addresses():
        if address.name in _NOT_PAGES:
            continue
        for thing, url in world.samples(address):
            row = promised[address.name, thing]
            for role in ROLES:
                if row[role] not in {"login", "403", "404"}:
                    continue
                answer = _answer(world.client(role).post(url, {}))
                if answer not in _SHUT:
                    opened.append((address.name, thing, role, answer))

    assert opened == []


def _ask_everything(world: World) -> Iterator[tuple[tuple[str, str], dict[str, str]]]:
    clients = {role: world.client(role) for role in ROLES}
    for address in addresses():
        if address.name in _NOT_PAGES:
            continue
        for thing, url in world.samples(address):
            yield (
                (address.name, thing),
                {role: _get(clients[role], url) for role in ROLES},
            )


def _get(client: Client, url: str) -> str:
    return _answer(client.get(url))


def _answer(response: HttpResponse) -> str:
    if response.streaming:  # a file that was served stays open until it was read
        b"".join(response.streaming_content)
    if response.status_code == 302 and response.headers["Location"].startswith(
        ("/login/", "/admin/login/")
    ):
        return "login"
    return str(response.status_code)


def _read() -> dict[tuple[str, str], dict[str, str]]:
    if not TABLE.exists():
        return {}
    with TABLE.open(newline="", encoding="utf-8") as lines:
        return {(row.pop("address"), row.pop("thing")): dict(row) for row in csv.DictReader(lines)}


def _write(seen: dict[tuple[str, str], dict[str, str]]) -> None:
    with TABLE.open("w", newline="", encoding="utf-8") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(["address", "thing", *ROLES])
        for (address, thing), answers in seen.items():
            writer.writerow([address, thing, *(answers[role] for role in ROLES)])
