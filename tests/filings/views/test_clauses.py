"""Model clauses beside a draft: read, borrowed behind an article, marked where borrowed."""

import pytest
from django.test import Client

from associations.models import Association, User
from filings import services
from filings.materials import Material
from filings.model_clauses import ALL, clauses_for
from filings.models import Revision
from huanglong_portal.common.models import AuditEvent
from tests.factories import filings, organisations, people

RULES = "第一条　会员应当守法。\n第二章　附则\n第二条　本规约自发布之日起施行。"


@pytest.fixture
def organisation(db: None) -> Association:
    return organisations.association("濮阳市华龙区餐饮行业协会", industry="餐饮")


@pytest.fixture
def convention(organisation: Association, person: User) -> Revision:
    draft = filings.draft(organisation, person, Material.CONVENTION)
    services.take_body_from_text(revision_id=draft.pk, text=RULES, by=person)
    draft.refresh_from_db()
    return draft


@pytest.fixture
def page(convention: Revision) -> str:
    return f"/filings/{convention.public_id}/body/clauses/"


def test_ones_own_trade_is_offered_and_others_on_request(client: Client, page: str) -> None:
    own, other = (
        next(clause for clause in ALL if clause.trade == trade) for trade in ("餐饮", "物业")
    )

    shown = client.get(page).content.decode()
    assert own.text in shown
    assert other.text not in shown
    asked = client.get(page, {"trade": "物业"}).content.decode()
    assert other.text in asked
    assert own.text not in asked


def test_a_clause_is_put_behind_the_chosen_article_and_marked(
    client: Client, convention: Revision, page: str
) -> None:
    clause = clauses_for(Material.CONVENTION)[0]
    response = client.post(
        page, {"clause": clause.key, "after": "a1", "version": convention.version}
    )

    assert response.headers["Location"].endswith("/body/#a1z1")
    convention.refresh_from_db()
    assert convention.blocks[1] == {
        "type": "article",
        "number": "第一条之一",
        "text": clause.text,
    }
    body = client.get(f"/filings/{convention.public_id}/body/").content.decode()
    assert f"写法示例“{clause.topic}”" in body
    assert "第一条之一已经借用" in client.get(page).content.decode()
    assert AuditEvent.objects.filter(action="filings.borrow_clause").count() == 1


def test_the_officer_sees_what_was_borrowed(
    client: Client, convention: Revision, page: str, person: User
) -> None:
    clause = clauses_for(Material.CONVENTION)[0]
    client.post(page, {"clause": clause.key, "after": "a1"})
    Revision.objects.filter(pk=convention.pk).update(state="submitted")
    officer = Client()
    officer.force_login(people.officer("handler"))

    review = officer.get(f"/admin/filings/revision/{convention.pk}/change/").content.decode()
    assert f"写法示例“{clause.topic}”" in review


@pytest.mark.parametrize(
    "sent",
    [
        {"clause": "nothing/such", "after": "a1"},
        {"clause": next(c.key for c in ALL if c.material == Material.PLEDGE), "after": "a1"},
        {"clause": "convention/purpose", "after": "a99"},
        {"clause": "convention/purpose", "after": "a1", "version": "0"},
    ],
)
def test_what_cannot_be_done_is_said_and_the_text_stays(
    client: Client, convention: Revision, page: str, sent: dict[str, str]
) -> None:
    response = client.post(page, sent)

    assert 'role="alert"' in response.content.decode()
    before = convention.blocks
    convention.refresh_from_db()
    assert convention.blocks == before


def test_strangers_find_no_page(convention: Revision, page: str) -> None:
    stranger = Client()
    stranger.force_login(people.representative(organisations.association()))

    assert stranger.get(page).status_code == 404
    assert stranger.post(page, {"clause": "convention/purpose"}).status_code == 404
