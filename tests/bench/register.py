"""A register of any size with a published pledge for every association, written in bulk."""

import datetime as dt

from django.db import connection, transaction
from django.db.models import OuterRef, Subquery
from django.utils import timezone

INDUSTRIES = ("餐饮", "建材", "物流", "食品加工", "家政服务", "汽车维修", "纺织服装", "化工")
KINDS = (("society", True), ("society", False), ("foundation", False))
KINDS += (("private_non_enterprise", False),)
AT_A_TIME = 5_000


def fill_register(size: int) -> None:
    """Write `size` admitted associations, each with one approved and published pledge."""
    from associations.models import Association, Office, User
    from filings.models import Filing, Revision, Round, SearchEntry, Slot

    person = User.objects.create_user(username="filer", name="王某")
    today = timezone.localdate()
    office = Office.objects.first()
    year = Round.objects.create(
        slug="bench",
        title="演示报送",
        year=today.year,
        opens_on=today,
        closes_on=today,
        created_by=person,
    )
    newest = timezone.now()
    for start in range(1, size + 1, AT_A_TIME):
        numbers = range(start, min(start + AT_A_TIME, size + 1))
        with transaction.atomic():
            associations = Association.objects.bulk_create(
                Association(
                    name=f"演示{INDUSTRIES[n % len(INDUSTRIES)]}第{n}号协会",
                    credit_code=f"51410902XN{n:07d}X",
                    kind=KINDS[n % len(KINDS)][0],
                    is_trade_association=KINDS[n % len(KINDS)][1],
                    state=Association.State.ADMITTED,
                    industry=INDUSTRIES[n % len(INDUSTRIES)],
                    name_sort_key=f"yanshi {n:07d}",
                    name_initials=f"ys{n}",
                    is_demo=True,
                )
                for n in numbers
            )
            slots = Slot.objects.bulk_create(
                Slot(round=year, association=association, material="pledge", office=office)
                for association in associations
            )
            filings = Filing.objects.bulk_create(
                Filing(
                    association=association,
                    material="pledge",
                    title=f"{association.name}诚信承诺书",
                    public_text=f"{association.name}不强制入会，收费项目明码标价，接受社会监督。",
                    published_at=newest - dt.timedelta(minutes=association.pk),
                )
                for association in associations
            )
            Revision.objects.bulk_create(
                Revision(
                    filing=filing,
                    slot=slot,
                    number=1,
                    state="approved",
                    title=filing.title,
                    digest=f"{filing.pk:064x}",
                    created_by=person,
                    submitted_by=person,
                    submitted_at=newest,
                )
                for filing, slot in zip(filings, slots, strict=True)
            )
            SearchEntry.objects.bulk_create(SearchEntry.of(filing) for filing in filings)
    only_revision = Revision.objects.filter(filing=OuterRef("pk")).values("pk")[:1]
    Filing.objects.update(published_revision=Subquery(only_revision))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
