"""The pages of imports: an officer's list and files, how far it is, and the clauses confirmed."""

import csv
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agreements.archive.models import Card, Clause
from agreements.old.models import Import, ImportLine, OldPaper
from negotiate.people.models import Federation
from negotiate.record.chain import faults, read
from tests.agreements.archive.shelf import chair
from tests.agreements.old import made
from tests.visitor import Visitor, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.on_one_database]
TEXT = made.docx(*made.WAGES)


@pytest.fixture
def officer(db: None) -> Visitor:
    made.firm()
    return signed_in(made.officer())


def page(visitor: Visitor, name: str, *about: object) -> str:
    answer = visitor.get(reverse(name, args=about))
    assert answer.status_code == 200
    return b"".join(answer).decode()


def post(visitor: Visitor, name: str, *about: object, **fields: Any) -> Any:
    return visitor.post(reverse(name, args=about), fields, follow=True)


def bring_list(visitor: Visitor, *rows: dict[str, str]) -> Import:
    file = SimpleUploadedFile("名单.xlsx", made.listed(*rows))
    answer = post(visitor, "imports", list=file)
    assert answer.redirect_chain
    return Import.objects.get()


def test_a_list_then_its_files_then_the_button_until_all_is_done(officer: Visitor) -> None:
    one = bring_list(officer, made.row("甲.docx"), made.row("乙.png"), made.row("丙.docx"))
    assert "等文件" in page(officer, "import", one.pk)
    files = {"甲.docx": TEXT, "乙.png": made.picture(), "丁.docx": TEXT}
    uploads = [SimpleUploadedFile(name, content) for name, content in files.items()]
    said = post(officer, "import", one.pk, files=uploads).content.decode()
    assert "名单里没有这些文件，没有收下：丁.docx" in said
    assert "继续（还有 2 份）" in said
    said = post(officer, "import-go-on", one.pk).content.decode()
    assert "<b>2</b> / 3 份有了结果" in said
    assert "其中 1 份是扫描件，文字查不到" in said
    assert "继续（" not in said
    assert "条款待确认" in said


def test_all_in_one_zip(officer: Visitor) -> None:
    rows = [made.row("甲.docx"), made.row("乙.docx", 标题="")]
    whole = made.packed(made.listed(*rows), {"甲.docx": TEXT})
    post(officer, "imports", list=SimpleUploadedFile("旧文件.zip", whole))
    one = Import.objects.get()
    assert "继续（还有 1 份）" in page(officer, "import", one.pk)
    post(officer, "import-go-on", one.pk)
    said = page(officer, "import", one.pk)
    assert "已完成" in said
    assert "第 3 行 乙.docx" in said
    assert "没有写标题。" in said
    rows_told = list(csv.reader(StringIO(page(officer, "import-outcome", one.pk).lstrip("\ufeff"))))
    assert rows_told[1:] == [
        ["2", "甲.docx", made.FIRM, "已导入", ""],
        ["3", "乙.docx", made.FIRM, "有问题", "没有写标题。"],
    ]
    assert "旧文件.zip" in page(officer, "imports")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.zip", b"no zip"), ("a.zip", made.packed(b"", {})), ("a.xlsx", b"PK"), ("a.csv", b"\xff")],
)
def test_what_is_no_list_is_told_and_begins_nothing(
    officer: Visitor, name: str, content: bytes
) -> None:
    answer = post(officer, "imports", list=SimpleUploadedFile(name, content or b" "))
    assert answer.status_code == 422
    assert not Import.objects.exists()


def test_a_zip_that_would_fill_the_disk_is_refused(officer: Visitor) -> None:
    whole = BytesIO()
    with ZipFile(whole, "w", ZIP_DEFLATED) as packed:
        packed.writestr("名单.xlsx", made.listed(made.row("0.docx")))
        for number in range(20):
            packed.writestr(f"{number}.docx", bytes(6_000_000))
    answer = post(officer, "imports", list=SimpleUploadedFile("a.zip", whole.getvalue()))
    assert "压缩包解开以后太大" in answer.content.decode()
    assert not Import.objects.exists()


def settled(officer: Visitor, content: bytes = TEXT, name: str = "甲.docx") -> Card:
    one = bring_list(officer, made.row(name))
    post(officer, "import", one.pk, files=SimpleUploadedFile(name, content))
    post(officer, "import-go-on", one.pk)
    return Card.objects.get()


def clauses(*said: tuple[str, str, bool]) -> dict[str, str]:
    form = {"form-TOTAL_FORMS": str(len(said)), "form-INITIAL_FORMS": "0"}
    for number, (heading, text, join) in enumerate(said):
        form |= {f"form-{number}-heading": heading, f"form-{number}-text": text}
        if join:
            form[f"form-{number}-join"] = "on"
    return form


def test_clauses_are_proposed_corrected_and_confirmed(officer: Visitor) -> None:
    card = settled(officer)
    said = page(officer, "archive-paper", card.pk)
    assert "条款还没有人确认" in said
    assert "挡车工每月不低于3500元。" in said
    assert "旧文件（系统外签署）" in said
    proposal = page(officer, "old-clauses", card.pk)
    assert "第二条　发放时间" in proposal
    answer = post(
        officer,
        "old-clauses",
        card.pk,
        **clauses(
            ("工资标准", "挡车工每月不低于3600元。", False),
            ("", "夜班另加。", True),
            ("发放", "每月15日。\n\n有效期\n两年。", False),
            ("", "", False),
        ),
    )
    assert "条款已确认" in answer.content.decode()
    assert list(Clause.objects.values_list("kind", "heading", "text")) == [
        ("text", "工资标准", "挡车工每月不低于3600元。\n夜班另加。"),
        ("text", "发放", "每月15日。"),
        ("text", "有效期", "两年。"),
    ]
    for word, total in (("3600", 1), ("夜班", 1), ("甲方", 0), ("遇", 0), ("挡车", 1), ("3500", 0)):
        found = officer.get(reverse("archive"), {"q": word}).context["found"]
        assert found.total == total, word
    assert Card.objects.get().kinds == "text"
    assert "夜班另加" in page(officer, "old-clauses", card.pk)
    book = Import.objects.get().book
    assert [act["action"] for act in read(book)] == [
        "begin_import", "add_old_paper", "confirm_clauses",
    ]  # fmt: skip
    assert list(faults(book)) == []


def test_clauses_that_say_nothing_are_refused(officer: Visitor) -> None:
    card = settled(officer)
    answer = post(officer, "old-clauses", card.pk, **clauses(("", "", False)))
    assert answer.status_code == 422
    assert "至少要有一条" in answer.content.decode()
    assert Clause.objects.get().kind == ""


def test_a_scan_is_typed_off(officer: Visitor) -> None:
    card = settled(officer, made.picture(), "甲.png")
    assert "扫描件：里面的文字查不到" in page(officer, "archive-paper", card.pk)
    assert "扫描件：里面的文字查不到" in page(officer, "archive")
    post(officer, "old-clauses", card.pk, **clauses(("第一条", "挡车工涨薪。", False)))
    found = officer.get(reverse("archive"), {"q": "挡车工"}).context["found"]
    assert found.total == 1
    assert "文字查不到" not in page(officer, "archive")


def test_the_enterprise_reads_and_others_do_not(officer: Visitor) -> None:
    card = settled(officer)
    one = Import.objects.get()
    assert card.old is not None
    ours = signed_in(chair(card.enterprise))
    file = ours.get(reverse("old-file", args=(card.pk,)))
    assert b"".join(file) == TEXT
    assert "attachment" in file.headers["Content-Disposition"]
    assert "确认条款" not in page(ours, "archive-paper", card.pk)
    far = Federation.objects.create(name="霍山县总工会")
    foreign = signed_in(made.officer(far))
    for visitor, names in ((ours, ("old-clauses",)), (foreign, ("old-clauses", "old-file"))):
        for name in names:
            assert visitor.get(reverse(name, args=(card.pk,))).status_code == 404
    for visitor in (ours, foreign):
        for name in ("import", "import-outcome"):
            assert visitor.get(reverse(name, args=(one.pk,))).status_code == 404
        assert visitor.post(reverse("import-go-on", args=(one.pk,))).status_code == 404
        assert visitor.post(reverse("import", args=(one.pk,))).status_code == 404
    assert OldPaper.objects.count() == ImportLine.objects.count() == 1
