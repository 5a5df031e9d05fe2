"""What anyone may read without signing in, and what nobody may."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from filings import services
from filings.models import Filing
from filings.notice import NOTICE_PARAGRAPHS, SENTENCES
from tests.factories.organisations import association
from tests.factories.people import representative
from tests.factories.publications import PLEDGE, approved, chief, published

pytestmark = pytest.mark.django_db

PLEDGES = reverse("public:pledges")


def pledge_url(filing: Filing) -> str:
    return reverse("public:document", args=[filing.association.credit_code, "pledge"])


def version_url(filing: Filing, number: int) -> str:
    code = filing.association.credit_code
    return reverse("public:document_version", args=[code, "pledge", number])


def count_queries(client: Client, url: str) -> int:
    cache.clear()
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(url)
    assert answer.status_code == 200
    return len(queries)


def test_a_published_pledge_reads_like_a_document(client):
    organisation = association("濮阳市华龙区烘焙行业协会")
    filing = published(organisation, chief())

    page = client.get(pledge_url(filing)).content.decode()

    assert "诚信承诺书" in page
    assert "不强制或者变相强制入会，不阻碍会员退会。" in page
    assert 'id="promise-7"' in page
    assert "600 元/年" in page
    assert filing.published_revision.digest in page
    assert "未列入名录" in page


def test_a_single_promise_has_a_short_address(client):
    filing = published(association(), chief())
    code = filing.association.credit_code

    answer = client.get(reverse("public:promise", args=[code, 4]))

    assert answer.url == f"{pledge_url(filing)}#promise-4"


def test_only_what_is_published_appears_anywhere(client):
    boss = chief()
    shown = published(association("濮阳市华龙区公开行业协会"), boss)
    hidden = association("濮阳市华龙区未公开行业协会")
    revision = approved(hidden, fields=PLEDGE | {"service_content": "未公开的服务内容"})
    refused = association("濮阳市华龙区未核准行业协会", state="applied")

    texts = [
        client.get(url).content.decode()
        for url in (
            reverse("home"),
            PLEDGES,
            f"{PLEDGES}?q=未公开",
            f"{PLEDGES}?q={hidden.credit_code}",
            reverse("public:organisation", args=[hidden.credit_code]),
        )
    ]

    assert shown.association.name in texts[0]
    assert not any("未公开的服务内容" in text for text in texts)
    assert not any(hidden.name in text for text in texts[:4])
    assert client.get(pledge_url(revision.filing)).status_code == 404
    assert client.get(reverse("public:organisation", args=[refused.credit_code])).status_code == 404


def test_unpublishing_is_visible_at_once_to_whoever_asks_again(client):
    boss = chief()
    filing = published(association("濮阳市华龙区撤下行业协会"), boss)
    url = pledge_url(filing)
    kept = client.get(url)["ETag"]
    assert client.get(url, headers={"if-none-match": kept}).status_code == 304

    services.unpublish(filing_id=filing.pk, by=boss, reason="承诺内容与章程不符")

    for answer in (client.get(url), client.get(url, headers={"if-none-match": kept})):
        assert answer.status_code == 410
        assert "三个工作日内答复来电" not in answer.content.decode()
        assert "承诺内容与章程不符" not in answer.content.decode()
    assert client.head(url).status_code == 410
    assert client.get(version_url(filing, 1)).status_code == 410
    assert filing.association.name not in client.get(f"{PLEDGES}?q=答复来电").content.decode()
    assert filing.association.name not in client.get(reverse("home")).content.decode()


def test_a_replaced_version_stays_readable_and_says_so(client):
    boss = chief()
    organisation = association()
    filing = published(organisation, boss)
    newer = PLEDGE | {"extra": ["一个工作日内答复来电。"]}
    published(organisation, boss, filing=filing, fields=newer)

    old = client.get(version_url(filing, 1)).content.decode()
    new = client.get(pledge_url(filing)).content.decode()

    assert "三个工作日内答复来电。" in old
    assert "这是第 1 版，已经更新。" in old
    assert "一个工作日内答复来电。" in new
    assert version_url(filing, 1) in new
    assert client.get(version_url(filing, 3)).status_code == 404


def test_what_was_withdrawn_does_not_come_back_with_the_next_version(client):
    boss = chief()
    organisation = association()
    filing = published(organisation, boss)
    services.unpublish(filing_id=filing.pk, by=boss, reason="含有个人信息")
    published(organisation, boss, filing=filing)

    assert client.get(pledge_url(filing)).status_code == 200
    assert client.get(version_url(filing, 1)).status_code == 404


def test_the_page_of_someone_signed_in_is_not_kept(client):
    organisation = association()
    filing = published(organisation, chief())
    anonymous = client.get(pledge_url(filing))
    client.force_login(representative(organisation))

    own = client.get(pledge_url(filing))

    assert anonymous["Cache-Control"] == "public, no-cache"
    assert own["Cache-Control"] == "private, no-store"
    assert "Cookie" in anonymous["Vary"]
    assert "Cookie" in own["Vary"]


def test_pictures_are_served_only_while_a_public_document_shows_them(client):
    from huanglong_portal.common import blobs

    blob = blobs.store(b"\x89PNG\r\n\x1a\n-picture", "image/png")
    boss = chief()
    organisation = association()
    url = reverse("public:image", args=[organisation.credit_code, blob.digest])
    before = client.get(url).status_code
    filing = published(
        organisation, boss, blocks=[{"type": "image", "image": blob.digest, "text": "流程图"}]
    )

    shown = client.get(url)
    services.unpublish(filing_id=filing.pk, by=boss, reason="图片有误")

    assert before == 404
    assert shown["Content-Type"] == "image/png"
    assert shown.content.endswith(b"-picture")
    assert client.get(url).status_code == 404


def test_an_organisation_shows_its_particulars_standing_and_documents(client):
    organisation = association(
        "濮阳市华龙区烘焙行业协会", standing="abnormal", legal_representative="孙某"
    )
    published(organisation, chief())
    published(
        organisation,
        chief(),
        material="convention",
        title="烘焙行业自律规约",
        fields={"effective_on": "2026-10-22"},
        blocks=[{"type": "article", "number": "第一条", "text": "诚实守信。"}],
    )

    page = client.get(reverse("public:organisation", args=[organisation.credit_code]))
    convention = client.get(
        reverse("public:document", args=[organisation.credit_code, "convention"])
    )

    text = page.content.decode()
    assert organisation.credit_code in text
    assert "活动异常名录" in text
    assert "烘焙行业自律规约" in text
    assert 'id="a1"' in convention.content.decode()


def test_cases_have_an_address_each_and_do_not_name_whoever_may_not_be_named(client):
    organisation = association()
    fields = {"case_kind": "sanction", "member_name": "某甲汽修厂公司", "may_name_member": False}
    filing = published(
        organisation, chief(), material="case", title="警告某甲汽修厂公司", fields=fields
    )
    code = organisation.credit_code

    own = client.get(reverse("public:one_document", args=[code, "case", filing.public_id]))
    organisation_page = client.get(reverse("public:organisation", args=[code]))
    home = client.get(reverse("home"))

    for answer in (own, organisation_page, home):
        assert "警告某会员" in answer.content.decode()
        assert "某甲汽修厂公司" not in answer.content.decode()
    assert client.get(reverse("public:document", args=[code, "case"])).status_code == 404
    assert "某甲" not in filing.public_text


def test_the_notice_gives_every_sentence_its_address(client):
    page = client.get(reverse("public:notice")).content.decode()

    assert all(f'id="{anchor}"' in page for anchor in SENTENCES)
    assert all(paragraph.heading in page for paragraph in NOTICE_PARAGRAPHS)


@pytest.mark.parametrize("url", [reverse("home"), PLEDGES, f"{PLEDGES}?q=行业"])
def test_lists_cost_the_same_for_one_and_for_three(client, url):
    boss = chief()
    published(association("濮阳市华龙区甲行业协会"), boss)
    published(association(), boss, material="case", title="典型案例", fields={})
    one = count_queries(client, url)
    for _ in range(2):
        published(association(), boss)
        published(association(), boss, material="case", title="典型案例", fields={})

    assert count_queries(client, url) == one


def test_an_organisation_page_costs_the_same_for_one_and_for_three_documents(client):
    boss = chief()
    organisation = association()
    url = reverse("public:organisation", args=[organisation.credit_code])
    published(organisation, boss)
    one = count_queries(client, url)
    for _ in range(2):
        published(organisation, boss, material="case", title="典型案例", fields={})

    assert count_queries(client, url) == one


def test_a_pledge_page_costs_the_same_with_one_and_with_three_versions(client):
    boss = chief()
    organisation = association()
    filing = published(organisation, boss)
    one = count_queries(client, pledge_url(filing))
    for _ in range(2):
        published(organisation, boss, filing=filing)

    assert count_queries(client, pledge_url(filing)) == one
