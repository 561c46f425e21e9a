"""Which layout the papers of an enterprise are written in."""

import hashlib

from agreements.layouts.models import Choice, Layout
from negotiate.law.refusal import N_, Refused
from negotiate.people.models import Federation


def choice_of(federation: Federation, kind: str) -> Choice | None:
    """What this federation itself has chosen last, if ever."""
    made = Choice.objects.filter(county__federation=federation, kind=kind)
    return made.select_related("layout", "account").defer("layout__content").last()


def in_use(federation: Federation, kind: str) -> Layout | None:
    """For a paper that is frozen now: what the nearest federation up the tree has chosen that ever
    chose; none, if that is ours, or if nobody has."""
    for one in federation.upwards():
        choice = choice_of(one, kind)
        if choice is not None:
            return choice.layout
    return None


def file_of(layout: Layout) -> bytes:
    """The bytes that were uploaded. Raises Refused if they no longer are."""
    content = bytes(layout.content)
    if hashlib.sha256(content).hexdigest() != layout.sha256:
        raise Refused(N_("版式文件与上传时的摘要不符，可能被改动过，不能使用。请联系管理员。"))
    return content
