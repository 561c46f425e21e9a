"""The pages of the ordinary procedure from the offer to the door of a session."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from negotiate import moment
from negotiate.law.words import UNCALLED, Side, Stage
from negotiate.matters.models import Matter
from negotiate.people.links import link_path
from negotiate.people.models import Seat
from negotiate.rooms.models import Offer, Room
from negotiate.rooms.sight.faces import audience_of, audience_of_screen, draw_fragment
from tests.negotiate.ordinary import (
    CHAIR,
    EMPLOYER_CHIEF,
    RECORDER,
    WAYS,
    Ordinary,
    screened,
)
from tests.visitor import Visitor, seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER
LATER = (moment.now() + timedelta(days=40)).strftime("%Y-%m-%dT09:00")
OFFER = {
    "purpose": "订立集体合同",
    "basis": "《劳动合同法》第五十一条",
    "at": LATER,
    "place": "三楼会议室",
    "representatives": "3",
    "materials": "利润表",
    "materials_due": LATER[:10],
}
PERSON = {"post": "", "staff_number": "", "produced": "职代会选举", "delegation": ""}


@pytest.mark.parametrize("stage", WAYS)
def test_every_stage_is_reached_on_a_lawful_way(db: None, stage: Stage) -> None:
    assert Ordinary().to(stage).room.is_at is stage


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("stage", sorted(UNCALLED | {Stage.WAITING, Stage.DEADLOCKED, Stage.ENDED}))
def test_every_page_says_what_is_due_who_must_act_and_why(
    db: None, stage: Stage, language: str
) -> None:
    talks = Ordinary().to(stage)
    with translation.override(language):
        audiences = [audience_of(seat) for seat in talks.seats.values()]
        audiences.append(audience_of_screen(talks.room))
        for audience in audiences:
            drawn = draw_fragment(audience)[1]
            assert "task-title" in drawn or "screen-title" in drawn
            if audience.face == "chair" and stage not in (Stage.ENDED, Stage.WAITING):
                assert translation.gettext("谁来办：") in drawn
                assert translation.pgettext("law", "依据：") in drawn


class Office:
    """The chair's browser, and whatever phones it has sent out."""

    def __init__(self, talks: Ordinary | None = None) -> None:
        self.talks = talks or Ordinary()
        self.chair = signed_in(self.talks.account)
        self.phones: dict[int, Visitor] = {}

    def post(self, seat: Seat, path: str, **given: Any) -> str:
        """Press it on that seat's own page; what the page says after it."""
        if seat.account_id:
            visitor: Client = self.chair
        else:
            if seat.pk not in self.phones:
                self.phones[seat.pk] = seated(seat)
            visitor = self.phones[seat.pk]
        return visitor.post(f"/s/{seat.pk}/{path}", given, follow=True).content.decode()


def test_the_way_from_the_matter_to_the_door_of_a_session_on_pages(db: None) -> None:
    office = Office()
    account = office.talks.account
    matter, other = screened(account, "高温津贴"), screened(account, "食堂补贴")
    assert "准备要约" in office.chair.get("/").content.decode()
    given = {
        "contract": "wages", "offered_by": "worker", "own_capacity": "chief", "also": [other.pk],
        "employer_chief": EMPLOYER_CHIEF, "at": LATER, "place": "三楼会议室",
        "worker_rule": "chief", "employer_rule": "chief",
    }  # fmt: skip
    answer = office.chair.post(reverse("book", args=[matter.pk]), given)
    assert answer.status_code == 302
    room = Room.objects.get(agenda__matter=matter)
    desk, chief = room.seats.exclude(account=None).get(), room.seats.get(side="employer")
    assert "要约书已发出" in office.post(desk, "offers/new/", **OFFER)
    assert Offer.objects.get(room=room).matters == ["高温津贴", "食堂补贴"]
    assert "已签收要约书" in office.post(chief, "receive/")
    assert "答复已送出" in office.post(chief, "offers/respond/", reply="agree", answer="")
    for side, names in (("worker", ("李秀英", "张建国")), ("employer", ("孙立", "吴敏"))):
        for name in names:
            person = {**PERSON, "name": name, "side": side, "capacity": "representative"}
            office.post(desk, "roster/", **person)
    office.post(desk, "roster/", **{**PERSON, "name": RECORDER, "side": "neutral",
                                    "capacity": "recorder"})  # fmt: skip
    assert "代表名单已确定" in office.post(desk, "settle-roster/")
    recorder = room.seats.get(capacity="recorder")
    for seat in (desk, chief):
        assert "已登记您的意见" in office.post(seat, f"recorder/{recorder.pk}/")
    call = {"at": LATER, "place": "食堂二楼", "first": "employer"}
    assert "通知已发出" in office.post(desk, "call/", **call)
    room.refresh_from_db()
    assert room.is_at is Stage.WAITING
    waiting = office.phones[chief.pk].get(f"/s/{chief.pk}/").content.decode()
    assert "食堂二楼" in waiting
    assert f"<b>{EMPLOYER_CHIEF}</b>" in waiting


def test_a_booking_without_a_workers_chief_is_asked_for_one(db: None) -> None:
    office = Office()
    matter = screened(office.talks.account, "高温津贴")
    given = {
        "contract": "wages", "offered_by": "worker", "own_capacity": "attendee",
        "employer_chief": EMPLOYER_CHIEF, "at": LATER, "place": "会议室", "worker_chief": "",
        "worker_rule": "chief", "employer_rule": "chief",
    }  # fmt: skip
    answer = office.chair.post(reverse("book", args=[matter.pk]), given)
    assert "请写明职工方首席代表" in answer.content.decode()
    assert Matter.objects.get(pk=matter.pk).stage == Stage.SCREENED


def test_the_reply_page_says_that_a_refusal_needs_a_good_reason(db: None) -> None:
    office = Office(Ordinary().to(Stage.OFFERED))
    chief = office.talks.chief(E)
    page = office.post(chief, "offers/respond/", reply="refuse", answer="")
    assert "没有正当理由，不得拒绝协商（《集体合同规定》第三十二条）" in page
    assert office.talks.room.is_at is Stage.OFFERED


def test_all_offers_and_replies_are_read_in_full_by_both_sides(db: None) -> None:
    office = Office(Ordinary().to(Stage.REFUSED))
    office.talks.offer(purpose="再谈一次")
    for seat in (office.talks.desk, office.talks.chief(E)):
        visitor = office.chair if seat.account_id else seated(seat)
        page = visitor.get(f"/s/{seat.pk}/offers/").content.decode()
        for words in ("再谈一次", "正在搬迁，年内不谈", "第 2 号"):
            assert words in page


def test_each_side_is_shown_only_its_own_buttons(db: None) -> None:
    talks = Ordinary().to(Stage.OFFERED)
    desk, chief = (draw_fragment(audience_of(seat))[1] for seat in (talks.desk, talks.chief(E)))
    assert 'href="offers/receipt/"' in desk
    assert 'href="offers/withdraw/"' in desk
    assert 'href="offers/respond/"' not in desk
    assert 'href="offers/respond/"' in chief
    assert 'action="receive/"' in chief
    assert 'href="offers/withdraw/"' not in chief


def test_a_presiding_chief_has_no_desk_and_the_desk_stays_where_it_is(db: None) -> None:
    office = Office(Ordinary().to(Stage.IN_SESSION))
    office.post(office.talks.desk, "pass-chair/")
    chief, desk = office.talks.chief(E), office.talks.desk
    shown = draw_fragment(audience_of(chief))[1]
    assert 'href="suspend/"' in shown
    assert 'href="slips/"' not in shown
    phone = seated(chief)
    for path in ("slips/", "roster/", f"roster/{desk.pk}/vacate/"):
        assert phone.get(f"/s/{chief.pk}/{path}").status_code == 404
    shown = draw_fragment(audience_of(desk))[1]
    assert 'href="suspend/"' not in shown
    assert 'href="slips/"' in shown
    assert office.chair.get(f"/s/{desk.pk}/slips/").status_code == 200
    assert CHAIR not in office.talks.presiding().person.name


def test_a_roster_file_may_say_how_people_were_chosen(db: None) -> None:
    office = Office(Ordinary().to(Stage.COMPOSING))
    desk = office.talks.desk
    sample = office.chair.get(f"/s/{desk.pk}/roster/sample/").content.decode("utf-8-sig")
    assert sample.splitlines()[0].endswith("身份,性别,一线职工,产生方式,委托书")


@pytest.mark.parametrize(("stage", "is_named"), [(Stage.TO_OFFER, False), (Stage.WAITING, True)])
def test_time_and_place_are_named_when_a_session_is_called(
    db: None, stage: Stage, is_named: bool
) -> None:
    """Before that they are only what somebody had in mind when the room was made."""
    told = Ordinary().to(stage)
    when = timezone.localtime(told.room.scheduled_at).strftime("%Y-%m-%d %H:%M")
    office, phone = signed_in(told.account), Visitor()
    visits = [(office, "/"), (office, f"/s/{told.desk.pk}/"), (phone, link_path(told.chief(E)))]
    for visitor, page in visits:
        assert (when in visitor.get(page).content.decode()) is is_named, page
