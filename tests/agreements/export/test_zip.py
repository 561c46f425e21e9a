"""What was found as files: each with its hash, and none of anybody else's."""

import hashlib
import json
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from asgiref.sync import async_to_sync
from django.test import AsyncClient
from django.urls import reverse
from django.utils import timezone

from agreements.archive.actions import change
from agreements.archive.models import Card
from agreements.checking.register import bundle
from agreements.papers.models import Paper
from agreements.verifying.answers import Answer
from agreements.verifying.verify import verify
from negotiate.people.models import Account
from tests.agreements.archive.shelf import chair as chair_of
from tests.agreements.archive.shelf import enterprise, officer, signed
from tests.agreements.export.played import chair, in_ink, played
from tests.visitor import Visitor, signed_in

pytestmark = pytest.mark.django_db
ADDRESS = reverse("export-zip")


def fetched(account: Account, **asked: Any) -> ZipFile:
    answer = signed_in(account).get(ADDRESS, asked)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/zip"
    return ZipFile(BytesIO(answer.getvalue()))


def manifest(packed: ZipFile) -> list[dict[str, Any]]:
    told = json.loads(packed.read("MANIFEST.json"))
    assert told["format"] == "negotiate-export/1"
    agreements: list[dict[str, Any]] = told["agreements"]
    return agreements


def test_every_file_is_listed_with_its_hash() -> None:
    paper = played("award")
    packed = fetched(chair(paper))
    assert packed.testzip() is None
    [told] = manifest(packed)
    assert told["number"] == paper.number
    assert told["title"] == paper.title
    assert told["enterprise"] == paper.enterprise.name
    assert told["signed_on"] == paper.card.signed_on.isoformat()
    assert told["grade"] == "B"
    listed = {one["file"]: one["sha256"] for one in told["files"]}
    assert {name.split("/")[1] for name in listed} == {
        "文件.docx",
        "签署证明.json",
        "签署证明.docx",
    }
    lines = [line.split("  ") for line in packed.read("SHA256SUMS").decode().splitlines()]
    sums = {name: digest for digest, name in lines}
    assert {**listed, "MANIFEST.json": sums["MANIFEST.json"]} == sums
    for name, digest in sums.items():
        assert hashlib.sha256(packed.read(name)).hexdigest() == digest
    assert set(packed.namelist()) == {*sums, "SHA256SUMS"}


def test_papers_come_out_as_they_were_sealed() -> None:
    paper = played("award")
    packed = fetched(chair(paper))
    [docx] = [packed.read(name) for name in packed.namelist() if name.endswith("/文件.docx")]
    assert hashlib.sha256(docx).hexdigest() == paper.sha256
    assert verify(docx, bundle()).answer is Answer.AUTHENTIC


def test_it_is_made_while_it_is_sent() -> None:
    """As a server asks for it: part by part, none before the one before it was taken."""
    paper = played("award")
    client = AsyncClient()
    client.force_login(chair(paper), "django.contrib.auth.backends.ModelBackend")

    async def parts() -> list[bytes]:
        answer: Any = await client.get(ADDRESS)
        assert answer.is_async
        return [part async for part in answer]

    sent = async_to_sync(parts)()
    assert len(sent) == 2
    [told] = manifest(ZipFile(BytesIO(b"".join(sent))))
    assert told["files"]


def test_what_was_signed_in_ink_brings_its_scan() -> None:
    packed = fetched(chair(in_ink()))
    [scan] = [packed.read(name) for name in packed.namelist() if "签字扫描件" in name]
    assert len(ZipFile(BytesIO(scan)).namelist()) == 2


def test_the_same_question_finds_the_same() -> None:
    firm = enterprise("神瑞胶业")
    played("award")
    award, meal = signed(firm, "奖金"), signed(firm, "送餐")
    county = officer(firm.federation)
    assert [one["number"] for one in manifest(fetched(county))] == [meal.number, award.number]
    assert [one["number"] for one in manifest(fetched(county, q="送餐"))] == [meal.number]
    assert manifest(fetched(county, q="没有的词")) == []
    assert signed_in(county).get(ADDRESS, {"since": "x"}).status_code == 422


def test_what_was_ticked_is_taken_and_nothing_else() -> None:
    firm, other = enterprise("神瑞胶业"), enterprise("别家")
    one, foreign = signed(firm, "奖金"), signed(other, "奖金")
    signed(firm, "送餐")
    ticked = [str(one.key), str(foreign.key), "0", "x", "9" * 30]
    told = manifest(fetched(chair_of(firm), q="送餐", pick=ticked))
    assert [each["number"] for each in told] == [one.number]


def test_of_what_others_have_published_no_paper_goes_out() -> None:
    paper = played("award")
    reader = chair_of(enterprise("别家"))
    assert manifest(fetched(reader)) == []
    change(Card.objects.get(), published_on=timezone.localdate())
    packed = fetched(reader)
    [told] = manifest(packed)
    assert told["number"] == paper.number
    assert told["files"] == []
    assert "不在您的查看范围内" in told["withheld"]
    assert packed.namelist() == ["MANIFEST.json", "SHA256SUMS"]


def test_a_paper_that_was_altered_is_withheld_and_the_others_go_out() -> None:
    good, spoilt = played("award"), in_ink()
    Paper.objects.filter(pk=spoilt.pk).update(docx=b"PK other")
    told = {one["number"]: one for one in manifest(fetched(chair(good)))}
    assert told[good.number]["files"]
    assert not told[spoilt.number]["files"]
    assert "摘要不符" in told[spoilt.number]["withheld"]


def test_no_name_leads_out_of_its_folder() -> None:
    paper = played("award")
    firm = paper.enterprise
    firm.name = "../..\\神瑞:胶业/\n."
    firm.save(update_fields=["name"])
    names = fetched(chair(paper)).namelist()[:-2]
    [folder] = {name.split("/")[0] for name in names}
    assert folder.startswith("0001 ")
    assert "神瑞 胶业" in folder
    assert all(name.count("/") == 1 and "\\" not in name for name in names)


def test_a_stranger_signs_in_first() -> None:
    for name in ("export-zip", "export-xlsx"):
        answer = Visitor().get(reverse(name))
        assert answer.status_code == 302
        assert reverse("sign-in") in answer.headers["Location"]
        assert Visitor().post(reverse(name)).status_code == 302


def test_the_list_offers_it_with_the_question_that_was_asked() -> None:
    firm = enterprise("神瑞胶业")
    card = signed(firm, "奖金")
    asked = {"q": "奖金", "grade": "B"}
    text = signed_in(chair_of(firm)).get(reverse("archive"), asked).content.decode()
    assert f'action="{ADDRESS}"' in text
    assert text.count('<input type="hidden" name="q" value="奖金">') == 1
    assert '<input type="hidden" name="grade" value="B">' in text
    assert f'name="pick" value="{card.key}" form="export"' in text
    change(card, published_on=timezone.localdate())
    public = Visitor().get(reverse("published")).content.decode()
    assert ADDRESS not in public
    assert "pick" not in public
