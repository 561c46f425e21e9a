"""A county's layouts are held against their book, which tells of every upload and every choice."""

from collections.abc import Callable

import pytest
from django.core.management import CommandError, call_command

from agreements.layouts import actions
from agreements.layouts.kept import county_faults
from agreements.layouts.models import Choice, Layout
from negotiate.law.refusal import Refused
from negotiate.people.models import Federation
from tests.agreements.layouts.county import chosen, county, officer_of, uploaded
from tests.agreements.layouts.made import ours, with_words


@pytest.fixture
def keeper(db: None) -> Federation:
    keeper = county()
    uploaded(keeper)
    uploaded(keeper, with_words("第二种"))
    for number in (1, 2, 1, actions.OURS):
        chosen(keeper, number)
    return keeper


def test_what_stands_is_what_the_book_says(
    keeper: Federation, capsys: pytest.CaptureFixture[str]
) -> None:
    assert set(map(tuple, county_faults(keeper).values())) == {()}
    call_command("verify_record", "--county", keeper.name)
    assert f"layouts of {keeper}: it holds" in capsys.readouterr().out
    call_command("verify_record", "--all")
    assert f"book of layouts of {keeper}: it holds" in capsys.readouterr().out


TOUCHED: dict[str, Callable[[], object]] = {
    "another file": lambda: Layout.objects.filter(number=1).update(content=ours()),
    "a version gone": lambda: Layout.objects.filter(number=2).update(number=3),
    "another choice": lambda: Choice.objects.filter(layout=None).update(
        layout=Layout.objects.get(number=2)
    ),
    "a choice gone": lambda: Choice.objects.filter(layout=None).delete(),
}


@pytest.mark.parametrize("touch", TOUCHED.values(), ids=TOUCHED)
def test_what_was_touched_by_hand_is_found(
    keeper: Federation, touch: Callable[[], object], capsys: pytest.CaptureFixture[str]
) -> None:
    touch()
    with pytest.raises(SystemExit):
        call_command("verify_record", "--county", keeper.name)
    assert f"layouts of {keeper}" in capsys.readouterr().err


def test_a_county_without_anything_has_nothing_to_check(db: None) -> None:
    Federation.objects.create(name="射阳县总工会")
    with pytest.raises(CommandError):
        call_command("verify_record", "--county", "射阳县总工会")


def test_an_officer_of_another_county_is_refused_by_the_action_as_well(db: None) -> None:
    foreign = officer_of(Federation.objects.create(name="射阳县总工会"))
    with pytest.raises(Refused, match="本级总工会"):
        actions.upload(foreign, county(), "minutes", name="甲.docx", content=ours())
    with pytest.raises(Refused, match="本级总工会"):
        actions.choose(foreign, county(), "minutes", 1)
