"""The public page: anybody uploads a paper and is told what it is."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from agreements.checking.register import registered
from agreements.papers.models import Paper
from agreements.papers.package import pack, unpack
from agreements.papers.reading import full_text
from agreements.signing import authorities
from negotiate.law.words import Side
from tests.negotiate.meeting import Meeting


def completed(meeting: Meeting) -> Paper:
    for side in Side:
        meeting.sign(side)
    return Paper.objects.get(room=meeting.room)


def asked(client: Client, content: bytes) -> str:
    file = SimpleUploadedFile("纪要.docx", content)
    answer = client.post(reverse("verify"), {"file": file})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_stranger_learns_that_the_sealed_paper_is_genuine(
    summed: Meeting, client: Client
) -> None:
    paper = completed(summed)
    page = asked(client, bytes(paper.docx or b""))
    assert "真实完整" in page
    assert paper.number in page
    for signature in paper.signatures.all():
        assert signature.seat.person.name in page


def test_a_changed_paper_is_shown_with_the_line_that_was_changed(
    summed: Meeting, client: Client
) -> None:
    parts = unpack(bytes(completed(summed).docx or b""))
    text = parts["word/document.xml"].decode()
    assert "30,000" in text
    parts["word/document.xml"] = text.replace("30,000", "31,000", 1).encode()
    page = asked(client, pack(parts))
    assert "已被篡改" in page
    assert "<del>0</del>" in page
    assert "<ins>1</ins>" in page


def test_what_is_no_word_file_is_answered_too(db: None, client: Client) -> None:
    assert "已被篡改" in asked(client, b"something else")


def test_an_empty_file_is_refused_in_a_sentence(db: None, client: Client) -> None:
    answer = client.post(reverse("verify"), {"file": SimpleUploadedFile("a.docx", b"")})
    assert answer.status_code == 422
    assert "空文件" in answer.content.decode()


def test_nothing_of_an_upload_is_kept(summed: Meeting, client: Client) -> None:
    docx = bytes(completed(summed).docx or b"")
    before = {paper.pk: paper.sha256 for paper in Paper.objects.all()}
    asked(client, docx)
    assert {paper.pk: paper.sha256 for paper in Paper.objects.all()} == before


def test_whoever_asks_without_end_is_asked_to_wait(db: None, client: Client) -> None:
    file = {"file": SimpleUploadedFile("a.docx", b"x")}
    statuses = {client.post(reverse("verify"), file).status_code for _ in range(125)}
    assert statuses == {200, 422}


def test_the_roots_are_given_to_anybody(summed: Meeting, client: Client) -> None:
    completed(summed)
    assert client.get(reverse("roots")).content == b"".join(authorities.roots())


def test_the_text_of_the_register_is_that_of_the_paper(summed: Meeting) -> None:
    paper = completed(summed)
    (one,) = registered(paper.number)
    said = full_text(bytes(paper.docx or b"")).replace("\t", "\n").split("\n")
    assert list(one.lines) == [line for line in said if line.strip()]
    assert len(one.certificates) == len(one.seals) == 3
