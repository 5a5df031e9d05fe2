"""Comparing two versions of a document (版本比较), article by article.

`compare.diff` is the door. A moved article is a move, not a removal and an addition; numbers that
only shifted are no change; words and table cells are compared when a change is looked at.
"""
