"""Where a request comes from, as the proxy in front saw it."""

from ipaddress import ip_address

from django.http import HttpRequest


def behind_proxy(request: HttpRequest) -> str | None:
    """The address that our one proxy wrote last into X-Forwarded-For. What stands before it came
    with the request, so anybody can have written it."""
    direct: str | None = request.META.get("REMOTE_ADDR")
    last = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    try:
        return str(ip_address(last))
    except ValueError:
        return direct
