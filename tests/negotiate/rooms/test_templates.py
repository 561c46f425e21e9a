"""A new order's prices in two minutes: templates of terms, made, changed and used."""

from datetime import timedelta
from typing import Any

import pytest

from agreements.scenarios.opening import COUNTY
from negotiate import moment
from negotiate.law.gate import Answers
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Side, SideRule
from negotiate.matters import actions as matters
from negotiate.matters.models import Matter, TermTemplate
from negotiate.people.models import Account, Federation, Seat
from negotiate.record.chain import read
from negotiate.rooms.actions import booking, ledger, templates
from negotiate.rooms.models import Term
from tests.negotiate.meeting import Meeting
from tests.visitor import signed_in

W = Side.WORKER
PRICES: dict[str, Any] = {
    "order": "甲单", "attainable": "92", "minimum_wage": "2000",
    "rows": [{"process": "粗车", "unit": "件", "minutes": "5", "price": "2"}],
}  # fmt: skip


@pytest.fixture
def shop(db: None) -> Meeting:
    """Give a meeting that has prices on the table."""
    meeting = Meeting("piece_rates")
    meeting.open()
    ledger.propose(meeting.chief(W), meeting.term.pk, PRICES)
    return meeting


def screened(account: Account, kind: str = "piece_rates") -> Matter:
    matter = matters.raise_matter(
        account, title="新订单的计件单价", kind=kind, raised_by="甲", raised_side=W, owner="乙",
        due=moment.today() + timedelta(days=9),
    )  # fmt: skip
    answers = Answers(contract=False, reduces_rights=False)
    matters.screen(account, matter.pk, answers, answered_by="丙")
    return matter


def booked(account: Account, template: int | None) -> Seat:
    return booking.schedule(
        account,
        screened(account).pk,
        at=moment.now(),
        place="车间",
        own_capacity=Capacity.ATTENDEE,
        rules=dict.fromkeys(Side, SideRule.POLL),
        template=template,
    )


def officer() -> Account:
    county = Federation.objects.get(name=COUNTY)
    return Account.objects.create(username="county", name="县里", federation=county)


def test_one_press_makes_a_template_of_what_is_on_the_table(shop: Meeting) -> None:
    template = templates.make(shop.account, shop.room.pk)
    prices, day = template.terms
    assert (prices["title"], day["title"]) == ("工序单价", "执行日期")
    assert prices["value"]["rows"][0]["price"] == "2.00"
    # An order's name and the day's minimum wage are not the next order's.
    assert {"order", "minimum_wage"}.isdisjoint(prices["value"])
    assert day["value"] == {}


def test_who_made_it_and_who_changed_it_is_written_down(shop: Meeting) -> None:
    template = templates.make(shop.account, shop.room.pk)
    templates.rename(shop.account, template.pk, "新订单计件单价", ["单价", "日期"])
    made, renamed = read(template.book)
    assert (made["action"], renamed["action"]) == ("make_template", "rename_template")
    assert renamed["actor"]["name"] == shop.account.name
    assert template.made_by == shop.account


def test_a_room_begun_with_it_has_its_terms_filled_in_and_nothing_proposed(shop: Meeting) -> None:
    template = templates.make(shop.account, shop.room.pk)
    chair = booked(shop.account, template.pk)
    first, second = Term.objects.filter(item__room=chair.room_id)
    assert (first.title, second.title) == ("工序单价", "执行日期")
    assert first.prefill["attainable"] == "92"
    assert not first.versions.exists()
    *_, act = read(chair.room.book)
    assert act["data"]["template_name"] == template.name


def test_the_proposers_form_opens_filled_in(shop: Meeting) -> None:
    chair = booked(shop.account, templates.make(shop.account, shop.room.pk).pk)
    term = Term.objects.filter(item__room=chair.room_id)[0]
    page = signed_in(shop.account).get(f"/s/{chair.pk}/terms/{term.pk}/propose/")
    assert page.context["sheet"].rows[0][3].value == "2.00"


def test_a_countys_template_serves_every_enterprise_below_it(shop: Meeting) -> None:
    template = templates.make(officer(), shop.room.pk)
    assert template.federation is not None
    chair = booked(shop.account, template.pk)
    assert Term.objects.filter(item__room=chair.room_id).count() == 2


def test_another_enterprises_template_cannot_be_used_or_changed(shop: Meeting) -> None:
    other = Meeting("award")
    template = templates.make(other.account, other.room.pk)
    with pytest.raises(Refused, match="没有这个条款模板"):
        booked(shop.account, template.pk)
    with pytest.raises(Refused, match="没有这个条款模板"):
        templates.retire(shop.account, template.pk)
    with pytest.raises(Refused, match="没有这次会议"):
        templates.make(shop.account, other.room.pk)


def test_a_retired_template_is_offered_no_more(shop: Meeting) -> None:
    template = templates.make(shop.account, shop.room.pk)
    templates.retire(shop.account, template.pk)
    with pytest.raises(Refused, match="没有这个条款模板"):
        booked(shop.account, template.pk)


def test_a_prefill_may_have_gaps_but_no_wrong_figure(shop: Meeting) -> None:
    template = templates.make(shop.account, shop.room.pk)
    templates.fill(shop.account, template.pk, 0, {"rows": [{"process": "粗车", "price": "3"}]})
    template.refresh_from_db()
    assert template.terms[0]["value"]["rows"][0]["minutes"] == ""
    with pytest.raises(Refused, match="要写成数字"):
        templates.fill(shop.account, template.pk, 0, {"rows": [{"price": "三"}]})
    with pytest.raises(Refused, match="刚刚改过"):
        templates.fill(shop.account, template.pk, 7, {})


def test_the_last_term_stays(shop: Meeting) -> None:
    template = templates.make(shop.account, shop.room.pk)
    templates.drop(shop.account, template.pk, 0)
    with pytest.raises(Refused, match="至少要有一个条款"):
        templates.drop(shop.account, template.pk, 0)


def test_from_a_meeting_to_the_next_one_in_the_browser(shop: Meeting) -> None:
    chair = signed_in(shop.account)
    assert "做成模板" in chair.get("/templates/").content.decode()
    made = chair.post(f"/templates/from/{shop.room.pk}/")
    template = TermTemplate.objects.get()
    assert made["Location"] == f"/templates/{template.pk}/"
    names = {"name": "新订单计件单价", "title-0": "工序单价", "title-1": "哪天开始"}
    assert chair.post(made["Location"], names).status_code == 302
    assert "新订单计件单价" in chair.get("/templates/").content.decode()
    form = f"/templates/{template.pk}/terms/1/"
    assert chair.post(form, {"label": "新单价开始执行的日期"}).status_code == 302
    matter = screened(shop.account)
    assert "新订单计件单价" in chair.get(f"/matters/{matter.pk}/book/").content.decode()
    given = {"at": "2099-01-01T09:00", "place": "车间", "own_capacity": "attendee",
             "worker_rule": "poll", "employer_rule": "poll",
             "template": str(template.pk)}  # fmt: skip
    assert chair.post(f"/matters/{matter.pk}/book/", given).status_code == 302
    titles = Term.objects.filter(item__matter=matter).values_list("title", "prefill__label")
    assert list(titles) == [("工序单价", None), ("哪天开始", "新单价开始执行的日期")]
