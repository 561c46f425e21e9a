"""A page's forms, pressed in a browser that the seat's link has been opened in."""

from http.client import HTTPConnection, HTTPSConnection
from typing import Any
from urllib.parse import urlencode, urlsplit

from tests.faults.phones import PATIENCE, Place

TOKEN = "a" * 32  # a browser's own; any is good that comes twice


def press(place: Place, cookie: str, path: str, **fields: Any) -> tuple[int, str]:
    """Post a form as the page's script does; the answer's status and text."""
    host = urlsplit(place.address).netloc
    line = HTTPConnection(host, timeout=PATIENCE)
    if place.tls:
        line = HTTPSConnection(host, timeout=PATIENCE, context=place.tls)
    headers = {
        "Host": urlsplit(place.origin).netloc,
        "Origin": place.origin,
        "Cookie": f"{cookie}; csrftoken={TOKEN}",
        "X-CSRFToken": TOKEN,
        "X-Forwarded-Proto": "https",  # as the proxy says, which nobody can gainsay behind it
        "Accept": "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
    }
    line.request("POST", path, urlencode(fields), headers)
    answer = line.getresponse()
    said = answer.read().decode()
    line.close()
    return answer.status, said
