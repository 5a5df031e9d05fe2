"""The public page of an organisation: who it is, what it has published, where it stands."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from associations.models import Association
from huanglong_portal.common.dates import write_date

from ...models import Filing
from .caching import public_page
from .documents import address_of, listed_title


@login_not_required
@public_page
def organisation(request: HttpRequest, code: str) -> HttpResponse:
    """Registered particulars, standing and published documents of one organisation."""
    association = Association.objects.listed_publicly().filter(credit_code=code.upper()).first()
    if association is None:
        raise Http404
    filings = (
        Filing.objects.published()
        .filter(association=association)
        .select_related("association", "published_revision")
        .defer("public_text", "published_revision__blocks")
        .order_by("material", "-published_at")
    )
    return render(
        request,
        "filings/public/organisation.html",
        {
            "section": "public:pledges",
            "association": association,
            "facts": _facts(association),
            "documents": [
                (filing, listed_title(filing), address_of(filing).url()) for filing in filings
            ],
        },
    )


def _facts(association: Association) -> list[tuple[str, str]]:
    """Registration information that is public (个人信息保护法: no mobile, no identity number)."""
    registered_on = association.registered_on
    members = association.member_count
    return [
        ("统一社会信用代码", association.credit_code),
        ("组织类别", association.category.label),
        ("登记状态", association.get_state_display()),
        ("所属行业", association.industry),
        ("成立登记日期", write_date(registered_on) if registered_on else ""),
        ("法定代表人", association.legal_representative),
        ("住所", association.address),
        ("办公电话", association.office_phone),
        ("会员数", f"{members} 个" if members else ""),
        ("业务主管单位", association.supervising_unit),
        ("业务范围", association.business_scope),
    ]
