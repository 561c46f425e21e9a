"""A session of the ordinary procedure in the browser: from check-in to the draft that both chiefs
have signed. After the break the other chief leads, on a phone that has become a desk."""

import re

from agreements.scenarios.story import Act
from negotiate.law.terms.base import Kind
from tests.e2e.table import Hand, Table

TALKS = "《集体合同规定》第三十四条"
BREAKS = "《集体合同规定》第三十五条"
WAYS = re.compile("^(提出方案|提出新的方案|我方有不同方案)$")


def begin(table: Table) -> None:
    """Everybody has a phone, checks in, and the session is opened."""
    chair, told = table.chair, table.story
    when = ("会议还没有开始", f"谁主持：{told.chair}")
    table.stands("准备", "席位已编好，可以开始签到", f"主持人 {told.chair}", phone=when)
    table.invite(*(seat.name for seat in told.seats))
    table.later(20)
    chair.press("开始签到")
    chair.stands("准备", "等待首席代表签到", f"谁来办：{told.chair}")
    for device in (chair, *table.phones.values()):
        device.stands("准备", "请本人办理，按一下就行。")
        device.check_in()
    table.stands("准备", "双方首席代表已到，可以开会", f"主持人 {told.chair}")
    chair.press("宣布开会")
    chair.stands("协商", "等待代表提出方案", "谁来办：双方代表", article=TALKS)
    table.chief.stands("协商", f"{table.term}：提出方案", article=TALKS)


def propose_and_counter(table: Table) -> None:
    """Workers ask, the employer offers, and everybody sees what is different."""
    asked, offered, _ = proposals(table)
    propose(table, asked)
    table.chief.sees("第 1 版")
    propose(table, offered)
    table.chair.sees("第 2 版", "▼ 对职工更不利")
    table.stands("协商", "可以请双方各自表决了", f"主持人 {table.story.chair}")


def take_a_break(table: Table) -> None:
    """Both agree on when, where and what; then the other chief leads."""
    told = table.story
    table.chair.suspend(
        reason="企业方要回去核算",
        at=f"{table.day(3)}T14:00",
        place=told.place,
        content="继续谈",
    )
    table.stands("协商", "休会中", f"主持人 {told.chair}", BREAKS, due=table.day(3))
    table.chief.sees("企业方要回去核算", f"{table.day(3)} 14:00")
    table.later(3)
    table.chair.press("宣布复会")
    table.chair.sees(f"谁主持：{told.employer_chief}")


def agree(table: Table) -> None:
    """A third proposal; every delegate votes on the own device; both chiefs confirm the text."""
    _, _, settled = proposals(table)
    propose(table, settled)
    leader = table.chief
    leader.press("请双方表决")
    for name in delegates(table):
        hand(table, name).vote("赞成")
    leader.close_polls()
    table.stands("协商", "等待首席代表在手机上确认同一份文本", table.story.chair)
    hashes = {device.confirm() for device in (table.chair, leader)}
    assert len(hashes) == 1


def draw_up(table: Table) -> None:
    """Whoever leads gives the contract its days; both chiefs read the draft and sign it."""
    leader = table.chief
    table.stands("协商", "可以形成合同草案了", f"主持人 {table.story.employer_chief}", TALKS)
    leader.follow("形成合同草案")
    leader.fill(合同从哪天开始=table.day(40), 合同到哪天为止=table.day(500))
    leader.press("归纳小结，形成合同草案")
    article = "《集体合同规定》第三十六条"
    table.stands("合同草案", "双方首席代表签署草案", "双方首席代表", article)
    for device in (table.chair, leader):
        device.follow("看全文，签署草案")
        device.sees(table.term, table.story.enterprise)
        device.read_to_end()
        device.tick("我已看完全文，同意把这份草案提交审议。")
        device.press("签署草案")


def proposals(table: Table) -> list[Act]:
    """The scenario's three about the first term."""
    first = table.story.terms[0].title
    return [act for act in table.story.acts if act.do == "propose" and act.term == first][:3]


def propose(table: Table, act: Act) -> None:
    """Put figures on the table: what is fixed from the first proposal on is not asked again."""
    device, kind = hand(table, act.by), table.kind
    with device.leaving():
        device.page.get_by_role("link", name=WAYS).first.click()
    is_first = act == proposals(table)[0]
    asked = [field for field in kind.fields if field.name in act.value]
    device.write_terms(
        {field.label: act.value[field.name] for field in asked if is_first or not field.fixed},
        [_cells(kind, row) for row in act.value.get("rows", [])],
    )
    device.press("提出方案")
    device.sees("方案已摆上桌面，双方都能看到。")


def _cells(kind: Kind, row: dict[str, str]) -> dict[str, str]:
    return {column.label: row[column.name] for column in kind.columns if column.name in row}


def delegates(table: Table) -> list[str]:
    """Who votes for a side."""
    voting = [seat.name for seat in table.story.seats if seat.side]
    return [table.story.chair, table.story.employer_chief, *voting]


def hand(table: Table, name: str) -> Hand:
    return table.chair if name == table.story.chair else table.phones[name]
