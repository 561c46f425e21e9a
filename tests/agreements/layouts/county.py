"""A county whose officer has made its own layout, and a meeting in it."""

from agreements.layouts import actions
from agreements.layouts.models import Layout
from agreements.scenarios.opening import COUNTY
from negotiate.people.models import Account, Federation
from tests.agreements.layouts.made import with_words

MOTTO = "阜宁县总工会监制"
"""What only the county's own layout says."""


def county() -> Federation:
    return Federation.objects.get_or_create(name=COUNTY)[0]


def officer_of(federation: Federation) -> Account:
    name = f"officer {federation.pk}"
    made, _ = Account.objects.get_or_create(
        username=name, defaults={"name": "王科长", "federation": federation}
    )
    return made


def uploaded(federation: Federation, content: bytes = b"", kind: str = "minutes") -> Layout:
    """One more version; ours with the county's motto, if none is given."""
    return actions.upload(
        officer_of(federation), federation, kind, name="本县版式.docx",
        content=content or with_words(MOTTO, kind),
    )  # fmt: skip


def chosen(federation: Federation, number: int = 1, kind: str = "minutes") -> None:
    actions.choose(officer_of(federation), federation, kind, number)
