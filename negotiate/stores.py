"""The addresses of the environment as Django's settings: where data lies, how news travels."""

from typing import Any, Final
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

IN_MEMORY: Final = {"BACKEND": "channels.layers.InMemoryChannelLayer"}
# A Redis that hangs is given up after 2 s. (Only the layer that is not used here, which waits in
# the reads themselves, would lose its idle sockets by such a limit.) The sign of life every 15 s
# is for a Redis whose machine lost its power: its connections would be listened to for good.
# The pub/sub layer needs three connections a process, not one for each phone.
QUICK: Final = {"socket_timeout": 2, "socket_connect_timeout": 2}
CONNECTION: Final = {**QUICK, "health_check_interval": 15, "max_connections": 1000}


def database(address: dict[str, Any], pool: int) -> dict[str, Any]:
    """Django's DATABASES entry for a parsed DATABASE_URL; `pool` connections a process at most."""
    options: dict[str, Any] = address.setdefault("OPTIONS", {})
    if address["ENGINE"] == "django.db.backends.sqlite3":
        # select_for_update does nothing here, so every transaction takes the write lock at its
        # start. WAL lets pages be read meanwhile. Django itself switches foreign keys on. What is
        # deleted is overwritten, and a log that begins anew is cut off: ballots leave no traces.
        options |= {"transaction_mode": "IMMEDIATE", "timeout": 20}
        options["init_command"] = (
            "PRAGMA journal_mode=WAL; PRAGMA secure_delete=ON; PRAGMA journal_size_limit=0"
        )
        return address
    # Kept connections would pile up under ASGI, one for each thread: a pool shares a few.
    options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 20}
    return address | {"CONN_MAX_AGE": 0, "CONN_HEALTH_CHECKS": True}


def layer(redis_url: str, prefix: str) -> dict[str, Any]:
    """Channels' layer over one or more Redis; without any, inside one process."""
    if not redis_url:
        return IN_MEMORY
    hosts = [CONNECTION | host for host in _hosts(redis_url)]
    return {
        "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
        "CONFIG": {"hosts": hosts, "prefix": prefix},
    }


def counters(redis_url: str) -> str:
    """Where attempts are counted, as an address of the `limits` package: of several Redis beside
    each other the first."""
    together = "+" in urlsplit(redis_url).scheme
    return redis_url if together else redis_url.split(",")[0] or "memory://"


def _hosts(redis_url: str) -> list[dict[str, Any]]:
    """Each Redis among which rooms are shared out. Raises ImproperlyConfigured for an address of
    another kind than docs/production.md has."""
    parts = urlsplit(redis_url)
    access, at, places = parts.netloc.rpartition("@")
    if parts.scheme == "redis+sentinel":
        return [_found_by_sentinels(redis_url, places)]
    if parts.scheme == "redis+cluster":  # whatever node is told tells all others
        return [{"address": f"redis://{access}{at}{place}"} for place in places.split(",")]
    addresses = redis_url.split(",")
    if not all(each.startswith(("redis://", "rediss://")) for each in addresses):
        raise ImproperlyConfigured("REDIS_URL is none of the addresses in docs/production.md.")
    return [{"address": each} for each in addresses]


def _found_by_sentinels(redis_url: str, places: str) -> dict[str, Any]:
    """redis+sentinel://[user:password@]host:port[,host:port…]/service"""
    parts = urlsplit(redis_url)
    secrets = {"username": parts.username, "password": parts.password}
    access = {name: value for name, value in secrets.items() if value}
    pairs = [each.rpartition(":") for each in places.split(",")]
    return {
        "master_name": parts.path.strip("/"),
        "sentinels": [(host, int(port)) for host, _, port in pairs],
        "sentinel_kwargs": access | QUICK,
        **access,
    }
