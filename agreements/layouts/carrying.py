"""Writing a paper, from its freezing to its end, in the layout that its county used when it was
frozen; in ours, if in none."""

from functools import lru_cache
from typing import Final, NamedTuple

from agreements.layouts.in_use import file_of, in_use
from agreements.layouts.models import Layout
from agreements.layouts.rendering import render
from agreements.layouts.told import Text
from agreements.layouts.trying import carried
from agreements.layouts.work import FREEZING
from agreements.papers.contract import build_contract
from agreements.papers.minutes import build
from agreements.papers.reading import full_text, whole_text
from agreements.papers.text import MinutesText
from negotiate.law.refusal import N_, Refused
from negotiate.people.models import Federation

CANNOT: Final = N_(
    "%(county)s第%(number)s版的“%(kind)s”版式写不了这份文件：%(why)s"
    "请%(county)s的人员在“文书版式”里换一版，或者改用标准版式，再办一次。"
)


class Written(NamedTuple):
    """What a paper is written in from its freezing on, and what it says: with open places on a
    screen and, in a county's own layout, when it is printed to be signed in ink."""

    layout: Layout | None
    lines: str
    in_ink: str = ""


def first_written(federation: Federation, kind: str, text: Text) -> Written:
    """The paper as it is frozen now. Raises Refused where the layout in use could not go all the
    way with it, and names who can change that."""
    layout = in_use(federation, kind)
    if layout is None:
        return Written(None, lines_of(written(text, None), None))
    try:
        papers = carried(file_of(layout), text, FREEZING)
        return Written(layout, lines_of(papers.shown, layout), lines_of(papers.in_ink, layout))
    except Refused as why:
        kind_of = (str(layout.get_kind_display()),)
        raise Refused(
            CANNOT, county=f"{layout.county}", number=layout.number, kind=kind_of, why=why
        ) from why


def written(text: Text, layout: Layout | None) -> bytes:
    """The paper in Word. Raises Refused if the layout is no longer what it was."""
    if layout is not None:
        return _rendered(file_of(layout), text)
    return build(text) if isinstance(text, MinutesText) else build_contract(text)


@lru_cache(maxsize=16)
def _rendered(layout: bytes, text: Text) -> bytes:
    """Each hand asks for the same paper again: the same layout and text give the same bytes."""
    return render(layout, text)


def lines_of(docx: bytes, layout: Layout | None) -> str:
    """What whoever signs is shown. Above and below the pages of ours stands nothing of weight."""
    return full_text(docx) if layout is None else whole_text(docx)
