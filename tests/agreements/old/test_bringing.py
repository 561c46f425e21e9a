"""A file goes to the line that it is for, or to none."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from agreements.archive.models import Card
from agreements.old.actions import begin
from agreements.old.bundle import Bundle
from agreements.old.models import Import, ImportLine
from agreements.old.particulars import read_lines
from agreements.old.reach import enterprises_named
from agreements.old.settling import bring, bring_bundle, settle
from negotiate.people.office import Office
from tests.agreements.old import made

pytestmark = pytest.mark.django_db
OTHER = "阜宁县钢铁有限公司"


@pytest.fixture
def office(db: None) -> Office:
    made.firm()
    made.firm(OTHER)
    return Office(made.county())


def begun(office: Office, *rows: dict[str, str]) -> Import:
    upload = SimpleUploadedFile("名单.xlsx", made.listed(*rows))
    return begin(office, "名单.xlsx", "ab" * 32, read_lines(upload))


def settled(office: Office, one: Import) -> dict[int, tuple[str, bytes]]:
    """By the number of each line what became of it, and the bytes that are kept of it."""
    while settle(office, one):
        pass
    lines = ImportLine.objects.filter(of=one).select_related("paper")
    return {
        line.number: (line.state, bytes(line.paper.content) if line.paper else b"")
        for line in lines
    }


def test_two_of_one_name_in_two_folders_are_not_mixed_up(office: Office) -> None:
    one = begun(office, made.row("2019/甲.docx"), made.row("2020/甲.docx", 企业名称=OTHER))
    content = made.docx("钢铁公司的合同")
    assert bring(one, [("甲.docx", content)]) == ["甲.docx"]
    assert bring(one, [("2020/甲.docx", content)]) == []
    assert settled(office, one) == {2: ("awaited", b""), 3: ("added", content)}
    assert Card.objects.get().enterprise.name == OTHER


def test_of_a_zip_a_line_gets_its_own_file(office: Office) -> None:
    one = begun(office, made.row("2019/甲.docx"), made.row("甲.docx", 企业名称=OTHER))
    content = made.docx("钢铁公司的合同")
    bring_bundle(one, Bundle(BytesIO(made.packed(b"", {"甲.docx": content}))))
    assert settled(office, one) == {2: ("awaited", b""), 3: ("added", content)}


def test_a_line_that_was_corrected_gets_the_file_and_not_the_wrong_one(office: Office) -> None:
    one = begun(office, made.row("甲.docx", 标题=""), made.row("甲.docx"))
    content = made.docx("合同")
    assert bring(one, [("甲.docx", content)]) == []
    assert settled(office, one) == {2: ("refused", b""), 3: ("added", content)}


def test_what_is_brought_again_is_no_stranger_and_changes_nothing(office: Office) -> None:
    one = begun(office, made.row("甲.docx"))
    content = made.docx("合同")
    assert bring(one, [("甲.docx", content)]) == []
    outcome = settled(office, one)
    assert bring(one, [("甲.docx", made.docx("另一份"))]) == []
    assert settled(office, one) == outcome


def test_a_name_is_that_of_the_enterprise_that_is_written_so(office: Office) -> None:
    wide, narrow = made.firm("海昌（集团）"), made.firm("海昌(集团)")
    named = enterprises_named(office.federation, [wide.name, narrow.name])
    assert named == {wide.name: wide, narrow.name: narrow}


def test_a_name_with_signs_that_nobody_sees_is_the_name(office: Office) -> None:
    one = begun(office, made.row("甲.docx", 企业名称=f"\u200b{OTHER}"))
    assert [line.state for line in one.lines.all()] == ["awaited"]


def test_the_database_opens_an_old_file_to_nobody(office: Office) -> None:
    one = begun(office, made.row("甲.docx"))
    bring(one, [("甲.docx", made.docx("合同"))])
    settled(office, one)
    card = Card.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Card.objects.filter(pk=card.pk).update(published_on=card.signed_on)
