"""What all tests share: a database, storage and outbox of their own, and no silent skips."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import pytest_django
from django.conf import settings
from django.core.cache import cache
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from huanglong_portal.common import outbox
from tests.buckets import make_bucket
from tests.flushing import allow_flush
from tests.isolation import FOLDER, WORKER

IN_CI = os.environ.get("CI", "").lower() in {"1", "true", "yes"}

# How fast the machine is says nothing about the code.
hypothesis_settings.register_profile(
    "portal", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("portal")


def pytest_unconfigure() -> None:
    """Remove the folder that tests/settings.py made for all processes of this run."""
    if WORKER == "main" and FOLDER in os.environ:
        shutil.rmtree(os.environ[FOLDER], ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """In CI a test that cannot run has failed: it says why, and nobody overlooks it."""
    report = yield
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} 没有运行：{reason}"
    return report


@pytest.fixture(scope="session", autouse=True)
def _bucket() -> None:
    """The private bucket of this process, when tests run on S3."""
    make_bucket(os.environ)


@pytest.fixture(scope="session")
def django_db_setup(
    django_db_setup: None, django_db_blocker: pytest_django.DjangoDbBlocker
) -> None:
    """The database as pytest-django makes it, and able to be emptied in spite of its triggers."""
    with django_db_blocker.unblock():
        allow_flush()


@pytest.fixture(autouse=True)
def _fresh_cache() -> Iterator[None]:
    yield
    cache.clear()


@pytest.fixture
def deliver_outbox(db: None) -> Callable[[], int]:
    """Call it to run, here and now, everything that waits in the outbox; returns how many."""
    return outbox.drain


@pytest.fixture
def stored_files() -> Callable[[], set[str]]:
    """Call it for the names of all objects in this process's storage."""

    def names() -> set[str]:
        if settings.STORAGE_BUCKET:
            from django.core.files.storage import default_storage

            return {item.key for item in default_storage.bucket.objects.all()}
        folder = Path(settings.STORAGES["default"]["OPTIONS"]["location"])
        return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}

    return names
