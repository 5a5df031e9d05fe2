"""Benchmarks as ratios: our way and a plain way, side by side, in turn, on the same machine.

A benchmark is a module here with a docstring that says what is compared, `NAME`, `BAR` and
`rounds() -> list[float]`, one ratio for each interleaved round. It holds when the median is at
most the bar. What else it has to show (a table, a peak of memory) its `report() -> str` tells.
"""
