"""Settings of the test process: the real ones, with a folder, bucket and Redis database of its own.

Nothing here changes what the portal does; it only keeps test processes that run side by side
out of each other's way, and hashes passwords quickly.
"""

import os
import tempfile

from tests.isolation import FOLDER, WORKER, of_this_worker

# The first process makes the folder and removes it; the others find it in their environment.
if FOLDER not in os.environ:
    os.environ[FOLDER] = tempfile.mkdtemp(prefix="huanglong-tests-")
os.environ["ENV_FILE"] = os.devnull
os.environ["VAR_DIR"] = os.path.join(os.environ[FOLDER], WORKER)  # noqa: PTH118
of_this_worker(os.environ)

from huanglong_portal.settings import *  # noqa: E402, F403

# Handlers run when a test says so (`deliver_outbox`), not in a thread beside it.
OUTBOX_NUDGE = False

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):  # noqa: F405
    # A file, not memory: locks between connections are then the real ones.
    DATABASES["default"]["TEST"] = {"NAME": VAR_DIR / "tests.sqlite3"}  # noqa: F405
