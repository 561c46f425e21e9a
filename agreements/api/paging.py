"""The way from one page to the next: an address that can be followed as it is."""

from __future__ import annotations

from http import HTTPStatus

import numpy as np
from django.http import HttpRequest

from agreements.api.problems import Problem
from agreements.archive import confirming
from agreements.archive.order import Order
from negotiate.law.refusal import N_, Refused


def next_address(request: HttpRequest, after: object) -> str:
    asked = request.GET.copy()
    asked["after"] = str(after)
    return request.build_absolute_uri(f"{request.path}?{asked.urlencode()}")


def passed(order: Order, after: int | None, *, newest: bool) -> int:
    """How many of a list come up to the agreement that the page before ended with. One that does
    not stand in the list any more has a place by its key, as long as keys are the order; raises
    Problem otherwise."""
    if after is None:
        return 0
    keys = order.keys()
    place = np.flatnonzero(keys == after)
    if len(place):
        return int(place[0]) + 1
    if newest:
        return int(np.count_nonzero(keys > after))
    why = Refused(N_("上一页最后的那份已经不在结果里，请从第一页重新查。"))
    raise Problem(HTTPStatus.CONFLICT, why)


def read_until(rest: Order, page: confirming.Listed) -> int | None:
    """The key of the last agreement of the list that this page answers for; none if it was the last
    of all. Where candidates are too many to be read for one page, the next goes on after those that
    were, however few of them had the words."""
    if page.is_cut:
        return int(rest[confirming.MOST - 1 :][:1].keys()[0])
    if page.total > len(page.keys):
        return page.keys[-1]
    return None
