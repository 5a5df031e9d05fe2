"""Peak memory of this process, from the kernel's own mark."""

from pathlib import Path


def peak_mib() -> float:
    """The most this process has ever held, in MiB.

    Not `ru_maxrss`: that one is handed down by the process that started us.
    """
    for line in Path("/proc/self/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("/proc/self/status tells no peak of memory")
