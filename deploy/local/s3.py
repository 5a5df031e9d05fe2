"""An S3-compatible store of our own, in memory, spoken to over HTTP like a real one."""

import sys
from pathlib import Path

from huanglong_portal.local.ports import answers, free_port
from huanglong_portal.local.processes import Child


class S3:
    """The server process and where it is reached."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.server = Child(
            "s3",
            [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self.port)],
            log=folder / "s3.log",
            folder=folder,
        )

    @property
    def environment(self) -> dict[str, str]:
        return {
            "STORAGE_BUCKET": "huanglong",
            "S3_ENDPOINT_URL": f"http://127.0.0.1:{self.port}",
            "S3_ACCESS_KEY": "local",
            "S3_SECRET_KEY": "local-secret",
            "S3_REGION": "us-east-1",
        }

    def start(self) -> None:
        self.server.start()

    def ready(self) -> bool:
        return answers(self.port)
