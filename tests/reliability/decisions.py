"""八人同时审定或退回同一份材料：恰好一个结论，其余的人都得到说明

Rounds with exactly one decision; see `tests/faults/deciding.py`.
"""

from tests.reliability import Figure

NAME = "decisions"
ROUNDS = 100


def run() -> Figure:
    from tests.faults.deciding import OFFICERS, decide_at_once

    flaws = [flaw for flaw in (decide_at_once() for _ in range(ROUNDS)) if flaw]
    for flaw in flaws:
        print(f"  {flaw}")
    return Figure(ROUNDS - len(flaws), ROUNDS, f"每轮 {OFFICERS} 个线程同时办理")
