"""How organisations come onto the register: by the bureau's own list, or by applying."""

import csv
import io
from collections.abc import Sequence
from enum import Enum

from django.core.files.uploadedfile import SimpleUploadedFile

from associations import certificates
from associations import services as associations
from associations.kinds import Category
from associations.models import Association, User
from huanglong_portal.common import blobs

from .dice import dice_for
from .evidence import certificate
from .organisations import PHONE, Organisation
from .people import Cast
from .scans import photographed
from .stage import Story
from .timeline import Timeline

_FILE = "社会组织登记簿.csv"


class Applied(Enum):
    """What became of an application."""

    WAITING = "waiting"
    REFUSED = "refused"
    ADMITTED = "admitted"


# Three of the forty apply for themselves, in the last weeks.
APPLICANTS = {37: Applied.WAITING, 38: Applied.REFUSED, 39: Applied.ADMITTED}


def import_register(organisations: Sequence[Organisation], *, by: User) -> None:
    """Import the bureau's list through the door of the register page, and mark it as invented."""
    table = io.StringIO()
    writer = csv.writer(table)
    writer.writerow(
        (
            *("名称", "统一社会信用代码", "是否行业协会商会", "所属行业", "成立登记日期", "住所"),
            *("法定代表人", "办公电话", "会员数", "业务范围", "业务主管单位"),
        )
    )
    for one in organisations:
        writer.writerow(
            (
                one.name,
                one.credit_code,
                "是" if one.category == Category.TRADE_ASSOCIATION else "否",
                one.trade.industry,
                one.registered_on.isoformat(),
                one.address,
                one.legal_representative,
                PHONE,
                one.member_count or "",
                one.business_scope,
                one.supervising_unit,
            )
        )
    blob = blobs.store(table.getvalue().encode("utf-8-sig"), "text/csv")
    associations.apply_import(digest=blob.digest, name=_FILE, by=by)
    mark_as_demo(organisations)


def mark_as_demo(organisations: Sequence[Organisation]) -> None:
    """Mark organisations as 演示数据 and note who guides their Party building."""
    for unit in {one.party_affairs_unit for one in organisations}:
        codes = [one.credit_code for one in organisations if one.party_affairs_unit == unit]
        for start in range(0, len(codes), 500):
            Association.objects.filter(credit_code__in=codes[start : start + 500]).update(
                is_demo=True, party_affairs_unit=unit
            )


def application_story(
    organisation: Organisation, person: User, cast: Cast, timeline: Timeline
) -> Story:
    """An organisation registers itself with a photo of its certificate; an officer decides."""
    outcome = APPLICANTS[organisation.index]
    dice = dice_for(organisation.credit_code, "application")
    yield timeline.at(3 if outcome is Applied.WAITING else 60, dice)
    photo = SimpleUploadedFile(
        "登记证书.jpg", photographed(certificate(organisation), dice), "image/jpeg"
    )
    taken = certificates.take(photo)
    association = associations.apply_for_admission(
        name=organisation.name,
        code=organisation.credit_code,
        is_trade_association=organisation.category == Category.TRADE_ASSOCIATION,
        certificate=taken.blob,
        certificate_name=taken.name,
        user=person,
        industry=organisation.trade.industry,
        registered_on=organisation.registered_on,
        legal_representative=organisation.legal_representative,
        office_phone=PHONE,
        address=organisation.address,
        business_scope=organisation.business_scope,
        supervising_unit=organisation.supervising_unit,
        member_count=organisation.member_count,
    )
    mark_as_demo([organisation])
    if outcome is Applied.WAITING:
        return
    yield timeline.at(57, dice)
    officer = cast.handler(cast.office_of(association), organisation)
    if outcome is Applied.REFUSED:
        associations.refuse(
            association_id=association.pk,
            by=officer,
            note="上传的证书照片看不清统一社会信用代码，请重新拍照后再申请。",
        )
    else:
        associations.admit(association_id=association.pk, by=officer, note="证书与登记信息一致。")
