"""A list and its files become agreements in the archive, each once, each with its outcome."""

from collections.abc import Mapping
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import IntegrityError, transaction

from agreements.archive.asked import read
from agreements.archive.models import Card
from agreements.archive.old_cards import follow_time
from agreements.archive.reader import PUBLIC, Reader
from agreements.archive.search import Wish, search
from agreements.old.actions import begin
from agreements.old.kept import old_faults
from agreements.old.models import Import, ImportLine, OldPaper
from agreements.old.particulars import read_lines, sample_list
from agreements.old.settling import bring, settle
from agreements.papers.models import Paper
from agreements.papers.standing import Standing
from negotiate import moment
from negotiate.law.canonical import sha256_of
from negotiate.law.refusal import Refused
from negotiate.people.models import Federation
from negotiate.people.office import Office
from negotiate.rooms.actions.keeping import keep_time
from tests.agreements.archive.shelf import signed
from tests.agreements.old import made

pytestmark = pytest.mark.django_db
TEXT = made.docx(*made.WAGES)


def imported(
    *rows: Mapping[str, str], files: Mapping[str, bytes], under: Federation | None = None
) -> Import:
    """A list taken up, its files brought, and all lines settled."""
    office = Office(under or made.county())
    upload = SimpleUploadedFile("名单.xlsx", made.listed(*rows))
    begun = begin(office, "名单.xlsx", "ab" * 32, read_lines(upload))
    assert bring(begun, files.items()) == []
    while settle(office, begun):
        pass
    return begun


def told(one: Import) -> dict[str, tuple[str, str]]:
    return {line.file: (line.state, str(line.why or "")) for line in one.lines.all()}


def found(reader: Reader, words: str) -> list[str]:
    keys = search(reader, Wish(asked=read(words))).keys
    return list(Card.objects.filter(key__in=keys).values_list("title", flat=True))


@pytest.fixture
def reader(db: None) -> Reader:
    return Reader(frozenset({made.firm().pk}))


def test_a_file_is_found_by_its_words_and_by_what_the_list_says(reader: Reader) -> None:
    cells = {
        "编号": "阜工协〔2019〕12号",
        "职工人数": "320",
        "签字人": "王建国、李秀英",
        "事项": "工资福利",
    }
    days = {"开始日期": "2019年4月1日", "结束日期": "2021-03-31"}
    imported(made.row("甲.docx", **cells, **days), files={"甲.docx": TEXT})
    for words in ("挡车工", "3500", "王建国", "wjg", "阜工协", "甲", "射河纺织 工资"):
        assert found(reader, words) == ["2019年度工资专项集体合同"], words
    assert found(PUBLIC, "挡车工") == []
    card = Card.objects.get()
    assert (card.signed_on, card.workers, card.matter_kind) == (date(2019, 3, 20), 320, "pay")
    assert (card.grade, card.standing, card.procedure, card.kinds, card.published_on) == (
        "O", "expired", "ordinary", "", None,
    )  # fmt: skip
    assert card.old is not None
    assert bytes(card.old.content) == TEXT


def test_a_scan_is_stored_and_marked(reader: Reader) -> None:
    one = imported(made.row("甲.jpg"), files={"甲.jpg": made.picture("JPEG")})
    assert told(one)["甲.jpg"] == ("added", "已存好。是扫描件，里面的文字查不到。")
    (key,) = search(reader, Wish(asked=read("工资专项"))).keys
    card = Card.objects.get(key=key)
    assert card.old is not None
    assert not card.old.is_searched


BAD = {
    "not there.docx": ({"企业名称": "没有这家企业"}, "没有叫“没有这家企业”的企业"),
    "no title.docx": ({"标题": ""}, "没有写标题。"),
    "kind.docx": ({"文件种类": "协议"}, "文件种类“协议”不认识"),
    "day.docx": ({"签订日期": "去年"}, "签订日期要写成日期"),
    "to come.docx": ({"签订日期": "2099-01-01"}, "签订日期还没有到。"),
    "back.docx": ({"开始日期": "2020-01-01", "结束日期": "2019-01-01"}, "结束日期早于开始日期。"),
    "people.docx": ({"职工人数": "很多"}, "要写成数字"),
    "formula.docx": ({"标题": "=1+1"}, "标题"),
}  # fmt: skip


def test_each_bad_line_is_named_and_the_others_are_imported(reader: Reader) -> None:
    rows = [made.row(name, **cells) for name, (cells, _) in BAD.items()]
    one = imported(
        *rows,
        made.row("ok.docx"),
        made.row("ok.docx"),
        made.row("broken.docx"),
        made.row("old.doc"),
        made.row("missing.pdf"),
        files={"ok.docx": TEXT, "broken.docx": TEXT[:900], "old.doc": b"\xd0\xcf\x11\xe0 word"},
    )
    said = {line.number: (line.state, str(line.why or "")) for line in one.lines.all()}
    for (state, why), (_, expected) in zip(said.values(), BAD.values(), strict=False):
        assert state == "refused"
        assert expected in why
    assert [state for state, _ in list(said.values())[-5:]] == [
        "added", "refused", "refused", "refused", "awaited",
    ]  # fmt: skip
    assert said[11] == ("refused", "第 10 行已经写了这个文件。")
    assert "已损坏" in said[12][1]
    assert "另存为 .docx" in said[13][1]
    assert Card.objects.count() == 1


def test_the_same_bytes_are_stored_once_under_a_federation(reader: Reader) -> None:
    other = made.firm("阜宁县钢铁有限公司")
    paper, made_here = signed(other, "技术创新奖").paper, made.docx("做过的")
    assert paper is not None
    Paper.objects.filter(pk=paper.pk).update(sha256=sha256_of(made_here))
    one = imported(
        made.row("甲.docx"),
        made.row("乙.docx", 标题="另一份", 企业名称=other.name),
        made.row("丙.docx"),
        files={"甲.docx": TEXT, "乙.docx": TEXT, "丙.docx": made_here},
    )
    same = f"和“2019年度工资专项集体合同”（{made.FIRM}）的文件一模一样，没有再存。"
    assert told(one)["乙.docx"] == ("duplicate", same)
    assert told(one)["丙.docx"][0] == "duplicate"
    assert paper.title in told(one)["丙.docx"][1]
    assert OldPaper.objects.count() == 1


def test_another_federation_learns_nothing_of_ours(reader: Reader) -> None:
    imported(made.row("甲.docx"), files={"甲.docx": TEXT})
    far = Federation.objects.create(name="霍山县总工会")
    made.firm("霍山茶厂", under=far)
    row = made.row("甲.docx", 企业名称="霍山茶厂")
    strange = made.row("乙.docx")
    one = imported(row, strange, files={"甲.docx": TEXT}, under=far)
    assert told(one)["甲.docx"][0] == "added"
    assert told(one)["乙.docx"][0] == "refused"
    assert OldPaper.objects.count() == 2


def test_a_list_that_comes_again_goes_on_and_tries_again_what_was_refused(reader: Reader) -> None:
    rows = [made.row("甲.docx"), made.row("乙.docx", 企业名称="射河印染（集团）有限公司")]
    first = imported(*rows, files={"甲.docx": TEXT})
    assert told(first)["乙.docx"][0] == "refused"
    made.firm("射河印染(集团)有限公司")
    again = imported(*rows, files={"甲.docx": TEXT, "乙.docx": made.docx("乙")})
    assert again == first
    assert [state for state, _ in told(again).values()] == ["added", "added"]
    assert Card.objects.count() == 2


def test_files_that_no_line_names_are_told(reader: Reader) -> None:
    office = Office(made.county())
    begun = begin(office, "a", "cd" * 32, {2: made.row("2019/甲.docx")})
    assert bring(begun, [("丁.docx", TEXT), ("甲.docx", TEXT)]) == ["丁.docx"]
    assert begun.lines.get().state == ImportLine.State.BROUGHT


def test_the_database_lets_no_card_be_of_two_papers_or_of_none(reader: Reader) -> None:
    imported(made.row("甲.docx"), files={"甲.docx": TEXT})
    with pytest.raises(IntegrityError), transaction.atomic():
        Card.objects.update(old=None)


def test_the_book_tells_what_was_added(reader: Reader) -> None:
    imported(made.row("甲.docx"), files={"甲.docx": TEXT})
    assert list(old_faults(made.county()).values()) == [[], []]
    OldPaper.objects.update(content=b"another")
    assert list(old_faults(made.county()).values())[1] == ["甲.docx is not as the book says"]


def test_the_sample_is_a_list_that_is_taken() -> None:
    lines = read_lines(SimpleUploadedFile("名单.csv", sample_list().encode()))
    assert [cells["标题"] for cells in lines.values()] == [
        "2019年度工资专项集体合同",
        "职工食堂用餐会议纪要",
    ]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", "姓名,工号\n甲,1".encode()])
def test_what_is_no_list_is_refused_whole(content: bytes) -> None:
    with pytest.raises(Refused):
        read_lines(SimpleUploadedFile("名单.csv", content))


def command(path: Path, under: str = made.COUNTY) -> str:
    out = StringIO()
    call_command("import_agreements", str(path), "--federation", under, stdout=out)
    return out.getvalue()


def test_a_zip_from_the_command_line(reader: Reader, tmp_path: Path) -> None:
    rows = [made.row("甲.docx"), made.row("b/乙.docx", 标题="乙"), made.row("没有.pdf")]
    path = tmp_path / "old.zip"
    files = {"a/甲.docx": TEXT, "a/乙.docx": b"", "b/乙.docx": made.docx("乙方")}
    path.write_bytes(made.packed(made.listed(*rows), files))
    said = command(path)
    assert "3/3  added 2, there already 0, refused 1" in said
    assert "4 没有.pdf: 压缩包里没有这个文件。" in said
    assert "added 2" in command(path)
    assert Card.objects.count() == 2
    with pytest.raises(CommandError):
        command(path, "没有")
    path.write_bytes(b"no zip")
    with pytest.raises(CommandError, match="压缩包打不开"):
        command(path)


def test_names_as_chinese_windows_packs_them(reader: Reader, tmp_path: Path) -> None:
    path = tmp_path / "old.zip"
    path.write_bytes(made.packed(made.listed(made.row("甲.docx")), {"甲.docx": TEXT}, in_gbk=True))
    assert "1/1  added 1" in command(path)


def test_an_old_contract_is_over_when_its_days_are(reader: Reader) -> None:
    end = moment.today().isoformat()
    imported(made.row("甲.docx", 结束日期=end), files={"甲.docx": TEXT})
    assert (follow_time(), Card.objects.get().standing) == (0, Standing.SIGNED)
    with moment.travelling():
        moment.move(timedelta(days=1))
        assert keep_time()["failed"] == 0
        assert Card.objects.get().standing == Standing.EXPIRED
