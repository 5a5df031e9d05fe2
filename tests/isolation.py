"""What one of several test processes calls its own: bucket name and Redis database."""

import os
from collections.abc import MutableMapping

FOLDER = "HUANGLONG_TESTS_FOLDER"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "main")
NUMBER = int(WORKER.removeprefix("gw")) + 1 if WORKER.startswith("gw") else 0


def of_this_worker(environment: MutableMapping[str, str], offset: int = 0) -> None:
    """Give the environment a bucket and a Redis database that no other process uses.

    `offset` sets apart a second portal inside the same process (the one of the browser journeys).
    Redis counts its databases from 0 to 15, so eight processes are the limit.
    """
    slot = NUMBER + offset
    if bucket := environment.get("STORAGE_BUCKET"):
        environment["STORAGE_BUCKET"] = f"{bucket}-{slot}"
    if redis := environment.get("REDIS_URL"):
        environment["REDIS_URL"] = f"{redis.rsplit('/', 1)[0]}/{slot}"
