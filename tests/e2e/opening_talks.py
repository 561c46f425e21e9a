"""From the matter to the notice of a session, as the pages have it."""

from collections.abc import Iterable

from agreements.scenarios.story import SeatFacts
from negotiate.law.words import Contract, Side
from tests.e2e.table import Table

DESK = "会务（工会主席）"
OFFERS = "《集体合同规定》第三十二条"


def raise_and_book(table: Table) -> None:
    """The matter is raised, found to lead to a contract, and booked."""
    chair, told = table.chair, table.story
    chair.follow("提出一个议题")
    chair.fill(
        要谈什么=told.matter.title,
        类别=table.matter.label,
        谁提出的=told.matter.raised_by,
        由谁负责办=told.matter.owner,
        最迟哪天办完=table.day(told.matter.due_in_days),
    )
    chair.press("下一步：程序审查")
    chair.answer("这次会签订集体合同", "会")
    chair.answer("会让任何一部分职工", "不会")
    chair.fill(由谁回答=told.chair)
    chair.press("提交审查")
    chair.titled("准备要约")
    chair.fill(
        要订立哪一种合同=Contract(told.contract).label,
        企业方首席代表=told.employer_chief,
        打算什么时间谈=f"{table.day(30)}T09:00",
        打算在哪里谈=told.place,
    )
    chair.press("准备要约")
    chair.sees(table.term)


def offer_and_reply(table: Table) -> None:
    """The offer is sent from the desk, received and answered on the phone."""
    chair, told = table.chair, table.story
    ours, theirs = f"职工方首席代表 {told.chair}", f"企业方首席代表 {told.employer_chief}"
    table.invite(told.employer_chief)
    table.stands("要约", "发出要约书", ours, OFFERS)
    chair.follow("写要约书")
    chair.fill(请对方提供哪些资料="近两年工资总额和利润", 资料最迟哪天提供=table.day(10))
    chair.press("发出要约书")
    table.stands("要约", "签收要约书", theirs, OFFERS)
    table.chief.press("签收要约书")
    table.stands("要约", "书面答复要约", theirs, OFFERS, due=table.last_day(20))
    table.chief.follow("看要约书全文")
    table.chief.sees("近两年工资总额和利润", told.matter.title)
    table.chief.go_back()
    table.chief.follow("答复要约")
    table.chief.tick("同意协商")
    table.chief.press("答复要约")


def compose(table: Table) -> None:
    """The delegates come from a list, both chiefs agree on the recorder; then the notice."""
    chair, told = table.chair, table.story
    title = "产生双方协商代表，确定名单"
    table.stands("定代表", title, DESK, "《集体合同规定》第十九条")
    if told.bound:
        bind(table)
    chair.follow("编排席位")
    chair.upload("名单文件", "名单.csv", _roster(told.seats))
    chair.press("导入名单")
    chair.go_back()
    chair.press("确定名单")
    table.stands("准备", "记录员由双方共同确定", DESK, "《集体合同规定》第三十三条")
    for device in (chair, table.chief):
        device.press(f"同意由 {table.recorder} 记录")
    table.stands("准备", "做好会前准备，发出开会通知", DESK, "《集体合同规定》第三十三条")
    chair.follow("发出开会通知")
    chair.fill(开会时间=f"{table.day(20)}T09:00")
    chair.press("发出开会通知")


def bind(table: Table) -> None:
    """Everybody whom the contract will bind comes from a list, with a mandate."""
    chair, bound = table.chair, table.story.bound
    with chair.leaving():
        chair.page.locator("#next").get_by_role("link", name="受约束的企业", exact=True).click()
    lines = ["企业名称,职工人数,授权人,授权日期,授权内容"]
    for one in bound:
        mandate = (one.mandated_by, table.day(-one.mandated_days_ago), one.mandate)
        lines.append(",".join((one.name, str(one.head_count), *mandate)))
    chair.upload("企业名单文件", "企业.csv", "\r\n".join(lines))
    chair.press("导入名单")
    workers = sum(one.head_count for one in bound)
    chair.sees(f"共 {len(bound)} 家企业，职工 {workers} 人")
    chair.go_back()


def _roster(seats: Iterable[SeatFacts]) -> str:
    sides = {side.value: side.label for side in Side}
    lines = ["姓名,工号,岗位,所属方,身份,性别,一线职工,产生方式"]
    for seat in seats:
        of, woman, front = sides.get(seat.side, ""), "女" * seat.woman, "是" * seat.front_line
        facts = (seat.name, "", seat.post, of, seat.capacity.label, woman, front, seat.produced)
        lines.append(",".join(facts))
    return "\r\n".join(lines)
