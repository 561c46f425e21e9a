"""Every accompanying paper, drawn from a room that was really played, and read back."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from agreements.papers.reading import full_text
from agreements.papers.sheet import build_sheet
from agreements.scenarios.long_player import player_of
from agreements.scenarios.opening import book, chair_of
from agreements.scenarios.story import story
from agreements.sheets.kinds import BY_NAME, KINDS, needed_at
from agreements.sheets.pack import pack
from negotiate.law.refusal import Refused
from negotiate.law.words import Procedure, Stage
from negotiate.people.models import Seat
from negotiate.rooms.models import Room
from tests.negotiate.meeting import Meeting
from tests.negotiate.ordinary import Ordinary

pytestmark = pytest.mark.on_one_database


def texts(room: Room, name: str) -> list[str]:
    return [full_text(build_sheet(sheet)) for sheet in BY_NAME[name].draw(room)]


@pytest.fixture
def wages(db: None) -> Room:
    """A contract on wages, from the offer to its publication."""
    told = story("wages")
    chair = book(told, chair_of(told))
    player_of(told, chair).play()
    return Room.objects.get(pk=chair.room_id)


def test_an_offer_says_what_was_sent_and_asks_for_an_answer(db: None) -> None:
    room = Ordinary().to(Stage.OFFERED).room
    (said,) = texts(room, "offer")
    offer = room.offers.get()
    for word in (
        *offer.matters,
        offer.purpose,
        offer.place,
        "首席代表",
        "答复",
        "（签字）",
        "（盖章）",
    ):
        assert word in said
    assert texts(room, "reply") == []


def test_a_reply_says_when_the_offer_came_and_what_is_answered(db: None) -> None:
    (said,) = texts(Ordinary().to(Stage.COMPOSING).room, "reply")
    assert "我方于" in said
    assert "同意协商" in said
    (refused,) = texts(Ordinary().to(Stage.REFUSED).room, "reply")
    assert "正在搬迁，年内不谈" in refused


def test_the_list_names_everybody_who_speaks_and_the_recorder(db: None) -> None:
    hall = Ordinary().to(Stage.PREPARING)
    (said,) = texts(hall.room, "representatives")
    for name in hall.seats:
        assert name in said


def test_the_sign_in_sheet_counts_who_came(in_session: Meeting) -> None:
    (said,) = texts(in_session.room, "sign-in")
    seats = Seat.objects.at_table().filter(room=in_session.room)
    came = seats.exclude(arrived_at=None).count()
    assert f"应到{seats.count()}人，实到{came}人" in said


def test_the_record_tells_each_version_with_its_figures(wages: Room) -> None:
    said = "\n".join(texts(wages, "record"))
    versions = [
        version
        for item in wages.agenda.all()
        for term in item.terms.all()
        for version in term.versions.all()
    ]
    assert versions
    for version in versions:
        assert f"第{version.number}版，{version.of.label}{version.seat.person.name}" in said
    assert "双方达成一致" in said


def test_the_resolution_is_the_text_that_was_written_down(wages: Room) -> None:
    drawn = texts(wages, "resolution")
    kept = list(wages.ratifications.exclude(resolution="").order_by("pk"))
    assert len(drawn) == len(kept) > 0
    for text, of in zip(drawn, kept, strict=True):
        said = "".join(text.split())  # a digest stands on a line of its own
        assert all("".join(line.split()) in said for line in of.resolution.split("\n"))
        assert of.digest in text


def test_the_notice_names_its_signatories_and_nobody_else(wages: Room) -> None:
    (said,) = texts(wages, "notice")
    seats = list(Seat.objects.filter(room=wages).select_related("person"))
    chiefs = {seat.person.name for seat in seats if seat.is_chief}
    assert chiefs <= {name for name in chiefs if name in said}
    others = {seat.person.name for seat in seats} - chiefs
    assert others
    assert [name for name in others if name in said] == []


def test_the_inspection_sheet_asks_about_every_clause(wages: Room) -> None:
    (said,) = texts(wages, "inspection")
    paper = wages.papers.filter(completed_at__isnull=False).latest("pk")
    for clause in paper.card.clauses.all():
        assert clause.heading in said
    assert said.count("回头看") == paper.card.clauses.count()


def test_the_same_room_gives_the_same_bytes(wages: Room) -> None:
    for kind in KINDS:
        for one, again in zip(kind.draw(wages), kind.draw(wages), strict=True):
            assert build_sheet(one) == build_sheet(again), kind.name


def test_the_pack_holds_what_is_filed_in_the_order_of_its_list(wages: Room) -> None:
    packed = pack(wages)
    assert pack(wages) == packed
    with ZipFile(BytesIO(packed)) as archive:
        names = archive.namelist()
        listed = full_text(archive.read(names[0]))
        contract = archive.read(next(name for name in names if "合同文本" in name))
    paper = wages.papers.filter(completed_at__isnull=False).latest("pk")
    assert contract == bytes(paper.docx or b"")
    assert [name[:2] for name in names] == sorted(name[:2] for name in names)
    assert all(name in listed for name in names[1:])
    for word in ("登记表", "情况说明", "名单", "决议", "会议记录", "要约书", "应约书"):
        assert any(word in name for name in names), word


def test_there_is_no_pack_before_the_contract_is_signed(db: None) -> None:
    with pytest.raises(Refused, match="还没有签署完成"):
        pack(Ordinary().to(Stage.PREPARING).room)


@pytest.mark.parametrize("stage", [Stage.TO_OFFER, Stage.IN_SESSION, Stage.SUSPENDED, Stage.ENDED])
def test_at_no_stage_a_paper_fails_to_be_drawn(db: None, stage: Stage) -> None:
    room = Ordinary().to(stage).room
    for kind in KINDS:
        for sheet in kind.draw(room):
            assert full_text(build_sheet(sheet))


def test_only_what_a_procedure_comes_to_is_needed_there() -> None:
    ordinary, simplified = (
        {kind.name for kind in needed_at(procedure, Stage.SIGNED)}
        for procedure in (Procedure.ORDINARY, Procedure.SIMPLIFIED)
    )
    assert ordinary - simplified == {"filing", "process"}
    assert "notice" in simplified
