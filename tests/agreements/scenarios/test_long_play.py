"""Two negotiations of the ordinary procedure, played through months in the product's own acts."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from agreements.papers.models import Paper
from negotiate import moment
from negotiate.law.words import Action, Stage
from negotiate.rooms.models import Ratification, Room
from tests.agreements.papers.read_back import clauses_of

Left = dict[str, Any]


def play(name: str, out: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Left, list[Left]]:
    """What a play leaves, and its record act by act."""
    call_command("play", name, out=out, json=True)
    left: Left = json.loads(capsys.readouterr().out)
    record = Path(left["record"]).read_text("utf-8").splitlines()
    return left, [json.loads(line) for line in record]


def stages(acts: list[Left]) -> list[str]:
    """Where the record says that the negotiation went."""
    return [act["data"]["stage"] for act in acts if "stage" in act["data"]]


def test_a_contract_on_wages_goes_through_everything_that_can_happen(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left, acts = play("wages", tmp_path, capsys)
    room = Room.objects.get(pk=left["room"])
    assert room.is_at is Stage.EXPIRED
    done = {act["action"] for act in acts}
    assert done >= {
        Action.OFFER, Action.RECEIVE, Action.RESPOND, Action.SETTLE_ROSTER, Action.AGREE_RECORDER,
        Action.REQUEST_INFORMATION, Action.ANSWER_INFORMATION, Action.CALL, Action.BEGIN,
        Action.SUSPEND, Action.RESUME, Action.DEADLOCK, Action.EXTEND, Action.COORDINATE,
        Action.SUM_UP, Action.INITIAL, Action.OPEN_RATIFICATION, Action.OPEN_ITEM, Action.CONCLUDE,
        Action.SIGN, Action.COMPLETE, Action.FILE, Action.ACKNOWLEDGE, Action.OBJECT,
        Action.ANSWER_OBJECTION, Action.TAKE_EFFECT, Action.PUBLISH, Action.EXPIRE,
    }  # fmt: skip
    been = stages(acts)
    elsewhere = {"raised", "screened", "summed_up", "superseded", "terminated", "ended"}
    assert set(been) | {"to_offer"} == set(Stage) - elsewhere
    concluded = [act["data"]["passed"] for act in acts if act["action"] == Action.CONCLUDE]
    assert concluded == [False, True, True]
    papers = Paper.objects.of_room(room.pk)
    assert [paper.is_complete for paper in papers] == [True, True, False]
    call_command("verify_record", room.pk)


def test_a_sector_settles_its_least_wages_160_yuan_above_last_years(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = moment.today()
    left, acts = play("sector", tmp_path, capsys)
    assert moment.today() == before
    room = Room.objects.get(pk=left["room"])
    assert room.is_at is Stage.PERFORMING
    assert room.bound.count() == 20
    assert sum(room.bound.values_list("head_count", flat=True)) == 5000
    (passed,) = Ratification.objects.filter(room=room)
    assert (passed.roll_size, passed.present, passed.state) == (100, 92, "passed")
    (clause,) = clauses_of(Path(left["docx"]).read_bytes())
    rows = [line.split("\t") for line in clause.splitlines() if line.count("\t") > 3][1:]
    assert len(rows) == 9
    assert {row[3] for row in rows} == {"+160"}
    assert stages(acts)[-3:] == ["filed", "effective", "performing"]
    call_command("verify_record", room.pk)


def test_nothing_is_played_among_real_agreements(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "PRODUCTION", True)
    with pytest.raises(CommandError, match="never among real agreements"):
        call_command("play", "award")
