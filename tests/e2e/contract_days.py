"""A contract in the browser, from the two signatures to the day after it was made known."""

from negotiate.law.enclosed import Enclosure
from tests.e2e.opening_talks import DESK
from tests.e2e.table import DAY, Table

AUTHORITY = "阜宁县人力资源和社会保障局"


def sign(table: Table) -> None:
    """The union chair signs by mouse, the employer's chief by finger."""
    told = table.story
    article = "《集体合同规定》第三十七条"
    table.stands("签合同", "双方首席代表签订合同", "双方首席代表", article)
    table.chair.sign(told.chair, touch=False, by="看全文并签订")
    table.chief.sees("已签署")
    table.chief.sign(told.employer_chief, touch=True, by="看全文并签订")


def file(table: Table) -> None:
    """The pack goes to the authority; what comes back starts the time for objections."""
    chair = table.chair
    table.stands("报送审查", "报送人力资源社会保障部门审查", DESK, due=DAY)
    chair.follow("登记报送")
    chair.fill(报送给哪个部门=AUTHORITY)
    for box in chair.page.get_by_role("checkbox").all():
        box.check()
    chair.sees(Enclosure.MINUTES.label)
    chair.press("登记报送")
    table.stands("报送审查", "登记人社部门收到合同的日期", DESK)
    chair.follow("登记收件")
    chair.fill(人社部门哪天收到的=table.day(0))
    chair.press("登记收件")
    title = "等待审查，到期没有异议就生效"
    table.stands("报送审查", title, "人力资源社会保障部门", "《劳动合同法》第五十四条", due=DAY)


def take_effect(table: Table) -> None:
    """Nobody objects in time: time itself lets it take effect, and it is made known."""
    table.later(30)
    table.server.manage("keep_time")
    table.stands("公布履行", "向全体职工公布", DESK, due=DAY)


def publish(table: Table) -> None:
    chair = table.chair
    chair.follow("登记公布")
    chair.fill(哪天公布的=table.day(0), 在哪里公布="厂务公开栏和企业微信群")
    chair.press("登记公布")
    for device in (chair, *table.phones.values()):
        device.stands("公布履行", "合同履行中", "厂务公开栏和企业微信群")
    assert chair.fetch("下载 Word 文件") == table.chief.fetch("下载 Word 文件")
