"""A Redis server of our own, keeping nothing on disk."""

import shutil
from pathlib import Path

from huanglong_portal.local.ports import answers, free_port
from huanglong_portal.local.processes import Child


class Redis:
    """The server process and where it is reached."""

    def __init__(self, folder: Path) -> None:
        self.port = free_port()
        self.server = Child(
            "redis",
            [shutil.which("redis-server") or "redis-server", "--port", str(self.port)]
            + ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(folder)],
            log=folder / "redis.log",
            folder=folder,
        )

    @property
    def environment(self) -> dict[str, str]:
        return {"REDIS_URL": f"redis://127.0.0.1:{self.port}/0"}

    def start(self) -> None:
        self.server.start()

    def ready(self) -> bool:
        return answers(self.port)
