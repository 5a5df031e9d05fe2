"""A whole portal beside the tests: its own database, broker, storage, web and worker processes."""

import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg2

from huanglong_portal.local.portal import Portal
from huanglong_portal.local.ports import free_port
from tests.buckets import make_bucket
from tests.isolation import WORKER, of_this_worker

ROOT = Path(__file__).resolve().parents[1]
BESIDE_THE_TESTS = 8


class LivePortal:
    """The real thing on a free port, empty until somebody fills it.

    It keeps everything in `folder`, or on the PostgreSQL, Redis and S3 that the environment
    names. `processes` are the web, the worker and the clock, each to be stopped or killed.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        port = free_port()
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "huanglong_portal.settings",
            "ENV_FILE": os.devnull,
            "VAR_DIR": str(folder),
            "PUBLIC_URL": f"http://127.0.0.1:{port}",
        }
        of_this_worker(self.environment, offset=BESIDE_THE_TESTS)
        if server := os.environ.get("DATABASE_URL"):
            self.environment["DATABASE_URL"] = fresh_database(server, f"live_{WORKER}")
        self.processes = Portal(
            port=port, folder=ROOT, logs=folder / "log", environment=self.environment
        )
        self.url = self.processes.address

    def start(self) -> None:
        """Make the tables and start every process; returns when the home page answers."""
        make_bucket(self.environment)
        self.manage("migrate", "--verbosity=0")
        self.processes.start_background()
        self.processes.start_web()

    def stop(self) -> None:
        """End everything at once: nobody waits for a test portal."""
        for process in self.processes.children:
            process.kill()

    def manage(self, *words: str) -> str:
        """Run `manage.py` inside this portal and return what it printed.

        Raises AssertionError with the whole output when the command fails.
        """
        done = subprocess.run(
            [sys.executable, "manage.py", *words],
            cwd=ROOT,
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"manage.py {' '.join(words)}\n{done.stdout}\n{done.stderr}"
        return done.stdout


def fresh_database(server: str, name: str) -> str:
    """Make an empty database on the PostgreSQL server of `server` and return its address."""
    with_new_name = urlunsplit(urlsplit(server)._replace(path=f"/{name}"))
    connection = psycopg2.connect(server.replace("postgres://", "postgresql://"))
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}"')
    connection.close()
    return with_new_name
