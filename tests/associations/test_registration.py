"""Registering an organisation from the page."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from associations.models import Association, Mandate, User
from associations.services import admit, refuse
from tests.factories.files import pdf, photo
from tests.factories.organisations import association, code
from tests.factories.people import officer, user

REGISTER = reverse("associations:register")


def typed(**changes: object) -> dict[str, object]:
    """Everything a careful person fills in."""
    return {
        "credit_code": code(),
        "organisation_name": "濮阳市华龙区烘焙行业协会",
        "is_trade_association": "yes",
        "certificate": scan(),
        "industry": "烘焙",
        "registered_on": "2016-05-20",
        "legal_representative": "孙某",
        "member_count": "86",
        "name": "孙某某",
        "mobile": "13800000001",
        "email": "sun@hongbei.example",
        "username": "13800000001",
        "password": "Lantian-2026",
        "password_again": "Lantian-2026",
        **changes,
    }


def scan(content: bytes = b"", name: str = "登记证书.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content or photo(), content_type="image/jpeg")


@pytest.mark.django_db
def test_an_organisation_registers_and_its_person_sees_where_it_stands(client: Client) -> None:
    answer = client.post(REGISTER, typed(), follow=True)

    registered = Association.objects.get(name="濮阳市华龙区烘焙行业协会")
    assert registered.state == "applied"
    assert registered.is_trade_association
    assert registered.member_count == 86
    assert registered.certificate is not None
    assert registered.certificate_name == "登记证书.jpg"
    mandate = Mandate.objects.get(association=registered)
    assert mandate.role == Mandate.Role.ADMINISTRATOR
    assert mandate.user.name == "孙某某"
    assert answer.redirect_chain[-1][0] == reverse(
        "associations:application", args=[registered.public_id]
    )
    assert "下一步由民政局对照登记证书核准" in answer.content.decode()


@pytest.mark.django_db
def test_a_wrong_code_is_explained_at_its_field_and_nothing_typed_is_lost(client: Client) -> None:
    right = code()
    wrong = right[:5] + "O" + right[6:]

    answer = client.post(REGISTER, typed(credit_code=wrong))

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "第 6 位是字母 O" in str(answer.context["form"].errors["credit_code"])
    assert 'href="#id_credit_code"' in page
    for kept in (wrong, "濮阳市华龙区烘焙行业协会", "孙某某", "13800000001", "2016-05-20"):
        assert kept in page
    assert not User.objects.exists()


@pytest.mark.django_db
def test_a_certificate_sent_with_a_wrong_form_need_not_be_chosen_again(client: Client) -> None:
    refused = client.post(REGISTER, typed(credit_code="123"))
    page = refused.content.decode()
    token = refused.context["form"].kept_certificate.token

    again = typed(certificate_token=token)
    del again["certificate"]
    client.post(REGISTER, again)

    assert "已收到“登记证书.jpg”" in page
    assert Association.objects.get().certificate_name == "登记证书.jpg"


@pytest.mark.django_db
def test_a_forged_certificate_token_is_worth_nothing(client: Client) -> None:
    forged = typed(certificate_token="eyJkaWdlc3QiOiJ4In0:forged:signature")
    del forged["certificate"]

    answer = client.post(REGISTER, forged)

    assert "请上传登记证书" in str(answer.context["form"].errors["certificate"])
    assert not Association.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "证书.jpg", "空文件"),
        (b"MZ" + b"\0" * 200, "证书.pdf", "Windows 程序"),
        (b"<!doctype html><script>alert(1)</script>", "证书.pdf", "网页"),
        (pdf(password="1234"), "证书.pdf", "去掉密码"),
    ],
)
def test_an_unusable_certificate_is_refused_in_words(
    client: Client, content: bytes, name: str, sentence: str
) -> None:
    sent = SimpleUploadedFile(name, content)

    answer = client.post(REGISTER, typed(certificate=sent))

    assert sentence in str(answer.context["form"].errors["certificate"])
    assert "濮阳市华龙区烘焙行业协会" in answer.content.decode()
    assert not Association.objects.exists()


@pytest.mark.django_db
def test_a_taken_login_name_and_a_weak_password_are_said_at_their_fields(client: Client) -> None:
    known = user()

    taken = client.post(REGISTER, typed(username=known.username))
    weak = client.post(REGISTER, typed(password="12345678", password_again="12345678"))

    assert "已被使用" in str(taken.context["form"].errors["username"])
    assert weak.context["form"].errors["password"]
    assert not Association.objects.exists()


@pytest.mark.django_db
def test_a_known_code_sends_the_person_to_the_administrator(client: Client) -> None:
    known = association()

    answer = client.post(REGISTER, typed(credit_code=known.credit_code))

    assert "已经登记过" in str(answer.context["form"].errors["credit_code"])


@pytest.mark.django_db
def test_who_was_refused_finds_the_form_filled_in(client: Client) -> None:
    client.post(REGISTER, typed())
    applied = Association.objects.get()
    refuse(association_id=applied.pk, by=officer(), note="证书照片不清楚，请重拍")

    page = client.get(REGISTER).content.decode()
    again = typed(certificate_token=client.get(REGISTER).context["form"].kept_certificate.token)
    for account_field in ("certificate", "name", "mobile", "email", "username"):
        del again[account_field]
    again["credit_code"] = applied.credit_code
    client.post(REGISTER, again)

    assert applied.credit_code in page
    applied.refresh_from_db()
    assert applied.state == "applied"
    assert applied.mandates.count() == 1


@pytest.mark.django_db
def test_only_the_organisations_own_people_see_its_application(client: Client) -> None:
    applied = association(state="applied")
    client.force_login(user())

    answer = client.get(reverse("associations:application", args=[applied.public_id]))

    assert answer.status_code == 404


@pytest.mark.django_db
def test_fields_that_are_not_in_the_form_cannot_be_set(client: Client) -> None:
    client.post(
        REGISTER,
        typed(
            state="admitted",
            grade="AA",
            standing="none",
            is_demo="on",
            is_staff="on",
            is_superuser="on",
            kind="foundation",
            quorum_numerator="0",
        ),
    )

    registered = Association.objects.get()
    assert (registered.state, registered.grade, registered.kind) == ("applied", "", "society")
    assert registered.quorum_numerator == 2
    assert not User.objects.filter(is_staff=True).exists()


@pytest.mark.django_db
def test_after_admission_the_page_leads_to_the_desk(client: Client) -> None:
    client.post(REGISTER, typed())
    applied = Association.objects.get()
    admit(association_id=applied.pk, by=officer())

    page = client.get(reverse("associations:application", args=[applied.public_id]))

    assert "现在可以报送材料" in page.content.decode()


@pytest.mark.django_db
def test_uploads_without_an_account_are_slowed_down(client: Client) -> None:
    for _ in range(30):
        client.post(REGISTER, {"certificate": SimpleUploadedFile("证书.pdf", b"")})

    answer = client.post(REGISTER, typed())

    assert "上传的文件太多" in str(answer.context["form"].errors["certificate"])
    assert "濮阳市华龙区烘焙行业协会" in answer.content.decode()
