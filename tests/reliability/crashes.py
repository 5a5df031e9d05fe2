"""在每一个读写动作处强行结束进程：记录完整，重做即成

Every operation of `tests/faults/scenarios.py` is killed at each of its boundaries in turn.
"""

from tests.faults.crashing import crash_everywhere
from tests.reliability import Figure

NAME = "crashes"


def run() -> Figure:
    from tests.faults.scenarios import SCENARIOS

    held = tried = 0
    parts = []
    for name, scenario in SCENARIOS.items():
        survived, all_of_it, wrong = crash_everywhere(scenario())
        parts.append(f"{name} {survived}/{all_of_it}")
        held, tried = held + survived, tried + all_of_it
        for flaw in wrong:
            print(f"  {name}: {flaw}")
    return Figure(held, tried, "kill -9：" + "，".join(parts))
