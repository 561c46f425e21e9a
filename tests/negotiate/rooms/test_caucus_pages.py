"""A side's own page as its people's browsers get it, and the doors of everybody else."""

import json

import pytest

from negotiate.law.words import Capacity, Side, Stage
from negotiate.people.roster_file import RosterRow
from negotiate.rooms.actions import ledger, seating, sitting, straw
from negotiate.rooms.actions.caucus import add_note, keep_draft
from negotiate.rooms.actions.recess import call_caucus
from negotiate.rooms.models import CaucusDraft, CaucusNote, StrawPoll, Term, Version
from tests.negotiate.meeting import Meeting
from tests.negotiate.rooms.everything import Hall
from tests.negotiate.rooms.pages import at, shown
from tests.visitor import seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER
FILLED = {"rows-0-rank": "一等", "rows-0-criterion": "省级", "rows-0-amount": "77777",
          "rows-1-rank": "二等", "rows-1-criterion": "市级", "rows-1-amount": "777"}  # fmt: skip


def test_a_note_is_written_read_by_the_side_and_deleted(meeting: Meeting) -> None:
    chief, other = meeting.chief(W), meeting.other(W)
    mine, theirs = seated(chief), seated(other)
    mine.post(at(chief, "caucus/notes/"), {"text": "底线两万"})
    assert "底线两万" in shown(theirs, other, "caucus/")
    assert "notes/1/delete/" not in shown(theirs, other, "caucus/")
    assert "notes/1/delete/" in shown(mine, chief, "caucus/")
    mine.post(at(chief, "caucus/notes/1/delete/"))
    assert "底线两万" not in shown(theirs, other, "caucus/")


@pytest.mark.parametrize("text", ["", "长" * 301, "a\u202eb"])
def test_a_note_that_cannot_be_kept_is_refused_with_a_sentence(meeting: Meeting, text: str) -> None:
    chief = meeting.chief(W)
    browser = seated(chief)
    browser.post(at(chief, "caucus/notes/"), {"text": text})
    assert 'role="alert"' in shown(browser, chief, "caucus/")
    assert not CaucusNote.objects.exists()


def test_phones_ask_in_a_few_bytes_whether_anything_is_new(meeting: Meeting) -> None:
    chief = meeting.chief(W)
    browser = seated(chief)
    assert browser.get(at(chief, "caucus/news/"), {"v": "0"}).status_code == 204
    add_note(meeting.other(W), "新的")
    answer = browser.get(at(chief, "caucus/news/"), {"v": "0"})
    assert json.loads(answer.content) == {"serial": 1}
    assert len(answer.content) + len(str(answer.headers)) < 800
    assert 'data-serial="1"' in shown(browser, chief, "caucus/")
    assert browser.get(at(chief, "caucus/news/"), {"v": "1"}).status_code == 204


def test_a_draft_is_taken_over_into_the_form_and_still_has_to_be_proposed(
    in_session: Meeting,
) -> None:
    chief, term = in_session.chief(W), in_session.term.pk
    browser = seated(chief)
    browser.post(at(chief, f"caucus/terms/{term}/"), FILLED)
    page = shown(browser, chief, "caucus/")
    assert f"terms/{term}/propose/?draft=1" in page
    assert "77,777" in page or "77777" in page
    form = shown(browser, chief, f"terms/{term}/propose/?draft=1")
    assert 'value="77777"' in form
    assert f'method="post" action="{at(chief, f"terms/{term}/propose/")}"' in form
    assert not Version.objects.exists()
    browser.post(at(chief, f"terms/{term}/propose/"), {**FILLED, "answers": ""})
    assert Version.objects.get().value["rows"][0]["amount"] == "77777.00"
    assert CaucusDraft.objects.count() == 1


def test_a_draft_half_filled_in_is_opened_again(in_session: Meeting) -> None:
    chief, term = in_session.chief(W), in_session.term.pk
    browser = seated(chief)
    browser.post(at(chief, f"caucus/terms/{term}/"), {"rows-0-rank": "一等奖吧"})
    assert "还没有填完" in shown(browser, chief, "caucus/")
    assert "一等奖吧" in shown(browser, chief, "caucus/drafts/1/")
    browser.post(at(chief, "caucus/drafts/1/"), {"rows-0-rank": "特等奖吧"})
    assert "特等奖吧" in shown(browser, chief, "caucus/drafts/2/")
    browser.post(at(chief, "caucus/drafts/2/delete/"))
    assert not CaucusDraft.objects.exists()


def test_a_row_is_added_to_a_draft_without_javascript(in_session: Meeting) -> None:
    chief, term = in_session.chief(W), in_session.term.pk
    browser = seated(chief)
    page = browser.post(at(chief, f"caucus/terms/{term}/"), {**FILLED, "add_row": "1"})
    assert "rows-2-rank" in page.content.decode()
    assert not CaucusDraft.objects.exists()


def test_what_may_not_change_in_a_term_any_more_does_not_come_from_a_draft(
    in_session: Meeting,
) -> None:
    chief, item = in_session.chief(W), in_session.term.item_id
    ledger.add_term(in_session.chair, item_id=item, title="月餐补", kind="amount")
    term = Term.objects.get(title="月餐补").pk
    keep_draft(chief, term, {"amount": "345.67", "per": "每人每天"})
    offer = {"subject": "餐补", "amount": "200", "per": "每人每月", "favours": "higher"}
    ledger.propose(in_session.chief(E), term, offer)
    form = shown(seated(chief), chief, f"terms/{term}/propose/?draft=1")
    assert 'value="345.67"' in form
    assert 'name="per" value="每人每月"' in form


def test_the_other_sides_draft_is_not_taken_over(in_session: Meeting) -> None:
    keep_draft(in_session.chief(W), in_session.term.pk, {"rows": [{"rank": "我方秘密"}]})
    chief, term = in_session.chief(E), in_session.term.pk
    browser = seated(chief)
    for number in ("1", "x", "9" * 30, "1 "):
        form = browser.get(at(chief, f"terms/{term}/propose/"), {"draft": number})
        assert form.status_code == 200
        assert "我方秘密" not in form.content.decode()


def test_a_straw_poll_is_asked_answered_and_told(meeting: Meeting) -> None:
    rows = [RosterRow("丙", "", "", W, Capacity.REPRESENTATIVE)]
    seating.seat_persons(meeting.chair, rows)
    seats = list(meeting.room.seats.filter(side=W).select_related("room", "person"))
    browsers = [seated(seat) for seat in seats]
    form = {"question": "要哪个", "choices": "甲\n\n 乙 \n丙"}
    browsers[0].post(at(seats[0], "caucus/ask/"), form)
    for browser, seat, option in zip(browsers, seats, "010", strict=True):
        assert "就选这个" in shown(browser, seat, "caucus/")
        browser.post(at(seat, "caucus/polls/1/vote/"), {"option": option})
    page = shown(browsers[2], seats[2], "caucus/")
    assert "<dt>甲</dt><dd><b>2</b></dd><dt>乙</dt><dd><b>1</b></dd>" in page
    assert StrawPoll.objects.get().told


def test_what_was_typed_stays_when_a_straw_poll_is_refused(meeting: Meeting) -> None:
    chief = meeting.chief(W)
    form = {"question": "问题还在", "choices": "只有一个"}
    answer = seated(chief).post(at(chief, "caucus/ask/"), form)
    assert answer.status_code == 422
    assert "问题还在" in answer.content.decode()


def test_once_nobody_may_write_a_straw_poll_says_who_has_chosen_and_who_has_not(
    in_session: Meeting,
) -> None:
    chief, other = in_session.chief(W), in_session.other(W)
    mine, theirs = seated(chief), seated(other)
    straw.ask(chief, "行不行")
    straw.vote(chief, 1, 0)
    assert "您选过了，等别人选" in shown(mine, chief, "caucus/")
    in_session.agree()
    sitting.sum_up(in_session.chair)
    assert "您选过了。现在不能再选" in shown(mine, chief, "caucus/")
    page = shown(theirs, other, "caucus/")
    assert "您没有选过。现在不能再选" in page
    assert "您选过了" not in page


@pytest.mark.parametrize("option", ["", "9", "-1", "x", "11"])
def test_a_straw_vote_needs_an_option(meeting: Meeting, option: str) -> None:
    chief = meeting.chief(W)
    straw.ask(chief, "行不行")
    browser = seated(chief)
    browser.post(at(chief, "caucus/polls/1/vote/"), {"option": option})
    assert StrawPoll.objects.get().voted == 0


def test_the_page_opens_to_chief_representatives_and_experts_of_the_side_alone(db: None) -> None:
    hall = Hall()
    hall.reach(Stage.CHECK_IN)
    add_note(hall.chief(W), "秘密")
    for seat in (hall.chief(W), hall.other(W), hall.seats["专家"]):
        assert "秘密" in shown(seated(seat), seat, "caucus/")
    for seat in (hall.chief(E), hall.other(E)):
        assert "秘密" not in shown(seated(seat), seat, "caucus/")
    closed = [(seated(hall.seats[name]), hall.seats[name]) for name in ("记录", "旁听", "职工")]
    for browser, seat in [*closed, (signed_in(hall.account), hall.chair)]:
        for path in ("caucus/", "caucus/news/", "caucus/drafts/1/", "caucus/ask/"):
            assert browser.get(at(seat, path)).status_code == 404
        assert browser.post(at(seat, "caucus/notes/"), {"text": "我"}).status_code == 404
        assert "caucus/" not in shown(browser, seat)


def test_the_way_to_it_stands_on_the_own_sides_phones(meeting: Meeting) -> None:
    for seat in (meeting.chief(W), meeting.other(E)):
        assert 'href="caucus/"' in shown(seated(seat), seat)


def test_a_chief_asks_for_a_break_and_everybody_reads_until_when(in_session: Meeting) -> None:
    chief = in_session.chief(W)
    browser = seated(chief)
    browser.post(at(chief, "call-caucus/"), {"minutes": "15"})
    until = in_session.room.caucus_until
    assert until
    chair = signed_in(in_session.account)
    for visitor, seat in (
        (seated(in_session.other(E)), in_session.other(E)),
        (chair, in_session.chair),
    ):
        page = shown(visitor, seat)
        assert "data-until" in page
        assert "这段时间不提方案" in page
    browser.post(at(chief, "end-caucus/"))
    assert "data-until" not in shown(browser, chief)


def test_a_chief_says_that_he_would_accept_and_only_he_reads_that_he_said_it(
    in_session: Meeting,
) -> None:
    version = in_session.propose(30000, 500)
    chief, other = in_session.chief(W), in_session.chief(E)
    path = f"terms/{in_session.term.pk}/accept-if/"
    mine, theirs = seated(chief), seated(other)
    mine.post(at(chief, path), {"digest": version.digest})
    assert "您已经说了" in shown(mine, chief, path)
    for visitor, seat in ((theirs, other), (seated(in_session.other(W)), in_session.other(W))):
        assert "您已经说了" not in shown(visitor, seat, path)
    mine.post(at(chief, path + "back/"))
    assert "您已经说了" not in shown(mine, chief, path)
    for visitor, seat in ((mine, chief), (theirs, other)):
        visitor.post(at(seat, path), {"digest": version.digest})
    for visitor, seat in ((mine, chief), (theirs, other)):
        assert "双方首席代表都说了" in shown(visitor, seat, path)
        assert "双方首席代表都说了" in shown(visitor, seat)


def test_without_a_session_a_chief_has_no_such_buttons(meeting: Meeting) -> None:
    chief = meeting.chief(W)
    page = shown(seated(chief), chief)
    assert "call-caucus/" not in page
    assert "accept-if/" not in page


def test_a_break_is_only_as_long_as_the_form_offers(in_session: Meeting) -> None:
    chief = in_session.chief(W)
    answer = seated(chief).post(at(chief, "call-caucus/"), {"minutes": "600"})
    assert answer.status_code == 422
    assert in_session.room.caucus_until is None
    call_caucus(chief, minutes=5)


def test_the_lengths_of_a_break_are_in_the_readers_language(in_session: Meeting) -> None:
    chief = in_session.chief(W)
    browser = seated(chief)
    browser.post("/i18n/setlang/", {"language": "en"})
    page = shown(browser, chief, "call-caucus/")
    assert "10 minutes" in page
    assert "分钟" not in page
