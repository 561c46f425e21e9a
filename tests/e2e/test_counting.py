"""Whoever has no phone votes on paper, or everybody by a show of hands: the recorder counts, both
chiefs confirm, and only then can the ballot end."""

import pytest

from tests.e2e.browser import Pages, barriers
from tests.e2e.phone import PhonePage
from tests.e2e.polls import end_polls, everybody_else_votes, with_a_recorder
from tests.server import Server

FIGURES = "赞成 5、反对 2、弃权 1"


class Table:
    """The recorder's phone and both chiefs'."""

    def __init__(self, server: Server, pages: Pages) -> None:
        ways = server.call(with_a_recorder, "award")
        server.start()
        self.recorder, self.worker, self.employer = (
            self._enter(PhonePage(pages.phone(), server.origin), ways[who])
            for who in ("recorder", "worker", "employer")
        )

    def _enter(self, phone: PhonePage, link: str) -> PhonePage:
        phone.enter(link)
        phone.sees("已连接")
        return phone

    def count(self, *figures: int) -> None:
        for label, figure in zip(("赞成", "反对", "弃权"), figures, strict=True):
            self.recorder.write(label, str(figure))
        assert barriers(self.recorder.page) == []
        self.recorder.press("登记")

    def confirm(self) -> None:
        for chief in (self.worker, self.employer):
            chief.press("票数没错，我确认")


@pytest.fixture
def table(server: Server, pages: Pages) -> Table:
    return Table(server, pages)


def test_papers_are_handed_out_counted_and_confirmed(server: Server, table: Table) -> None:
    table.recorder.follow("发放纸质票")
    for name in (f"工{n}" for n in range(5)):
        table.recorder.page.get_by_text(f"发给 {name}", exact=True).click()
        assert barriers(table.recorder.page) == []
        table.recorder.press(f"没有认错，发给 {name}")
        table.recorder.sees(f"已发给 {name} 一张纸质票。")
    server.call(everybody_else_votes)
    table.recorder.open(table.recorder.link)
    table.recorder.titled("请清点纸质票：职工方")
    table.recorder.follow("登记清点的票数")
    table.count(2, 2, 1)
    table.worker.sees("请确认清点票数：职工方", "合计")
    table.employer.sees("对方的无记名表决，您只核对纸质票的张数。", "发出 5 张")
    assert "反对" not in table.employer.page.locator(".figures").inner_text()
    for chief in (table.worker, table.employer):
        assert barriers(chief.page) == []
    table.confirm()
    server.call(end_polls)
    # Three voted by phone: told what was on the papers, anybody could say what those three chose.
    table.worker.sees("含纸质票，由记录员清点、双方首席代表确认。")
    for chief in (table.worker, table.employer):
        chief.page.reload()
        chief.sees("第 1 版")
        chief.does_not_see("其中纸质票")


def test_hands_are_called_for_counted_and_confirmed(server: Server, table: Table) -> None:
    table.worker.sees("现在请您投票")
    table.recorder.follow("改为举手表决")
    table.recorder.press("改为举手表决")
    table.worker.does_not_see("现在请您投票")
    table.recorder.follow("登记清点的票数")
    table.count(5, 2, 1)
    for chief in (table.worker, table.employer):
        chief.sees("请确认清点票数：职工方")
    table.confirm()
    server.call(end_polls)
    table.worker.sees(f"举手：{FIGURES}，由记录员清点、双方首席代表确认。")
