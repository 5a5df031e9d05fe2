"""How often one network address may do what anyone may do without an account.

Counted in the cache of each process, so it is a brake and no gate: with several processes a
little more passes, and a restart forgets.
"""

import hashlib

from django.core.cache import cache

from . import dates, requests


def passes(what: str, *, limit: int, seconds: int = 3600) -> bool:
    """Whether the caller of the present request may do ``what`` once more in this period.

    Outside a request (no address) everything passes.
    """
    ip = requests.current().ip
    if ip is None:
        return True
    window = int(dates.now().timestamp()) // seconds
    key = hashlib.sha256(f"{what}:{ip}:{window}".encode()).hexdigest()
    cache.add(key, 0, seconds)
    try:
        return int(cache.incr(key)) <= limit
    except ValueError:  # a full cache has dropped the count
        return True
