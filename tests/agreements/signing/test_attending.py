"""Where the place has all who attended sign, the minutes of agreement ask every representative."""

import re

import pytest

from agreements.papers.models import Paper
from agreements.papers.reading import full_text
from agreements.scenarios.handwriting import scrawl
from agreements.signing.actions import sign
from agreements.signing.models import Certificate
from agreements.signing.refusing import refuse_to_sign
from agreements.signing.waiting import missing
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Side, SideRule, Stage
from negotiate.people.models import Seat
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import seating
from negotiate.rooms.sight.faces import audience_of, draw_fragment
from tests.agreements.signing.scanned import accept, agree, bring
from tests.negotiate.meeting import Meeting
from tests.negotiate.refusing import refuses
from tests.negotiate.rooms.pages import shown
from tests.visitor import seated

W, E = Side.WORKER, Side.EMPLOYER


def summed_under(who: str, *absent: RosterRow) -> Meeting:
    """A meeting under such a rule that has summed up."""
    meeting = Meeting("award")
    room = meeting.room
    room.profile["values"]["record_signed_by"]["value"] = who
    room.worker_rule = room.employer_rule = SideRule.CHIEF.value
    room.save(update_fields=["profile", "worker_rule", "employer_rule"])
    seating.seat_persons(meeting.chair, absent)
    meeting.open()
    meeting.propose(30000, 500)
    meeting.confirm()
    meeting.sum_up()
    return meeting


@pytest.fixture
def all_sign(db: None) -> Meeting:
    return summed_under("attending")


def paper_of(meeting: Meeting) -> Paper:
    return Paper.objects.get(room=meeting.room)


def sign_all(meeting: Meeting, *seats: Seat) -> None:
    for seat in seats:
        digest = paper_of(meeting).digest
        sign(seat, text_digest=digest, strokes=scrawl(seat.person.name))


@pytest.mark.parametrize("who", ["attending", "representatives"])
def test_every_representative_who_came_is_asked(db: None, who: str) -> None:
    meeting = summed_under(who)
    asked = missing(paper_of(meeting))
    delegates = meeting.room.seats.filter(capacity__in=("chief", "representative"))
    assert {seat.pk for seat in asked} == set(delegates.values_list("pk", flat=True))
    assert len(asked) > 2


def test_who_did_not_come_signs_no_minutes(db: None) -> None:
    late = RosterRow("晚到", "", "", W, Capacity.REPRESENTATIVE)
    meeting = summed_under("representatives", late)
    assert "晚到" not in {seat.person.name for seat in missing(paper_of(meeting))}


def test_where_the_chiefs_sign_nobody_else_is_asked_or_may(summed: Meeting) -> None:
    assert {seat.capacity for seat in missing(paper_of(summed))} == {"chief"}
    digest = paper_of(summed).digest
    seat = summed.other(W)
    with pytest.raises(Refused, match="不用您签署"):
        sign(seat, text_digest=digest, strokes=scrawl("李大勇"))
    refuses("不用您签署", refuse_to_sign, seat, text_digest=digest, reason="不同意")


def test_the_last_of_them_completes_the_paper_and_all_hands_are_on_it(all_sign: Meeting) -> None:
    *before, last = missing(paper_of(all_sign))
    sign_all(all_sign, *before)
    assert not paper_of(all_sign).is_complete
    sign_all(all_sign, last)
    paper = paper_of(all_sign)
    assert all_sign.room.is_at is Stage.SIGNED
    text = full_text(bytes(paper.docx or b""))
    for signature in paper.signatures.select_related("seat__person"):
        assert signature.strokes_digest in text
        assert text.count(f"姓名：{signature.seat.person.name}") == 1
    assert text.count("（公章）") == len(Side)
    assert "到会的双方代表和记录员各自凭本人专用的入场凭证" in text
    # The chiefs' keys seal it, and the platform's; nobody else's.
    assert Certificate.objects.filter(paper=paper).count() == len(Side) + 1


def test_a_scan_bears_all_their_hands(all_sign: Meeting) -> None:
    signers = paper_of(all_sign).frozen["signers"]
    bring(all_sign.chair)
    agree(all_sign.chair, f"hand-{len(signers)}")
    refuses("还有 1 处没有比对", accept, all_sign.chair)
    agree(all_sign.chair)
    accept(all_sign.chair)
    assert paper_of(all_sign).is_complete


def test_one_of_them_may_refuse(all_sign: Meeting) -> None:
    seat = all_sign.other(W)
    refuse_to_sign(seat, text_digest=paper_of(all_sign).digest, reason="没有听清")
    assert "有人拒绝签署" in draw_fragment(audience_of(all_sign.chair))[1]
    sign_all(all_sign, *missing(paper_of(all_sign)))
    assert paper_of(all_sign).is_complete


def parts(page: str) -> dict[str, bool]:
    """By the heading of each part that a phone may be shown whether it is open."""
    found = re.findall(r'data-hands="[^"]*"( hidden)?>.*?task-title">([^<]+)<', page, re.S)
    return {heading: not hidden for hidden, heading in found}


def test_of_those_who_share_a_page_each_is_shown_the_own_part(all_sign: Meeting) -> None:
    """On the page itself; a phone with scripts lays it over the fragment that all of them get."""
    now, waits = "看清全文，签署纪要", "已归纳小结，等待签署"
    workers = [seat for seat in missing(paper_of(all_sign)) if seat.of is W and not seat.is_chief]
    one = workers[0]
    phone = seated(one)
    assert parts(shown(phone, one)) == {now: True, waits: False}
    assert f" {one.pk} " in " " + draw_fragment(audience_of(one))[1].replace('"', " ")
    sign_all(all_sign, one)
    assert parts(shown(phone, one)).get(now) in (False, None)
    assert parts(shown(phone, one))[waits]


def test_the_room_says_whose_hands_it_waits_for(all_sign: Meeting) -> None:
    desk = draw_fragment(audience_of(all_sign.chair))[1]
    assert "到会的双方代表" in desk
    for seat in missing(paper_of(all_sign)):
        assert seat.person.name in desk
