"""A PostgreSQL server of our own: a fresh cluster in a folder, on a free port."""

import os
import pwd
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from huanglong_portal.local.ports import free_port
from huanglong_portal.local.processes import Child, tied

# A test database may be lost with the machine: nothing waits for the disk.
NOT_DURABLE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class PostgreSQL:
    """The server process and where it is reached. PostgreSQL refuses root: it gets `postgres`."""

    def __init__(self, folder: Path, *, durable: bool = False) -> None:
        self.port = free_port()
        self.user = "postgres" if os.geteuid() == 0 else ""
        self.data = folder / "postgresql"
        self.data.mkdir()
        if self.user:
            account = pwd.getpwnam(self.user)
            folder.chmod(0o755)
            os.chown(self.data, account.pw_uid, account.pw_gid)
        settings = [
            "listen_addresses=127.0.0.1",
            f"unix_socket_directories={self.data}",
            f"port={self.port}",
            "max_connections=100",
            *(() if durable else NOT_DURABLE),
        ]
        self.server = Child(
            "postgresql",
            [str(binaries() / "postgres"), "-D", str(self.data)]
            + [word for setting in settings for word in ("-c", setting)],
            log=folder / "postgresql.log",
            folder=self.data,
            user=self.user,
            ending=signal.SIGINT,  # “fast”: ends open connections
            orphaned=signal.SIGQUIT,
        )

    @property
    def environment(self) -> dict[str, str]:
        return {"DATABASE_URL": f"postgres://portal@127.0.0.1:{self.port}/postgres"}

    def start(self) -> None:
        """Make the cluster and start the server."""
        if not (self.data / "PG_VERSION").exists():
            command = [str(binaries() / "initdb"), "-D", str(self.data), "--username=portal"]
            command += ["--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
            subprocess.run(
                tied(command, ending=signal.SIGKILL, user=self.user),
                check=True,
                cwd=self.data,
                stdout=subprocess.DEVNULL,
            )
        self.server.start()

    def ready(self) -> bool:
        """Whether it accepts work; the port is open a moment before that."""
        command = [str(binaries() / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return subprocess.run(command, check=False).returncode == 0


def binaries() -> Path:
    """Debian keeps the server's programs off the path, one folder for each version."""
    folders = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name)
    )
    if folders:
        return folders[-1]
    if found := shutil.which("initdb"):
        return Path(found).parent
    sys.exit("没有找到 PostgreSQL 的 initdb，请安装 postgresql。")
