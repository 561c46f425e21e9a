"""The desk's pages for paper and hands, and what a chief is asked to confirm."""

import pytest

from negotiate.ballots.models import Poll
from negotiate.law.words import Electorate, Means, Side
from negotiate.rooms import counts
from tests.negotiate.crowd import Crowd
from tests.negotiate.rooms.pages import at, shown
from tests.visitor import seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def hall(db: None) -> Crowd:
    return Crowd()


def entry_on(page: str) -> str:
    """The count that the page's form confirms."""
    return page.split('name="count" value="')[1].split('"')[0]


def test_a_paper_is_handed_out_and_the_next_one_is_waiting(hall: Crowd) -> None:
    poll, desk = hall.poll(), seated(hall.recorder)
    path = f"polls/{poll.pk}/hand-out/"
    assert "发给 工0" in shown(desk, hall.recorder, path)
    answer = desk.post(at(hall.recorder, f"{path}{hall.seats['工0'].pk}/"), follow=True)
    page = answer.content.decode()
    assert "已发给 工0 一张纸质票。" in page
    assert "发给 工0" not in page.replace("已发给 工0", "")


def test_a_big_roll_is_searched_by_name_or_number(hall: Crowd) -> None:
    hall.enrol(60)
    poll, desk = hall.poll(electorate=Electorate.STAFF), seated(hall.recorder)
    path = f"polls/{poll.pk}/hand-out/"
    assert "还有 18 人没有列出" in shown(desk, hall.recorder, path)
    for sought in ("职0042", "A0042"):
        page = desk.post(at(hall.recorder, path), {"q": sought}).content.decode()
        assert page.count('<summary class="button wide">') == 1
    page = desk.post(at(hall.recorder, path), {"q": "\0'\"职工"}).content.decode()
    assert "没有找到" in page


def test_who_is_looked_for_never_stands_in_an_address(hall: Crowd) -> None:
    hall.enrol(60)
    poll, desk = hall.poll(electorate=Electorate.STAFF), seated(hall.recorder)
    path = f"polls/{poll.pk}/hand-out/"
    page = shown(desk, hall.recorder, path)
    assert 'method="get"' not in page
    assert shown(desk, hall.recorder, f"{path}?q=A0042").count("<summary") == page.count("<summary")


def test_a_paper_is_handed_out_only_by_a_second_press(hall: Crowd) -> None:
    """It takes the phone's vote away for good: every button lies behind a question."""
    poll, desk = hall.poll(), seated(hall.recorder)
    page = shown(desk, hall.recorder, f"polls/{poll.pk}/hand-out/")
    offers = page.split('<li class="card">')[1:]
    assert len(offers) == poll.roll_size
    for offer in offers:
        asked, behind = offer.split("</summary>")
        assert "<details>" in asked
        assert "<button" not in asked
        assert behind.index("没有认错人吧？") < behind.index("<button")


def test_a_wrong_count_is_refused_in_the_form(hall: Crowd) -> None:
    poll, desk = hall.poll(), seated(hall.recorder)
    hall.hand_out(poll, 0)
    path = at(hall.recorder, f"polls/{poll.pk}/count/")
    given = {"means": "paper", "yes": "2", "no": "0", "abstain": "0"}
    answer = desk.post(path, given)
    assert answer.status_code == 422
    assert "多于发出的纸质票 1 张" in answer.content.decode()
    for wrong in ({"yes": "-1"}, {"yes": "x"}, {"yes": ""}, {"means": "ears"}):
        assert desk.post(path, {**given, **wrong}).status_code == 422
    assert counts.count_of(poll) is None


def test_pages_of_a_poll_that_is_over_lead_back_to_the_room(hall: Crowd) -> None:
    poll, desk = hall.poll(), seated(hall.recorder)
    hall.close(poll)
    for path in ("hand-out/", "count/"):
        assert desk.get(at(hall.recorder, f"polls/{poll.pk}/{path}")).status_code == 302
    given = {"means": "hands", "yes": "2", "no": "0", "abstain": "0"}
    answer = desk.post(at(hall.recorder, f"polls/{poll.pk}/count/"), given, follow=True)
    assert "这个表决已经结束。" in answer.content.decode()


def test_delegates_find_no_desk(hall: Crowd) -> None:
    poll = hall.poll()
    seat = hall.chief(W)
    phone = seated(seat)
    for path in ("hand-out/", "count/"):
        assert phone.get(at(seat, f"polls/{poll.pk}/{path}")).status_code == 404


def test_a_chief_confirms_what_the_page_showed(hall: Crowd) -> None:
    poll, chief = hall.poll(), hall.chief(E)
    hall.hand_out(poll, 0, 1)
    hall.count(poll, Means.PAPER, 1, 1)
    phone = seated(chief)
    page = shown(phone, chief)
    assert "请确认清点票数：职工方 纸质票" in page
    path = at(chief, f"polls/{poll.pk}/count/confirm/")
    hall.count(poll, Means.PAPER, 2)
    stale = phone.post(path, {"count": entry_on(page)}, follow=True)
    assert "清点的票数刚刚改过" in stale.content.decode()
    phone.post(path, {"count": entry_on(shown(phone, chief))})
    count = counts.count_of(poll)
    assert count is not None
    assert [given.side for given in count.confirmations.all()] == ["employer"]


def test_the_other_sides_chief_sees_of_secret_papers_only_how_many(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0, 1, 2)
    hall.count(poll, Means.PAPER, 0, 2)
    own, other = (shown(seated(hall.chief(side)), hall.chief(side)) for side in (W, E))
    assert "<dt>反对</dt><dd><b>2</b>" in own
    assert "<dt>反对</dt>" not in other
    assert "<dt>合计</dt><dd><b>2</b>" in other
    assert "发出 3 张" in other
    assert "您只核对纸质票的张数" in other
    assert "您只核对纸质票的张数" not in own


def test_a_count_is_not_named_by_its_figures(hall: Crowd) -> None:
    """A form's hash of three small numbers would be undone by trying them all."""
    poll, names = hall.poll(), set()
    hall.hand_out(poll, 0, 1)
    for _ in range(2):
        names.add(hall.count(poll, Means.PAPER, 1, 1))
    assert len(names) == 2


def test_a_chief_can_confirm_that_no_paper_came_back(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0)
    hall.count(poll, Means.PAPER, 0)
    for side in Side:
        assert "请确认清点票数" in shown(seated(hall.chief(side)), hall.chief(side))


def test_both_chiefs_see_the_hands_that_all_have_seen(hall: Crowd) -> None:
    poll = hall.poll()
    hall.count(poll, Means.HANDS, 5, 2)
    for side in Side:
        assert "<dt>反对</dt><dd><b>2</b>" in shown(seated(hall.chief(side)), hall.chief(side))


def test_nobody_else_sees_what_was_counted_before_the_close(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, *range(5))
    hall.count(poll, Means.PAPER, 5)
    for seat in (hall.other(W), hall.other(E)):
        assert "<dt>赞成</dt>" not in shown(seated(seat), seat)
    assert "<dt>赞成</dt>" not in shown(signed_in(hall.account), hall.chair)


def test_the_close_is_asked_twice_while_papers_are_out(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0)
    hall.press(poll, "yes", *(hall.seats[f"工{n}"] for n in range(1, 6)))
    hall.press(poll, "yes", hall.chief(W), hall.other(W))
    chair = signed_in(hall.account)
    page = chair.post(at(hall.chair, f"polls/{poll.pk}/close/")).content.decode()
    assert "还有 1 张纸质票没有清点登记" in page
    assert Poll.objects.get(pk=poll.pk).state == Poll.State.OPEN


def test_a_close_that_waits_for_a_word_names_whose(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, 0)
    hall.count(poll, Means.PAPER, 1)
    path = at(hall.chair, f"polls/{poll.pk}/close/")
    answer = signed_in(hall.account).post(path, {"early": "1"}, follow=True)
    assert hall.chief(E).person.name in answer.content.decode()
    assert Poll.objects.get(pk=poll.pk).state == Poll.State.OPEN


def test_the_result_is_marked_as_counted_by_hand(hall: Crowd) -> None:
    poll = hall.poll()
    hall.hand_out(poll, *range(6))
    hall.confirm_count(poll, hall.count(poll, Means.PAPER, 5, 1))
    hall.close(poll)
    own = shown(seated(hall.other(W)), hall.other(W))
    assert "其中纸质票：赞成 5、反对 1、弃权 0，由记录员清点、双方首席代表确认。" in own
    other = shown(seated(hall.other(E)), hall.other(E))
    assert "含纸质票，由记录员清点、双方首席代表确认。" in other
    assert "赞成 5" not in other
