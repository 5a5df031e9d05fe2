"""`manage.py first_administrator`: the one officer whom nobody else can appoint."""

import getpass
import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from associations.models import Posting, User
from huanglong_portal.common import audit


class Command(BaseCommand):
    help = "建立第一位系统管理员。已有系统管理员时不起作用，请由他在后台添加其他工作人员。"

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", help="登录名")
        parser.add_argument("--name", required=True, help="姓名")
        parser.add_argument("--email", required=True, help="电子邮箱，找回密码用")

    def handle(self, *args: Any, username: str, name: str, email: str, **options: Any) -> None:
        if Posting.objects.filter(role=Posting.Role.ADMINISTRATOR).exists():
            raise CommandError("已经有系统管理员了，请由他登录后台添加其他工作人员。")
        if User.objects.filter(username=username).exists():
            raise CommandError(f"登录名 {username} 已被使用，请换一个。")
        person = User(username=username, name=name, email=email, is_staff=True)
        password = asked_password()
        try:
            validate_password(password, person)
        except ValidationError as refusal:
            raise CommandError("密码不合要求：" + "".join(refusal.messages)) from refusal
        person.set_password(password)
        with transaction.atomic():
            person.save()
            posting = Posting.objects.create(user=person, role=Posting.Role.ADMINISTRATOR)
            audit.record("associations.appoint", actor=None, target=posting)
        self.stdout.write(f"已建立系统管理员 {name}（{username}），请登录后台安排各科室的岗位。")


def asked_password() -> str:
    """Typed twice at a terminal, or one line from a pipe."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    password = getpass.getpass("密码：")
    if password != getpass.getpass("再输入一次："):
        raise CommandError("两次输入的密码不一样，没有建立账号。")
    return password
