#!/bin/sh
# Prints a Python that can run the portal (3.11 or later), or says in a plain sentence that there
# is none. Asked by running it: a name on the path may be a shim with nothing behind it.
for name in python3.11 python3.12 python3.13 python3 /usr/bin/python3.11 /usr/bin/python3; do
    if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        command -v "$name"
        exit 0
    fi
done
echo "没有找到 Python 3.11 或更新的版本。请先安装，例如：apt-get install python3.11 python3.11-venv" >&2
exit 1
