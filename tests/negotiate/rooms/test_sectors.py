"""A sector's or a region's negotiation says whom it will bind, each by its own mandate."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from negotiate import moment
from negotiate.law.gate import Answers
from negotiate.law.refusal import Refused
from negotiate.law.words import Capacity, Contract, Scope, Side, SideRule
from negotiate.matters import actions as matters
from negotiate.people.enterprise_file import BoundRow, read_enterprises, sample_enterprises
from negotiate.people.models import Account, Enterprise, Federation, Seat
from negotiate.people.roster_file import RosterRow
from negotiate.record.chain import newest
from negotiate.rooms.actions import binding, booking, composition, seating
from tests.visitor import signed_in

DAY = date(2026, 10, 12)


def row(name: str = "凌河饭店", on: date = DAY) -> BoundRow:
    return BoundRow(name, 260, "总经理王海", on, "授权协会就工资标准协商并签字")


def desk_of(scope: Scope) -> Seat:
    """The seat that keeps the desk of an ordinary negotiation of this scope."""
    federation = Federation.objects.create(name=f"{scope.label}总工会")
    union = Enterprise.objects.create(
        name=f"{scope.label}餐饮业", federation=federation, scope=scope.value
    )
    chair = Account.objects.create(username=scope.value, name="赵主席", enterprise=union)
    matter = matters.raise_matter(
        chair, title="岗位最低工资", kind="pay", raised_by="赵主席", raised_side=Side.WORKER,
        owner="赵主席", due=moment.today() + timedelta(days=90),
    )  # fmt: skip
    answers = Answers(contract=True, reduces_rights=False)
    matters.screen(chair, matter.pk, answers, answered_by="赵主席")
    return booking.schedule(
        chair, matter.pk, at=moment.now(), place="协会会议室", own_capacity=Capacity.CHIEF,
        rules=dict.fromkeys(Side, SideRule.POLL), contract=Contract.WAGES,
    )  # fmt: skip


@pytest.fixture
def desk(db: None) -> Seat:
    return desk_of(Scope.SECTOR)


def test_an_enterprise_is_listed_with_its_mandate_and_the_record_tells_it(desk: Seat) -> None:
    binding.bind(desk, [row()])
    bound = desk.room.bound.get()
    assert (bound.name, bound.head_count, bound.mandated_on) == ("凌河饭店", 260, DAY)
    told = newest(desk.room.book_id)
    assert told is not None
    assert told["data"]["bound"] == [
        "凌河饭店（260人）：总经理王海于2026-10-12授权，授权协会就工资标准协商并签字"
    ]


def test_of_a_list_all_come_in_or_none(desk: Seat) -> None:
    with pytest.raises(Refused, match="凌河饭店已经登记过了"):
        binding.bind(desk, [row("古塔餐饮"), row(), row()])
    assert not desk.room.bound.exists()


def test_a_mandate_cannot_be_of_tomorrow(desk: Seat) -> None:
    with pytest.raises(Refused, match="授权日期还没有到"):
        binding.bind(desk, [row(on=moment.today() + timedelta(days=1))])


def test_a_mandate_is_carried_by_the_employer_side_alone(desk: Seat) -> None:
    boss = RosterRow("孙会长", "", "协会会长", Side.EMPLOYER, Capacity.CHIEF)
    seating.seat_persons(desk, [boss])
    speaker = desk.room.seats.get(side=Side.EMPLOYER.value)
    binding.bind(desk, [row()], spoken_for_by=speaker.pk)
    assert desk.room.bound.get().represented_by == speaker
    with pytest.raises(Refused, match="只能交给企业方"):
        binding.bind(desk, [row("古塔餐饮")], spoken_for_by=desk.pk)


def test_one_enterprise_by_itself_lists_nobody(db: None) -> None:
    alone = desk_of(Scope.ENTERPRISE)
    with pytest.raises(Refused, match="只有行业性、区域性"):
        binding.bind(alone, [row()])
    assert not binding.unbound(alone.room)


def test_a_sector_is_of_two_at_least(desk: Seat) -> None:
    binding.bind(desk, [row()])
    assert "至少要登记 2 家" in str(composition.faults(desk.room)[0])
    binding.bind(desk, [row("古塔餐饮")])
    assert not binding.unbound(desk.room)
    binding.release(desk, desk.room.bound.get(name="凌河饭店").pk)
    assert desk.room.bound.get().name == "古塔餐饮"


def test_the_sample_can_be_uploaded_as_it_is(desk: Seat) -> None:
    file = SimpleUploadedFile("a.csv", sample_enterprises().encode())
    assert [each.name for each in read_enterprises(file)] == [
        "锦州凌河饭店有限公司", "锦州古塔餐饮有限公司",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (",260,甲,2026-10-12,授权", "第 2 行：没有写企业名称"),
        ("饭店,很多,甲,2026-10-12,授权", "第 2 行：“职工人数”要写成数字"),
        ("饭店,260,甲,昨天,授权", "第 2 行：“授权日期”要写成日期"),
        ("饭店,260,,2026-10-12,授权", "第 2 行：没有写授权人"),
        ("饭店,260,甲,2026-10-12,", "第 2 行：没有写授权内容"),
    ],
)
def test_a_bad_line_is_named_with_its_fault(line: str, fault: str) -> None:
    head = sample_enterprises().splitlines()[0]
    with pytest.raises(Refused, match=fault):
        read_enterprises(SimpleUploadedFile("a.csv", f"{head}\n{line}\n".encode()))


def test_the_page_lists_them_and_takes_one_more(desk: Seat) -> None:
    binding.bind(desk, [row()])
    assert desk.account is not None
    chair = signed_in(desk.account)
    page = f"/s/{desk.pk}/bound/"
    shown = chair.get(page).content.decode()
    assert "凌河饭店" in shown
    assert "共 1 家企业，职工 260 人" in shown
    given = {
        "enterprise": "古塔餐饮", "head_count": "180", "mandated_by": "李梅",
        "mandated_on": "2026-10-13", "mandate": "授权协商", "speaker": "",
    }  # fmt: skip
    assert chair.post(page, given).status_code == 302
    assert chair.post(page, given).status_code == 422
    file = SimpleUploadedFile("a.csv", sample_enterprises().encode())
    assert chair.post(f"{page}upload/", {"enterprises": file}).status_code == 302
    assert desk.room.bound.count() == 4
    last = desk.room.bound.order_by("-pk")[0]
    assert chair.post(f"{page}{last.pk}/release/").status_code == 302
    assert desk.room.bound.count() == 3
