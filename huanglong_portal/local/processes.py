"""Processes that live no longer than the one that started them."""

import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO


def tied(command: Sequence[str], *, ending: signal.Signals, user: str = "") -> list[str]:
    """The same command, but the kernel sends it `ending` when its parent dies, even by kill -9.

    With `user` it runs as that account, which needs root. Both are the work of setpriv, which
    every Debian has (util-linux); where it is missing the command comes back unchanged.
    """
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        return list(command)
    identity = [f"--reuid={user}", f"--regid={user}", "--init-groups"] if user else []
    return [setpriv, *identity, f"--pdeathsig={ending.name.removeprefix('SIG')}", "--", *command]


@dataclass
class Child:
    """One process, started and stopped by us; what it prints goes to its own log."""

    name: str
    command: Sequence[str]
    log: Path
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    folder: Path | None = None
    user: str = ""
    ending: signal.Signals = signal.SIGTERM
    orphaned: signal.Signals = signal.SIGTERM
    patience: float = 10.0
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it in a session of its own, so that a Ctrl-C reaches only us and we decide."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        output: IO[bytes]
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(
                tied(self.command, ending=self.orphaned, user=self.user),
                env=dict(self.environment),
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def alive(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def ask_to_end(self) -> None:
        """Send it the signal that lets it finish what it holds."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                self.process.send_signal(self.ending)

    def stop(self) -> None:
        """Ask it to end, wait, then end its whole session; harmless when it is gone already."""
        if self.process is None:
            return
        self.ask_to_end()
        with suppress(subprocess.TimeoutExpired):
            self.process.wait(self.patience)
        self.kill()

    def kill(self) -> None:
        """End it and everything in its session at once."""
        if self.process is None:
            return
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def last_words(self, lines: int = 12) -> str:
        """The end of its log, for a person who wonders why it would not start."""
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])
