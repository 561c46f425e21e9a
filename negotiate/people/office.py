"""Who acts for a federation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from negotiate.people.models import Account, Federation


@dataclass(frozen=True)
class Office:
    """An officer, or whoever runs the server (without an account), for a federation."""

    federation: Federation
    account: Account | None = None

    def actor(self) -> dict[str, Any]:
        """As a book names him."""
        account = self.account
        known = {"account": account.pk, "name": account.get_full_name()} if account else {}
        return {**known, "office": self.federation.name}
