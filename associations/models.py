"""WHO: people, the offices and posts of the bureau, organisations, and who acts for them."""

import uuid
from functools import cached_property

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import timezone

from huanglong_portal.common.models import Blob

from . import pinyin
from .kinds import Category, Kind, Standing, category_of
from .querysets import AssociationQuerySet, MandateQuerySet, PostingQuerySet


class User(AbstractUser):
    """A person. Accounts belong to people, filings to organisations."""

    name = models.CharField("姓名", max_length=50)
    mobile = models.CharField("手机号码", max_length=20, blank=True)

    REQUIRED_FIELDS = ["name", "email"]

    class Meta:
        verbose_name = verbose_name_plural = "人员"

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return self.name or self.username

    def get_short_name(self) -> str:
        return self.name or self.username

    @cached_property
    def current_postings(self) -> list["Posting"]:
        """Posts held today; empty for everyone outside the bureau."""
        if not self.is_active or not self.is_staff:
            return []
        return list(self.postings.current().select_related("office"))

    @property
    def is_officer(self) -> bool:
        """Whether this person holds a post in the bureau today."""
        return bool(self.current_postings)

    def holds(self, *roles: str, office_id: int | None = None) -> bool:
        """Whether one of ``roles`` is held, in ``office_id`` when given."""
        return any(
            posting.role in roles and (office_id is None or posting.office_id == office_id)
            for posting in self.current_postings
        )


class Office(models.Model):
    """A receiving office of the notice (通知 三): 市社会组织管理科 or 区社会组织管理股."""

    slug = models.SlugField("代号", unique=True)
    name = models.CharField("名称", max_length=60)
    phone = models.CharField("电话", max_length=30, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "受理科室"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name


class Posting(models.Model):
    """A post: who works in which office as what, from when to when. Lending is a second post."""

    class Role(models.TextChoices):
        HANDLER = "handler", "经办"
        CHIEF = "chief", "负责人"
        ADMINISTRATOR = "administrator", "系统管理员"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="postings",
        verbose_name="人员",
    )
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, null=True, blank=True, verbose_name="科室"
    )
    role = models.CharField("岗位", max_length=20, choices=Role)
    valid_from = models.DateField("自", default=timezone.localdate)
    valid_until = models.DateField("至", null=True, blank=True)

    objects = PostingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "岗位"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(role="administrator") | models.Q(office__isnull=False),
                name="posting_has_office",
                violation_error_message="经办和负责人必须属于一个科室。",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.office or ''}{self.get_role_display()}"


class RoutingRule(models.Model):
    """Which office receives which category. Editable: the notice's “市” may be a slip; every
    round takes a copy when it is drafted."""

    category = models.CharField("报送单位类别", max_length=30, choices=Category, unique=True)
    office = models.ForeignKey(Office, on_delete=models.PROTECT, verbose_name="受理科室")

    class Meta:
        verbose_name = verbose_name_plural = "受理分工"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_category_display()} → {self.office}"


class Association(models.Model):
    """An organisation on the register: 行业协会商会 or another 社会组织."""

    class State(models.TextChoices):
        APPLIED = "applied", "待核准"
        ADMITTED = "admitted", "已核准"
        REFUSED = "refused", "未通过"
        SUSPENDED = "suspended", "暂停报送"
        CANCELLED = "cancelled", "已注销"

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField("名称", max_length=100)
    credit_code = models.CharField("统一社会信用代码", max_length=18, unique=True)
    kind = models.CharField("类型", max_length=30, choices=Kind)
    is_trade_association = models.BooleanField("是否行业协会商会", default=False)
    state = models.CharField("状态", max_length=20, choices=State, default=State.APPLIED)
    industry = models.CharField("所属行业", max_length=40, blank=True)
    registered_on = models.DateField("成立登记日期", null=True, blank=True)
    address = models.CharField("住所", max_length=200, blank=True)
    legal_representative = models.CharField("法定代表人", max_length=50, blank=True)
    office_phone = models.CharField("办公电话", max_length=30, blank=True)
    business_scope = models.TextField("业务范围", blank=True)
    supervising_unit = models.CharField("业务主管单位", max_length=100, blank=True)
    party_affairs_unit = models.CharField("党建工作机构", max_length=100, blank=True)
    member_count = models.PositiveIntegerField("会员数", null=True, blank=True)
    quorum_numerator = models.PositiveSmallIntegerField("出席比例（分子）", default=2)
    quorum_denominator = models.PositiveSmallIntegerField("出席比例（分母）", default=3)
    majority_numerator = models.PositiveSmallIntegerField("表决比例（分子）", default=1)
    majority_denominator = models.PositiveSmallIntegerField("表决比例（分母）", default=2)
    certificate = models.ForeignKey(
        Blob, on_delete=models.PROTECT, null=True, blank=True, verbose_name="登记证书扫描件"
    )
    certificate_name = models.CharField("证书文件名", max_length=200, blank=True)
    state_note = models.CharField("核准意见", max_length=300, blank=True)
    standing = models.CharField("名录状态", max_length=20, choices=Standing, default=Standing.NONE)
    grade = models.CharField("信用等次", max_length=2, blank=True)
    name_sort_key = models.CharField(max_length=300, blank=True, editable=False, db_index=True)
    name_initials = models.CharField(max_length=100, blank=True, editable=False, db_index=True)
    is_demo = models.BooleanField("演示数据", default=False)
    created_at = models.DateTimeField("建档时间", default=timezone.now)

    objects = AssociationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "登记簿"
        ordering = ["name_sort_key", "pk"]
        indexes = [
            models.Index(fields=["state", "name_sort_key"]),
            models.Index(fields=["kind", "is_trade_association", "state"]),
            models.Index(fields=["standing", "name_sort_key"]),
            # Filters and figures of the public pages, answered from the index alone.
            models.Index(
                fields=["state", "industry", "kind", "is_trade_association"],
                name="association_public",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_trade_association=False) | models.Q(kind="society"),
                name="trade_association_is_society",
                violation_error_message="行业协会商会属于社会团体，类型应为“社会团体”。",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.name_sort_key = pinyin.sort_key(self.name)
        self.name_initials = pinyin.initials(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    @property
    def category(self) -> Category:
        """The filing category, which decides five or four materials and the office."""
        return category_of(self.kind, self.is_trade_association)


class Mandate(models.Model):
    """A person's authority (授权) to act for an organisation."""

    class Role(models.TextChoices):
        ADMINISTRATOR = "administrator", "管理员"
        HANDLER = "handler", "经办"

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="mandates",
        verbose_name="人员",
    )
    association = models.ForeignKey(
        Association, on_delete=models.PROTECT, related_name="mandates", verbose_name="社会组织"
    )
    role = models.CharField("角色", max_length=20, choices=Role)
    valid_from = models.DateField("自", default=timezone.localdate)
    valid_until = models.DateField("至", null=True, blank=True)
    revoked_at = models.DateTimeField("撤销时间", null=True, blank=True)
    granted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="授权人",
    )

    objects = MandateQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "授权"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "association"],
                condition=models.Q(revoked_at__isnull=True),
                name="one_open_mandate",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} → {self.association}（{self.get_role_display()}）"


class Invitation(models.Model):
    """An officer's or administrator's invitation to act for an organisation; used once."""

    association = models.ForeignKey(
        Association, on_delete=models.PROTECT, related_name="invitations", verbose_name="社会组织"
    )
    email = models.EmailField("邮箱")
    name = models.CharField("姓名", max_length=50, blank=True)
    role = models.CharField("角色", max_length=20, choices=Mandate.Role)
    token_digest = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name="邀请人"
    )
    created_at = models.DateTimeField("邀请时间", default=timezone.now)
    expires_at = models.DateTimeField("有效至")
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="接受人",
    )
    accepted_at = models.DateTimeField("接受时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "邀请"

    def __str__(self) -> str:
        return f"{self.email} → {self.association}"


class Message(models.Model):
    """What the portal tells a person: in the portal always, by mail where there is an address."""

    recipient = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.CASCADE,
        related_name="portal_messages",
        verbose_name="收件人",
    )
    association = models.ForeignKey(
        Association, on_delete=models.CASCADE, null=True, related_name="+", verbose_name="社会组织"
    )
    subject = models.CharField("标题", max_length=200)
    body = models.TextField("内容")
    path = models.CharField("链接", max_length=200, blank=True)
    created_at = models.DateTimeField("时间", default=timezone.now)
    read_at = models.DateTimeField("已读时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "消息"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["recipient", "read_at", "-id"])]

    def __str__(self) -> str:
        return self.subject
