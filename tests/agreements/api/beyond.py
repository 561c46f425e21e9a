"""What no JSON schema can say of several parameters together; loaded by schemathesis."""

from collections.abc import Mapping
from typing import Any

import schemathesis

from agreements.archive.grams import RUN


@schemathesis.hook
def filter_query(context: schemathesis.HookContext, query: Mapping[str, Any] | None) -> bool:
    """Keep what the archive can make sense of: ranges with both ends the right way round, a query
    with something to look for in it, and either titles alone or minutes as well."""
    asked = query or {}
    if all(str(asked.get(name, "")).lower() == "true" for name in ("in_title", "in_minutes")):
        return False
    since, until, q = (str(asked.get(name, "")) for name in ("since", "until", "q"))
    if since and until and since > until:
        return False
    try:
        if float(asked.get("least", "-inf")) > float(asked.get("most", "inf")):
            return False
    except (TypeError, ValueError):  # no numbers: to be refused as such
        return True
    return not q.strip() or RUN.search(q) is not None
