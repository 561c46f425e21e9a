"""QR codes, and the address under which phones reach us."""

from functools import lru_cache
from io import BytesIO
from urllib.parse import urlsplit

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe


def origin_for_phones(own: str = "") -> str:
    """Where phones reach us: a page's own origin, unless that names this computer itself."""
    if own and not is_this_computer(own):
        return own
    others = [origin for origin in settings.PUBLIC_ORIGINS if not is_this_computer(origin)]
    return str([*others, own, *settings.PUBLIC_ORIGINS][0])


def is_this_computer(origin: str) -> bool:
    host = urlsplit(origin).hostname or ""
    return host in ("localhost", "::1") or host.startswith("127.")


@lru_cache(maxsize=64)  # a big screen is drawn again and again with the same one
def qr(text: str) -> SafeString:
    """The code as SVG. Never a Micro QR, which ordinary phone scanners can't read."""
    drawn = BytesIO()
    segno.make(text, micro=False, error="m").save(
        drawn,
        kind="svg",
        xmldecl=False,
        svgns=False,
        svgclass="qr-image",
        lineclass=None,
        omitsize=True,
    )
    return mark_safe(drawn.getvalue().decode())  # noqa: S308  made here from modules, not markup
