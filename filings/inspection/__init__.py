"""Inspecting uploaded files (文件检查): nothing a stranger sends is opened before it was looked at.

`inspecting.inspect` is the door. It works in a confined child process, tells the type by the
content, counts what a file expands to while it expands, refuses what is active or broken with a
sentence the sender understands, and makes the clean copy that is shown to other people.

This file imports nothing, so that the child starts fast.
"""
