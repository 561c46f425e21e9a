"""A draft before a small congress in the browser: some of its delegates vote on phones, the others
on paper, which the recorder counts and both chiefs confirm."""

from urllib.parse import urlsplit

from tests.e2e.opening_talks import DESK
from tests.e2e.table import Hand, Table

SIZE, WITH_PHONES = 6, 3
PEOPLE = [(f"代表{number}", f"D{number:03}") for number in "123456"[:SIZE]]
RULE = "《集体合同规定》第三十六条"


def ratify(table: Table) -> None:
    call_together(table)
    voters = let_in(table)
    vote(table, voters)
    chair = table.chair
    chair.sees(f"赞成 {SIZE}，反对 0，弃权 0", f"{SIZE} > {SIZE // 2}")
    table.stands("审议", "审议完了，可以公布结果", DESK, RULE)
    chair.press("公布审议结果")


def call_together(table: Table) -> None:
    """The congress is called, and its roll comes from a file."""
    chair = table.chair
    table.stands("审议", "召开职代会或职工大会审议草案", DESK, RULE)
    chair.follow("召开审议")
    chair.tick("职工代表大会")
    chair.press("召开审议")
    table.stands("审议", "导入审议的名册", DESK)
    chair.follow("去导入名册")
    lines = ["姓名,工号,职代会代表", *(f"{name},{number},是" for name, number in PEOPLE)]
    chair.upload("职工名单文件", "职代会代表.csv", "\r\n".join(lines))
    chair.press("导入名单")
    chair.sees(f"导入完成：新列入 {SIZE} 人。")
    chair.open(table.room)
    chair.check_in()  # a chief has a say in what is counted by hand
    chair.follow("职工名册")


def let_in(table: Table) -> list[Hand]:
    """Those with phones come in by the hall's code, the desk writes down the others."""
    chair, room = table.chair, table.room
    chair.follow("打印个人码条")
    hall = urlsplit(chair.page.locator(".qr-link").inner_text()).path
    slips = chair.page.locator("li.qr")
    codes = {n: slips.filter(has_text=n).locator(".qr-code").inner_text() for n, _ in PEOPLE}
    chair.open(room)
    table.stands("审议", "等待签到，到会人数够了才能表决", "职工代表", RULE)
    voters = [Hand(table.pages.phone(), table.server.origin) for _ in range(WITH_PHONES)]
    for voter, (name, number) in zip(voters, PEOPLE, strict=False):
        voter.open(hall)
        voter.fill(工号或姓名=number, 个人码=codes[name])
        voter.press("下一步")
        voter.press(f"我是{name}，进入会场并签到")
    chair.open(room + "staff/")
    for name, _ in PEOPLE[WITH_PHONES:]:
        chair.press(f"登记 {name} 到会")
    chair.open(room)
    return voters


def vote(table: Table, voters: list[Hand]) -> None:
    """The first term, on phones and on paper."""
    chair, title = table.chair, table.term
    recorder = table.phones[table.recorder]
    table.stands("审议", "可以逐条表决了", DESK, RULE)
    chair.press(f"开始表决：{title}")
    table.stands("审议", "请在手机上投票", "职工代表", RULE)
    for voter in voters:
        voter.sees(f"审议“{title}”，您同意吗？")
        voter.vote("赞成")
    for name, _ in PEOPLE[WITH_PHONES:]:
        recorder.follow("发放纸质票")
        recorder.page.get_by_text(f"发给 {name}", exact=True).click()
        recorder.press(f"没有认错，发给 {name}")
        recorder.go_back()
    recorder.follow("登记清点的票数")
    recorder.fill(赞成=str(SIZE - WITH_PHONES), 反对="0", 弃权="0")
    recorder.press("登记")
    chiefs = f"{table.story.chair}、{table.story.employer_chief}"
    table.stands("审议", "等待首席代表确认清点的票数", chiefs, RULE)
    for device in (chair, table.chief):
        device.press("票数没错，我确认")
    table.stands("审议", "票已收齐，可以结束表决", DESK, RULE)
    chair.press("结束表决")
