"""Summing up does not fail at the very end, and no number is given twice."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.utils import timezone

from agreements.papers.models import Paper, PaperNumber
from agreements.scenarios.opening import chair_of
from agreements.scenarios.story import story
from negotiate.law.gate import Answers
from negotiate.law.refusal import Refused
from negotiate.law.words import Procedure, Side, Stage
from negotiate.matters.actions import raise_matter, screen
from negotiate.matters.models import Matter, Screening
from negotiate.people.models import Enterprise
from negotiate.rooms.actions import sitting
from negotiate.rooms.models import Room
from tests.negotiate.meeting import Meeting


def agreed() -> Meeting:
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    return meeting


def raised(title: str) -> Matter:
    return raise_matter(
        chair_of(story("award")),
        title=title,
        kind="award",
        raised_by="职工",
        raised_side=Side.WORKER,
        owner="办公室",
        due=timezone.localdate() + timedelta(days=30),
    )


def screened(matter: Matter, **said: bool) -> Refused | None:
    answers = Answers(**{"contract": False, "reduces_rights": False, **said})
    return screen(chair_of(story("award")), matter.pk, answers, answered_by="主席")


@pytest.mark.parametrize("title", ["落实集体合同中的高温补贴", "《办法》与集体合同", "集体合同"])
def test_a_matter_that_could_not_be_summed_up_never_gets_into_the_simplified_procedure(
    db: None, title: str
) -> None:
    matter = raised(title)
    with pytest.raises(Refused, match=r"标题里不能写“集体合同”.*请在第一问回答“是”"):
        screened(matter, contract=False)
    matter.refresh_from_db()
    assert (matter.stage, matter.procedure) == (Stage.RAISED, Procedure.SIMPLIFIED)
    assert not Screening.objects.exists()


@pytest.mark.parametrize("answer", ["contract", "reduces_rights"])
def test_the_ordinary_procedure_takes_a_matter_under_the_name_of_a_contract(
    db: None, answer: str
) -> None:
    matter = raised("签订工资专项集体合同")
    assert screened(matter, **{answer: True}) is not None
    matter.refresh_from_db()
    assert (matter.stage, matter.procedure) == (Stage.SCREENED, Procedure.ORDINARY)


def test_a_matter_may_name_the_rule_it_follows(db: None) -> None:
    assert raised("落实《集体合同规定》的高温补贴").pk


def test_the_longest_names_fit_on_the_paper(db: None) -> None:
    meeting = agreed()
    Enterprise.objects.filter(pk=meeting.room.enterprise_id).update(name="甲" * 100)
    Room.objects.filter(pk=meeting.room.pk).update(title="乙" * 60)
    paper = meeting.sum_up()
    paper.full_clean(exclude=["docx"])  # SQLite itself takes any length
    for side in Side:
        meeting.sign(side)
    paper.refresh_from_db()
    assert paper.is_complete


def test_a_number_once_shown_is_never_used_again(db: None) -> None:
    first = agreed()
    shown = first.sum_up().number
    sitting.return_to_session(first.chair)
    assert first.sum_up().number[-2:] == "2号"
    sitting.escalate(first.chair, reason="改走普通程序")
    assert agreed().sum_up().number[-2:] == "3号"
    assert not Paper.objects.filter(number=shown).exists()


def test_a_summing_up_that_fails_takes_no_number(db: None) -> None:
    meeting = agreed()
    Room.objects.filter(pk=meeting.room.pk).update(title="签订集体合同")
    with pytest.raises(Refused):
        meeting.sum_up()
    Room.objects.filter(pk=meeting.room.pk).update(title="设立技术创新奖")
    assert meeting.sum_up().number[-2:] == "1号"


def test_numbers_are_counted_on_from_those_in_use_before_they_were_counted(db: None) -> None:
    first = agreed().sum_up()
    Paper.objects.filter(pk=first.pk).update(number=first.number.replace("〕1号", "〕12号"))
    PaperNumber.objects.all().delete()
    migration = import_module("agreements.migrations.0003_paper_numbers")
    migration.count_on(apps, None)
    assert agreed().sum_up().number.endswith("〕13号")
