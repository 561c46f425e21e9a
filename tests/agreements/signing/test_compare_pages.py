"""The pages of ink: what comes is kept as it is and shown as a picture; who sees, who answers; all
of it without a script."""

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from PIL import Image

from agreements.signing.comparing import points_of
from agreements.signing.pictures import BOX
from agreements.signing.scan_models import Finding, Scan, ScanFile, ScanPicture
from negotiate.law.words import Side
from negotiate.people.models import Seat
from tests.agreements.signing.scanned import PDF, agree, bring, newest, picture
from tests.negotiate.meeting import Meeting
from tests.visitor import Visitor, seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER
PNG, JPEG = picture("PNG"), picture("JPEG")


@pytest.fixture
def desk(summed: Meeting) -> Visitor:
    return signed_in(summed.account)


def at(seat: Seat, name: str, *more: int) -> str:
    return reverse(name, args=[seat.pk, *more])


def upload(*contents: bytes) -> dict[str, list[SimpleUploadedFile]]:
    return {"scan": [SimpleUploadedFile("p", content) for content in contents]}


def page(visitor: Visitor | Client, path: str) -> str:
    answer = visitor.get(path, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_whole_path_without_a_script(summed: Meeting, desk: Visitor) -> None:
    """By forms alone: brought, put in order, compared, completed."""
    seat = summed.chair
    assert "去逐处比对" not in page(desk, at(seat, "paper-scan"))
    told = desk.post(at(seat, "paper-scan"), upload(PNG, JPEG), follow=True).content.decode()
    assert "还没有完成签署" in told
    last = ScanFile.objects.get(media_type="image/jpeg")
    desk.post(at(seat, "paper-scan-page", last.pk), {"do": "up"})
    assert list(ScanFile.objects.values_list("media_type", flat=True)) == [
        "image/jpeg",
        "image/png",
    ]
    compare = at(seat, "paper-compare")
    edition = re.search(r'name="edition" value="(\d+)"', page(desk, compare))
    assert edition
    points = points_of(newest(seat))
    own = [point.key for point in points if not point.side]
    for number, key in enumerate(own, 1):
        answer = desk.post(compare, {"point": key, "edition": edition[1]})
        following = own[number] if number < len(own) else "end"
        assert answer.headers["Location"] == f"{compare}#{following}"
        assert f"{number}/{len(points)}" in page(desk, compare)
    for chief in map(summed.chief, Side):
        phone, path = seated(chief), at(chief, "paper-compare")
        for point in (point for point in points if point.side == chief.side):
            assert f'name="point" value="{point.key}"' in page(phone, path)
            phone.post(path, {"point": point.key, "edition": edition[1]})
    desk.post(at(seat, "paper-scan-accept"), {"edition": edition[1]})
    assert newest(seat).grade == "C"
    assert "已比对相符，签署完成" in page(
        seated(summed.other(E)), at(summed.other(E), "paper-compare")
    )


def test_what_differs_blocks_and_the_page_says_what_to_do(summed: Meeting, desk: Visitor) -> None:
    scan, chief = bring(summed.chair), summed.chief(E)
    agree(summed.chair)
    said = {"point": "clause-1", "edition": scan.edition, "differs": "三等奖写成了2000元"}
    seated(chief).post(at(chief, "paper-compare"), said)
    shown = page(desk, at(summed.chair, "paper-compare"))
    assert "有 1 处不相符，不能用这份扫描件完成" in shown
    assert "三等奖写成了2000元" in shown
    assert "换掉那一页" in shown
    assert 'action="' + at(summed.chair, "paper-scan-accept") not in shown


def test_an_answer_without_what_differs_is_no_answer(summed: Meeting, desk: Visitor) -> None:
    scan = bring(summed.chair)
    said = {"point": "title", "edition": scan.edition, "differs": " "}
    answer = desk.post(at(summed.chair, "paper-compare"), said, follow=True)
    assert "请用一句话写明哪里不符" in answer.content.decode()
    assert not Finding.objects.exists()


@pytest.mark.parametrize("given", ["", "x", "-1", "٣", "9" * 30])
def test_an_edition_is_a_number_that_a_page_has_shown(
    summed: Meeting, desk: Visitor, given: str
) -> None:
    bring(summed.chair)
    answer = desk.post(
        at(summed.chair, "paper-compare"), {"point": "title", "edition": given}, follow=True
    )
    assert "扫描件刚换过页" in answer.content.decode()


def test_who_is_in_the_room_sees_all_and_answers_nothing(summed: Meeting) -> None:
    scan, other = bring(summed.chair, PNG), summed.other(W)
    phone, shown = seated(other), at(other, "paper-compare")
    assert "去看比对" in page(phone, at(other, "seat"))
    assert "签字扫描件已上传" in page(phone, at(other, "paper"))
    seen = page(phone, shown)
    assert "由主持人和双方首席代表比对" in seen
    assert 'name="point"' not in seen
    assert at(other, "paper-scan-picture", ScanPicture.objects.get().pk) in seen
    told = phone.post(shown, {"point": "title", "edition": scan.edition}, follow=True)
    assert "只有" in told.content.decode()
    assert not Finding.objects.exists()


def test_only_who_may_upload_has_the_page_of_the_files(summed: Meeting, desk: Visitor) -> None:
    bring(summed.chair, PNG)
    file = ScanFile.objects.get().pk
    for seat in (summed.chief(W), summed.chief(E), summed.other(E)):
        phone = seated(seat)
        assert phone.get(at(seat, "paper-scan")).status_code == 404
        phone.post(at(seat, "paper-scan"), upload(JPEG))
        phone.post(at(seat, "paper-scan-page", file), {"do": "out"})
        phone.post(at(seat, "paper-scan-page", file), upload(JPEG))
        phone.post(at(seat, "paper-scan-discard"))
        phone.post(at(seat, "paper-scan-accept"), {"edition": Scan.objects.get().edition})
    assert ScanFile.objects.get().pk == file
    assert not newest(summed.chair).is_complete
    assert "去逐处比对" in page(desk, at(summed.chair, "paper-scan"))


def test_another_rooms_pages_are_nobodys_here(summed: Meeting, desk: Visitor) -> None:
    bring(summed.chair, PNG)
    other = Meeting("caterer")
    other.open()
    seat = other.chief(W)
    file, shown = ScanFile.objects.get().pk, ScanPicture.objects.get().pk
    phone = seated(seat)
    for name, number in (("paper-scan-page", file), ("paper-scan-picture", shown)):
        assert phone.get(at(seat, name, number)).status_code == 404
        assert desk.get(at(summed.chair, name, number)).status_code == 200
        assert desk.get(at(summed.chair, name, number + 9)).status_code == 404


def test_without_a_draft_there_is_nothing_to_compare(summed: Meeting, desk: Visitor) -> None:
    assert desk.get(at(summed.chair, "paper-compare")).status_code == 404
    assert "看比对" not in page(desk, at(summed.chair, "seat"))


@pytest.mark.parametrize(
    ("content", "kind"), [(PNG, "image/png"), (JPEG, "image/jpeg"), (PDF, "application/pdf")]
)
def test_what_came_is_only_ever_a_download(
    summed: Meeting, desk: Visitor, content: bytes, kind: str
) -> None:
    bring(summed.chair, content)
    answer = desk.get(at(summed.chair, "paper-scan-page", ScanFile.objects.get().pk))
    assert (answer.content, answer.headers["Content-Type"]) == (content, kind)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def laid(kind: str = "JPEG") -> bytes:
    """A page that a phone kept on its side: red above, blue below, once turned."""
    upright = Image.new("RGB", (3000, 4000), "red")
    upright.paste("blue", (0, 2000, 3000, 4000))
    exif = Image.Exif()
    exif[0x112] = 6
    exif[0x10E] = "where it was taken"
    packed = BytesIO()
    upright.transpose(Image.Transpose.ROTATE_90).save(packed, kind, exif=exif)
    return packed.getvalue()


def test_a_picture_is_shown_upright_small_and_of_our_own_making(
    summed: Meeting, desk: Visitor
) -> None:
    bring(summed.chair, laid())
    answer = desk.get(at(summed.chair, "paper-scan-picture", ScanPicture.objects.get().pk))
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert b"where it was taken" not in answer.content
    with Image.open(BytesIO(answer.content)) as shown:
        assert shown.width <= BOX[0]
        assert shown.height <= BOX[1]
        assert shown.height > shown.width
        above, below = (shown.getpixel((50, y)) for y in (50, shown.height - 50))
        assert isinstance(above, tuple)
        assert isinstance(below, tuple)
        assert min(above[0], below[2]) > 200


def test_ink_on_a_transparent_ground_is_seen(summed: Meeting) -> None:
    clear = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    packed = BytesIO()
    clear.save(packed, "PNG")
    bring(summed.chair, packed.getvalue())
    with Image.open(BytesIO(bytes(ScanPicture.objects.get().content))) as shown:
        assert shown.getpixel((50, 50)) == (255, 255, 255)


def test_a_file_too_large_and_a_choice_of_nothing_are_refused_in_a_sentence(
    summed: Meeting, desk: Visitor
) -> None:
    path = at(summed.chair, "paper-scan")
    for given, said in ((upload(PDF + bytes(8_000_000)), "8 MB"), ({}, "请先选照片")):
        answer = desk.post(path, given, follow=True)
        assert said in answer.content.decode()
    bring(summed.chair, PNG)
    file = ScanFile.objects.get().pk
    change = at(summed.chair, "paper-scan-page", file)
    for given in ({}, upload(PDF, JPEG)):
        assert "请选一个文件" in desk.post(change, given, follow=True).content.decode()
    assert ScanFile.objects.get().pk == file
