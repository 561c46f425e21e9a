"""The four worked cases, played through the product's own actions to a paper in Word."""

import json
import re
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from agreements.papers.composing import agreed_terms
from agreements.papers.models import Paper
from agreements.scenarios.story import names, story
from tests.agreements.papers.read_back import clauses_of
from tests.agreements.papers.tools import lay_out, pages_of

MEETINGS = ("award", "caterer", "mentor_pay", "piece_rates")
NEGOTIATIONS = ("sector", "wages")


def played(name: str, out: Path, capsys: pytest.CaptureFixture[str]) -> tuple[Paper, bytes]:
    call_command("play", name, out=out, json=True)
    left = json.loads(capsys.readouterr().out)
    return Paper.objects.get(room=left["room"]), Path(left["docx"]).read_bytes()


def test_the_scenarios_are_named_one_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("play", list=True)
    told = capsys.readouterr().out.split()
    assert told == sorted((*MEETINGS, *NEGOTIATIONS)) == names()


def test_an_unknown_scenario_is_one_clear_sentence(db: None) -> None:
    with pytest.raises(CommandError, match="there are: award, caterer"):
        call_command("play", "lottery")


@pytest.mark.parametrize("name", MEETINGS)
def test_every_case_has_a_counter_proposal(name: str) -> None:
    proposals = [act.term for act in story(name).talks if act.do == "propose"]
    assert any(proposals.count(term) > 1 for term in proposals)


@pytest.mark.parametrize("name", MEETINGS)
def test_the_papers_clauses_are_the_agreed_terms(
    db: None, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper, docx = played(name, tmp_path, capsys)
    agreed = agreed_terms(paper.room)
    assert len(agreed) == len(story(name).terms)
    assert clauses_of(docx) == [f"{t.title}\n{v.wording().text}" for t, v in agreed]
    assert docx == bytes(paper.docx or b"")
    assert "集体合同" not in paper.title
    call_command("verify_record", paper.room_id)


@pytest.mark.parametrize("name", MEETINGS)
def test_the_record_left_beside_the_paper_is_the_rooms(
    db: None, name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper, _ = played(name, tmp_path, capsys)
    lines = (tmp_path / f"{name}.record.jsonl").read_text("utf-8").splitlines()
    acts = [json.loads(line) for line in lines]
    assert [act["number"] for act in acts] == list(range(1, paper.room.book.length + 1))
    assert acts[-1]["data"]["sha256"] == paper.sha256


def test_libreoffice_lays_all_four_papers_out(
    db: None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Opened without repair, every figure of every clause stands whole on the pages."""
    docx = {name: played(name, tmp_path, capsys)[1] for name in MEETINGS}
    lay_out(tmp_path)
    for name in MEETINGS:
        pages = pages_of(tmp_path / f"{name}.pdf")
        printed = "".join(pages)
        for figure in re.findall(r"[\d,.]*\d%?", "\n".join(clauses_of(docx[name]))):
            assert figure in printed
        assert all(f"第{n}页共{len(pages)}页" in page for n, page in enumerate(pages, 1))
        assert printed.count("（公章）") == 2
