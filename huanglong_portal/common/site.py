"""The bureau's particulars for every page."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, Any]:
    """Context processor: ``site`` with the names, telephone and registration numbers."""
    return {
        "site": {
            "bureau": settings.BUREAU_NAME,
            "portal": settings.PORTAL_NAME,
            "domain": urlsplit(settings.PUBLIC_URL).netloc,
            "phone": settings.BUREAU_PHONE,
            "address": settings.BUREAU_ADDRESS,
            "code": settings.SITE_CODE,
            "icp": settings.ICP_NUMBER,
            "police": settings.POLICE_NUMBER,
            "mailbox": settings.DEVELOPMENT_MAILBOX,
        }
    }
