"""应流机械's meeting in real browsers: four terms, agreed one by one, signed in ink."""

from agreements.scenarios.story import Act, story
from negotiate.law import terms
from negotiate.law.terms.base import Field
from negotiate.law.words import Side
from tests.e2e.browser import Pages
from tests.e2e.devices import Device
from tests.e2e.hall import Hall
from tests.e2e.ink import agree, bring, differs, photograph, replace
from tests.e2e.papers import words
from tests.server import Server

STORY = story("caterer")
KINDS = {term.title: terms.KINDS[term.kind] for term in STORY.terms}
CHIEFS = ("吴秀英", "汪洋")
AGREED = ("味之家餐饮", "荤菜", "13.5", "职工自愿在食堂用餐，不得强制用餐")


def test_four_terms_one_by_one_and_a_scan_of_the_signed_paper(server: Server, pages: Pages) -> None:
    hall = Hall(server, pages, "caterer")
    hall.gather()
    for number, act in enumerate(STORY.talks):
        before = [each for each in STORY.talks[:number] if each.term == act.term]
        perform(hall, act, is_first=not before)
    hall.chair.titled("可以归纳小结了")
    hall.chair.press("归纳小结")
    text = words(hall.chair.fetch("打印纸质文本"))
    assert all(word in text for word in AGREED)
    upload_the_scan(hall)
    read_the_paper(hall)


def perform(hall: Hall, act: Act, *, is_first: bool) -> None:
    """Do in the browser what the scenario's file says."""
    if act.do == "propose":
        propose(hall, act, is_first=is_first)
    elif act.do == "rescreen":
        hall.chair.rescreen(act.reason)
    elif act.do == "vote":
        vote(hall, act)
    elif act.do == "confirm":
        assert len({hall.phone(name).confirm() for name in CHIEFS}) == 1
        hall.everybody_sees("已达成")
    elif act.do == "acclaim":
        hall.chair.acclaim(act.term)


def propose(hall: Hall, act: Act, *, is_first: bool) -> None:
    phone = hall.phone(act.by)
    if is_first:
        phone.titled(f"{act.term}：提出方案")
    phone.follow("提出方案" if is_first else "我方有不同方案")
    kind = KINDS[act.term]
    fields = [field for field in kind.fields if is_first or not field.fixed]
    rows = [labelled(list(kind.columns), row) for row in act.value.get("rows", [])]
    phone.write_terms(labelled(fields, act.value), rows)
    phone.press("提出方案")
    phone.sees("方案已摆上桌面，双方都能看到。")
    hall.screen.sees(act.term, "第 1 版" if is_first else "第 2 版")


def labelled(fields: list[Field], value: dict[str, object]) -> dict[str, str]:
    """What to write, by the labels on the form; a choice by its words."""
    return {
        field.label: dict(field.choices).get(str(value[field.name]), str(value[field.name]))
        for field in fields
        if field.name in value
    }


def vote(hall: Hall, act: Act) -> None:
    hall.chair.titled("可以请双方各自表决了")
    hall.chair.press("请双方表决")
    receipts = {hall.phone(name).vote("赞成") for name in hall.phones}
    assert len(receipts) == len(hall.phones)
    hall.chair.close_polls()


def upload_the_scan(hall: Hall) -> None:
    """Both chiefs have signed on paper, which is photographed. The workers' chief finds that a page
    differs and, when it has been replaced, that it agrees; the chair compares the rest, and each
    chief the hand and the seal of the own side."""
    chair, chief = hall.chair, hall.phone(CHIEFS[0])
    chair.follow("上传签字扫描件")
    bring(chair, photograph(1), photograph(2))
    for phone in hall.phones.values():
        phone.sees("正在与文本逐处比对")
    chief.follow("去看比对")
    differs(chief, "clause-1", "单价看不清")
    chair.follow("页都齐了，去逐处比对")
    chair.sees("有 1 处不相符，不能用这份扫描件完成", "单价看不清")
    chair.follow("换页或作废")
    replace(chair, 2, photograph(3, laid=True))
    chief.page.reload()
    chief.page.locator("#clause-1").get_by_role("button", name="改为相符").click()
    chief.does_not_see("单价看不清")
    to_the_room(chief)
    chair.follow("页都齐了，去逐处比对")
    agree(chair)
    chair.sees(*(f"等{side.label}首席代表看" for side in Side))
    for phone in map(hall.phone, CHIEFS):
        phone.follow("去看比对")
        agree(phone)
        to_the_room(phone)
    chair.page.reload()
    chair.press("完成签署")
    chair.sees("扫描件已存档，文件签署完成。")
    hall.everybody_sees("已签署")


def to_the_room(phone: Device) -> None:
    phone.page.get_by_role("main").get_by_role("link", name="回会场").click()


def read_the_paper(hall: Hall) -> None:
    """Everybody fetches the same paper; it says how it was signed, and the archive finds it."""
    papers = {phone.fetch("下载 Word 文件") for phone in hall.phones.values()}
    text = words(papers.pop())
    assert not papers
    assert all(word in text for word in (*AGREED, "C"))
    hall.chair.search("荤菜")
    hall.chair.sees("找到 1 份", "C级 纸质签字盖章")
