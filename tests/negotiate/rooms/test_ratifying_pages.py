"""What the stage of ratification says to the desk, to phones and to the big screen."""

import pytest
from django.db import transaction

from negotiate.ballots import published, verify
from negotiate.law.words import Electorate
from negotiate.people.models import Seat
from negotiate.rooms.actions import concluding
from negotiate.rooms.sight.faces import audience_of, audience_of_screen, draw_fragment
from tests.negotiate.ratifying import E, Ratifying, W
from tests.visitor import seated, signed_in


@pytest.fixture
def draft(db: None) -> Ratifying:
    return Ratifying()


def seen(seat: Seat) -> str:
    now = Seat.objects.select_related("room").get(pk=seat.pk)
    return draw_fragment(audience_of(now))[1]


def screen(draft: Ratifying) -> str:
    return draw_fragment(audience_of_screen(draft.room))[1]


def test_the_desk_is_told_how_many_are_missing_and_under_which_article(draft: Ratifying) -> None:
    draft.summon()
    draft.come(draft.delegates[:1])
    page = seen(draft.desk)
    assert "应到 6 人，实到 1 人，须 ≥ 4 人，还差 3 人。" in page
    assert "《集体合同规定》第三十六条" in page
    assert "/open/" not in page


def test_with_enough_the_desk_gets_the_first_item_as_its_button(draft: Ratifying) -> None:
    of = draft.summon()
    draft.come(draft.delegates[:4])
    page = seen(draft.desk)
    assert f'action="ratifications/{of.pk}/items/{draft.terms[0].pk}/open/"' in page
    assert f'action="ratifications/{of.pk}/items' not in seen(draft.delegates[0])


def test_a_delegates_phone_shows_one_item_and_others_no_ballot(draft: Ratifying) -> None:
    outside = draft.enrol(1, in_congress=False)
    draft.summon()
    draft.come([*draft.delegates, *outside])
    poll = draft.ask(draft.terms[0])
    ballot = f'data-ballot="{poll.pk}"'
    assert ballot in seen(draft.delegates[0])
    assert "第 1 条的内容。" in seen(draft.delegates[0])
    for seat in (*outside, draft.chief(E), draft.chief(W)):
        assert ballot not in seen(seat)


def test_staff_who_are_on_the_roll_check_in_anew_on_their_phones(draft: Ratifying) -> None:
    (outside,) = draft.enrol(1, in_congress=False)
    draft.come(draft.delegates)
    draft.summon()
    delegate = draft.delegates[0]
    assert 'data-task="check-in"' in seen(delegate)
    assert 'data-task="check-in"' not in seen(outside)
    answer = seated(delegate).post(f"/s/{delegate.pk}/check-in/")
    assert answer.status_code == 302
    assert "应到 <b>6</b> 人，实到 <b>1</b> 人" in seen(draft.desk)


def test_figures_are_told_only_when_an_item_is_closed(draft: Ratifying) -> None:
    draft.summon()
    draft.come(draft.delegates)
    poll = draft.ask(draft.terms[0])
    for number, seat in enumerate(draft.delegates):
        draft.press(poll, "yes" if number else "no", [seat])
    for face in (seen(draft.desk), seen(draft.chief(E)), screen(draft)):
        assert "verdict-result" not in face
    draft.close(poll)
    for face in (seen(draft.desk), seen(draft.chief(E)), screen(draft)):
        assert "5 &gt; 3" in face or "5 > 3" in face


def test_an_open_item_shows_nobody_how_it_stands(draft: Ratifying) -> None:
    draft.summon()
    draft.come(draft.delegates)
    poll, shown = draft.ask(draft.terms[0]), []
    watching = (draft.desk, draft.chief(E), draft.other_worker(), *draft.delegates[:1])
    for choice in ("yes", "no"):
        point = transaction.savepoint()
        draft.press(poll, choice, draft.delegates[:5])
        shown.append([screen(draft), *(seen(seat) for seat in watching)])
        transaction.savepoint_rollback(point)
    assert shown[0] == shown[1]


def test_the_list_of_a_closed_item_recounts_by_the_rule_of_the_place(db: None) -> None:
    draft = Ratifying(10, "national")
    draft.summon()
    draft.come(draft.delegates[:7])
    poll = draft.ask(draft.terms[0])
    draft.press(poll, "yes", draft.delegates[:5])
    draft.press(poll, "no", draft.delegates[5:7])
    poll = draft.close(poll)
    assert poll.passed
    export = published.export(poll)
    assert export["rule"] == {"threshold": "half_or_more", "attendance": [2, 3], "present": 7}
    verify.require_export(export)
    assert list(verify.faults(export, poll.list_digest)) == []
    for changed in ({"threshold": "more_than_half"}, {"present": 6}):
        other = export | {"rule": export["rule"] | changed}
        faults = list(verify.faults(other, poll.list_digest))
        assert any("结果算错了" in fault for fault in faults)
        assert any("指纹" in fault for fault in faults)


def test_every_page_of_the_desk_opens_and_answers(draft: Ratifying) -> None:
    chair, base = signed_in(draft.account), f"/s/{draft.desk.pk}/"
    assert "由谁审议" in chair.get(f"{base}ratification/open/").content.decode()
    assert chair.post(f"{base}ratification/open/", {"how": "congress"}).status_code == 302
    of = draft.standing()
    draft.come(draft.delegates)
    for path in (f"ratifications/{of.pk}/again/", f"ratifications/{of.pk}/paper/", ""):
        assert chair.get(base + path).status_code == 200
    for term in draft.terms:
        path = f"{base}ratifications/{of.pk}/items/{term.pk}/open/"
        assert chair.post(path).status_code == 302
        poll = of.polls.get(version__term=term)
        draft.press(poll, "yes", draft.delegates)
        chair.post(f"{base}polls/{poll.pk}/close/", {"early": "1"})
    assert "公布审议结果" in chair.get(base).content.decode()
    chair.post(f"{base}conclude/")
    resolutions = seated(draft.chief(E)).get(f"/s/{draft.chief(E).pk}/ratifications/")
    assert "审议通过" in resolutions.content.decode()
    assert "应到职工代表 6 人，实到 6 人（须 ≥ 4 人）" in resolutions.content.decode()


def test_votes_on_paper_are_entered_counted_and_marked(db: None) -> None:
    draft = Ratifying(0)
    of = draft.summon()
    chair, path = signed_in(draft.account), f"/s/{draft.desk.pk}/ratifications/{of.pk}/paper/"
    given = {"body": "congress", "held_on": "2026-01-05", "roll": 9, "present": 8, "notes": "签字"}
    for term in draft.terms:
        given |= {f"yes-{term.pk}": 5, f"no-{term.pk}": 2, f"abstain-{term.pk}": 1}
    few = chair.post(path, given | {"present": 5})
    assert "应到 9 人，实到 5 &lt; 6 人" in few.content.decode()
    missing = {key: value for key, value in given.items() if key != f"yes-{draft.terms[1].pk}"}
    assert chair.post(path, missing).status_code == 422
    assert chair.post(path, given).status_code == 302
    of.refresh_from_db()
    assert (of.state, of.on_paper, of.entered_by_id) == ("passed", True, draft.desk.pk)
    assert [poll.passed for poll in of.polls.all()] == [True, True]
    assert "纸面登记" in seen(draft.desk)
    for term in draft.terms:
        given |= {f"yes-{term.pk}": 4, f"no-{term.pk}": 3}
    assert chair.post(path, given).status_code == 302  # entered again, with what was misread
    of.refresh_from_db()
    assert (of.state, of.polls.count()) == ("rejected", 2)
    concluding.conclude(draft.desk)
    page = chair.get(f"/s/{draft.desk.pk}/ratifications/").content.decode()
    assert f"由 {draft.desk.person.name} 按纸面记录登记" in page
    assert "应到人数是申报的" in page


def test_the_roll_of_a_vote_on_paper_is_shown_where_it_is_enrolled(draft: Ratifying) -> None:
    of = draft.summon()
    chair, path = signed_in(draft.account), f"/s/{draft.desk.pk}/ratifications/{of.pk}/paper/"
    asked = 'name="roll"'
    page = chair.get(path).content.decode()
    assert "名册上应到 <b>6</b> 人" in page
    assert asked not in page
    other = chair.get(f"{path}?body=staff").content.decode()
    assert "请填应到人数" in other
    assert asked in other
    given = {"body": "congress", "held_on": "2026-01-05", "roll": 99, "present": 5}
    for term in draft.terms:
        given |= {f"yes-{term.pk}": 4, f"no-{term.pk}": 1, f"abstain-{term.pk}": 0}
    assert chair.post(path, given).status_code == 302
    of.refresh_from_db()
    assert (of.roll_size, of.present, of.is_declared) == (6, 5, False)


def test_a_link_for_others_does_not_open_the_desk(draft: Ratifying) -> None:
    of = draft.summon(Electorate.STAFF)
    phone, seat = seated(draft.chief(E)), draft.chief(E)
    for path in ("ratification/open/", f"ratifications/{of.pk}/paper/", "rehearsal/"):
        assert phone.get(f"/s/{seat.pk}/{path}").status_code == 404
