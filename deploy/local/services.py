"""PostgreSQL, Redis and S3 for as long as a `with` lasts, in one temporary folder."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from deploy.local.postgresql import PostgreSQL
from deploy.local.redis import Redis
from deploy.local.s3 import S3
from huanglong_portal.local.waiting import wait_until

SECONDS_TO_START = 60


@dataclass
class Services:
    """The three servers; each may be stopped and started again on its own."""

    postgresql: PostgreSQL
    redis: Redis
    s3: S3

    @property
    def environment(self) -> dict[str, str]:
        """The settings that make the portal use these servers."""
        return {**self.postgresql.environment, **self.redis.environment, **self.s3.environment}


@contextmanager
def running_services() -> Iterator[Services]:
    """Start all three, yield them when they answer, stop and remove them whatever happens.

    Raises RuntimeError with the end of its log when one does not answer within a minute.
    """
    folder = Path(tempfile.mkdtemp(prefix="huanglong-services-"))
    with ExitStack() as afterwards:
        afterwards.callback(shutil.rmtree, folder, ignore_errors=True)
        services = Services(PostgreSQL(folder), Redis(folder), S3(folder))
        started = (services.redis, services.s3, services.postgresql)
        for service in started:
            afterwards.callback(service.server.stop)
            service.start()
        for service in started:
            if not wait_until(service.ready, seconds=SECONDS_TO_START):
                name, said = service.server.name, service.server.last_words()
                raise RuntimeError(f"{name} 没有启动起来：\n{said}")
        yield services
