"""`python deploy/local/prepare.py run|test`: make this machine ready, then say nothing more.

Runs on the machine's own Python, before there is an environment: standard library only.
"""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from deploy.local import debian, needs, virtualenv


def main(purpose: str) -> int:
    """Packages first (Debian's Python may need one to make environments), then the environment."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    wanted = needs.RUN if purpose == "run" else needs.TEST
    print("正在检查这台机器……", flush=True)
    try:
        debian.install([needs.python_venv(version), *wanted])
        virtualenv.bring_up_to_date(purpose)
    except debian.NotInstalled as reason:
        print(f"\n{reason}", file=sys.stderr)
        return 1
    except subprocess.CalledProcessError:
        print("\nPython 依赖没有装好，原因见上。请检查网络后再运行一次。", file=sys.stderr)
        return 1
    if purpose == "run":
        mention_optional()
    return 0


def mention_optional() -> None:
    """What the portal can do without, and what is missed."""
    if absent := [need for need in needs.OPTIONAL if not need.present()]:
        print(
            "  可选软件未安装：" + "；".join(f"{need.package}（{need.purpose}）" for need in absent)
        )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
