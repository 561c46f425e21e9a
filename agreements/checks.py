"""What `manage.py check` asks of the papers' part."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connection

from agreements.signing import authorities, time_authority
from negotiate.law.refusal import Refused


@register(Tags.security, deploy=True)
def authority_is_there(**_: Any) -> list[CheckMessage]:
    """Without an authority that opens no paper can be completed."""
    try:
        if settings.PRODUCTION:
            authorities.office()
    except Refused as refusal:
        hint = "manage.py make_authority; AUTHORITY_DIR and AUTHORITY_PASSPHRASE in the environment"
        return [Warning(str(refusal), hint=hint, id="agreements.W001")]
    return []


@register(Tags.security)
def search_engine_can_be_used(**_: Any) -> list[CheckMessage]:
    """What is set of it can be meant."""
    if not settings.SEARCH_ENGINE_URL:
        return []
    found: list[CheckMessage] = []
    address = urlsplit(settings.SEARCH_ENGINE_URL)
    if address.scheme not in ("http", "https") or not address.hostname:
        found.append(Error("SEARCH_ENGINE_URL is no http(s) address.", id="agreements.E005"))
    if connection.vendor != "postgresql":
        found.append(Error("SEARCH_ENGINE_URL wants PostgreSQL.", id="agreements.E006"))
    if not re.fullmatch("[a-z][a-z0-9_-]{0,60}", settings.SEARCH_ENGINE_INDEX):
        hint = "small letters, figures, - and _"
        found.append(
            Error("SEARCH_ENGINE_INDEX is no index's name.", hint=hint, id="agreements.E007")
        )
    if not 0 < settings.SEARCH_ENGINE_SECONDS <= 60:
        found.append(Error("SEARCH_ENGINE_SECONDS is 1 to 60.", id="agreements.E008"))
    if settings.SEARCH_ENGINE_ROOTS and not Path(settings.SEARCH_ENGINE_ROOTS).is_file():
        found.append(Error("SEARCH_ENGINE_ROOTS is no file.", id="agreements.E009"))
    return found


@register(Tags.security)
def time_authority_can_be_asked_and_trusted(**_: Any) -> list[CheckMessage]:
    """Half of it set would leave every paper waiting, or call the stamped ones untrusted."""
    try:
        roots = time_authority.read_roots()
    except (OSError, ValueError) as fault:
        return [Error(f"TIMESTAMP_ROOTS is no file of certificates: {fault}", id="agreements.E001")]
    found: list[CheckMessage] = []
    if not time_authority.is_set():
        return found
    address = urlsplit(settings.TIMESTAMP_URL)
    if address.scheme not in ("http", "https") or not address.hostname:
        found.append(Error("TIMESTAMP_URL is no http(s) address.", id="agreements.E002"))
    if not roots:
        hint = "the authority's root certificate, from itself, as PEM"
        found.append(Error("TIMESTAMP_URL wants TIMESTAMP_ROOTS.", hint=hint, id="agreements.E003"))
    if not 0 < settings.TIMESTAMP_SECONDS <= 30:
        found.append(Error("TIMESTAMP_SECONDS is 1 to 30.", id="agreements.E004"))
    return found
