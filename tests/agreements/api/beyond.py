"""What no JSON schema can say of several parameters together; loaded by schemathesis."""

from collections.abc import Mapping
from typing import Any

import schemathesis

from agreements.archive.grams import RUN


@schemathesis.hook
def filter_query(context: schemathesis.HookContext, query: Mapping[str, Any] | None) -> bool:
    """Keep what the archive can make sense of: ranges with both ends the right way round, and a
    query with something to look for in it."""
    asked = query or {}
    since, until, q = (str(asked.get(name, "")) for name in ("since", "until", "q"))
    if since and until and since > until:
        return False
    try:
        if float(asked.get("least", "-inf")) > float(asked.get("most", "inf")):
            return False
    except (TypeError, ValueError):  # no numbers: to be refused as such
        return True
    return not q.strip() or RUN.search(q) is not None
