"""神瑞胶业's whole meeting in real browsers: a chair, a big screen and four phones."""

import hashlib

from tests.e2e.award import AGREED, ASKED, CRITERIA, OFFERED, TERM, tiers
from tests.e2e.browser import Pages
from tests.e2e.hall import Hall
from tests.e2e.papers import words
from tests.server import Server

PLAIN = "何平"  # has JavaScript off


def test_five_tiers_from_the_first_check_in_to_the_archive(server: Server, pages: Pages) -> None:
    hall = Hall(server, pages, "award", without_script=PLAIN)
    hall.gather()
    propose(hall, "李大勇")
    counter(hall, "周志远")
    fail_a_poll(hall)
    counter_again(hall, "王桂芳")
    suspend_and_resume(hall)
    pass_both_polls(hall)
    confirm(hall)
    sign(hall)
    file_digest = download(hall)
    find_again(hall, file_digest)


def propose(hall: Hall, who: str) -> None:
    phone = hall.phone(who)
    phone.titled(f"{TERM}：提出方案")
    phone.follow("提出方案")
    phone.write_terms({}, tiers(ASKED))
    phone.press("提出方案")
    phone.sees("方案已摆上桌面，双方都能看到。")
    hall.everybody_sees("第 1 版", "工艺改进，年节约成本50万元以上", "15,000")
    hall.chair.titled("可以请双方各自表决了")


def counter(hall: Hall, who: str) -> None:
    """The employer offers less, so the chair is asked again whether anybody's rights shrink."""
    phone = hall.phone(who)
    phone.follow("我方有不同方案")
    phone.sees("已填好第 1 版的内容，改您要改的地方。")
    phone.write_terms({}, tiers(OFFERED))
    phone.press("提出方案")
    hall.everybody_sees("第 2 版", "12,000", "-3,000")
    hall.screen.sees("有数字变得对职工不利，等主持人复核程序门槛。")
    hall.chair.rescreen("原来没有这项奖励，与现行做法相比没有职工受损")
    hall.chair.titled("可以请双方各自表决了")
    phone.titled("可以请双方各自表决了")


def fail_a_poll(hall: Hall) -> None:
    """The workers say no. Phones reload, close and reopen in the middle of it, and lose nothing."""
    hall.chair.press("请双方表决")
    chief, worker, employer, plain = (hall.phone(name) for name in hall.phones)
    receipt = chief.vote("反对")
    chief.page.reload()
    assert chief.receipt() == receipt
    chief.sees("您的票已投入票箱", "已投 1 / 应投 2")
    worker.sees("您同意吗？")
    worker.reopen()
    worker.vote("反对")
    chief.sees("已投 2 / 应投 2")
    employer.vote("赞成")
    plain.follow("刷新本页")
    assert plain.vote_plainly("赞成") != receipt
    plain.sees("您的票已投入票箱")
    hall.chair.close_polls()
    hall.screen.sees("未通过")
    for phone in (chief, employer):  # even to the side itself: figures of two would tell who
        phone.titled(f"{TERM}：提出新的方案")
        phone.titled("职工方表决")
        phone.sees("未通过")
        phone.does_not_see("0（须 > 1）")
    hall.chair.titled("等待代表提出新方案")


def counter_again(hall: Hall, who: str) -> None:
    phone = hall.phone(who)
    phone.follow("提出新的方案")
    phone.write_terms({}, tiers(AGREED))
    phone.press("提出方案")
    hall.everybody_sees("第 3 版", "+2,000")
    hall.chair.titled("可以请双方各自表决了")


def suspend_and_resume(hall: Hall) -> None:
    hall.chair.suspend(
        reason="午饭时间到了", at="2031-05-06T14:00", place="三楼会议室", content="接着谈创新奖"
    )
    hall.everybody_sees("休会中", "2031-05-06 14:00", "三楼会议室", "接着谈创新奖")
    hall.chair.press("宣布复会")
    hall.everybody_sees("第 3 版")


def pass_both_polls(hall: Hall) -> None:
    """One phone is offline when it votes: its paper leaves by itself once the network is back."""
    hall.chair.press("请双方表决")
    chief, worker, employer, plain = (hall.phone(name) for name in hall.phones)
    chief.vote("赞成")
    employer.vote("赞成")
    plain.follow("刷新本页")
    plain.vote_plainly("赞成")
    worker.sees("您同意吗？")
    worker.page.context.set_offline(True)
    worker.choose("赞成")
    worker.sees("还没有送到")
    hall.chair.sees("已投 1 / 应投 2")
    worker.page.context.set_offline(False)
    worker.sees("您的票已投入票箱")
    assert worker.receipt()
    hall.pages.forgive("ERR_INTERNET_DISCONNECTED")
    hall.chair.close_polls()
    hall.screen.sees("通过")


def confirm(hall: Hall) -> None:
    """Both chiefs confirm the same text, named by its hash; it is then carried by applause."""
    hashes = {hall.phone(name).confirm() for name in ("王桂芳", "周志远")}
    assert len(hashes) == 1
    hall.chair.titled("可以归纳小结了")
    hall.screen.sees("可以归纳小结了", "已达成")
    hall.chair.acclaim(TERM)
    hall.everybody_sees("已达成")
    hall.phone("李大勇").sees("已记录鼓掌通过")
    hall.chair.press("归纳小结")


def sign(hall: Hall) -> None:
    hall.screen.sees("请签署")
    hall.phone("李大勇").titled("已归纳小结，等待签署")
    hall.phone("王桂芳").sign("王桂芳", touch=True)
    hall.screen.sees("已签署")
    hall.phone("周志远").sign("周志远", touch=False)
    hall.everybody_sees("已签署")


def download(hall: Hall) -> str:
    """The chair fetches the paper: it says what was agreed. The digest of its bytes."""
    hall.chair.titled("已签署，文件已存档")
    content = hall.chair.fetch("下载 Word 文件")
    assert hall.phone("李大勇").fetch("下载 Word 文件") == content
    text = words(content)
    for (rank, criterion), amount in zip(CRITERIA.items(), AGREED, strict=True):
        assert all(word in text for word in (rank, criterion, f"{int(amount):,}"))
    # Both chiefs' phones made keys of their own and, when all had drawn, signed by themselves.
    assert text.count("密钥：由本人手机保管") == 2
    return hashlib.sha256(content).hexdigest()


def find_again(hall: Hall, file_digest: str) -> None:
    hall.chair.search("创新")
    hall.chair.sees("找到 1 份")
    hall.chair.follow("江苏神瑞胶业有限公司关于设立技术创新奖的集体协商会议纪要")
    assert hall.chair.hash() == file_digest
    hall.chair.sees("合理化建议被采纳并实施")
    assert hashlib.sha256(hall.chair.fetch("下载 Word 文件")).hexdigest() == file_digest
