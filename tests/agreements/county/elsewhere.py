"""What is done, and looked at, on the installation that a county comes from."""

import hashlib
import re
from pathlib import Path
from typing import Any, NamedTuple

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from agreements.archive.models import Card
from agreements.checking.register import bundle
from agreements.old.actions import begin, confirm
from agreements.old.particulars import read_lines
from agreements.old.settling import bring, settle
from agreements.old.splitting import Proposed
from agreements.papers.models import Paper
from agreements.scenarios.opening import COUNTY
from agreements.verifying.verify import verify
from negotiate.ballots.models import BallotPaper
from negotiate.people.models import Account, Enterprise, Federation, Seat
from negotiate.people.office import Office
from tests.agreements.export.played import in_ink, played
from tests.agreements.old import made

QUERIES = ("", "奖", "工资", "师带徒", "≥1000元", "2026", "-送餐", "fn", "宣布开会")
_ANEW = re.compile(r'(csrfmiddlewaretoken" value|nonce)="[^"]*"')
"""What is another in each answer."""


class Elsewhere(NamedTuple):
    """The file that came from there, what was shown there, and what had to stay there."""

    file: Path
    shown: dict[str, Any]
    secrets: list[str]
    staff: list[str]


def fill() -> None:
    """Both procedures, both grades, a sector; with ballots, and a staff on a roll."""
    for name in ("award", "wages", "sector"):
        played(name)
    in_ink()
    _old_files()


def _old_files() -> None:
    """One whose clauses a person has confirmed, one unconfirmed, a scan; lines that wait or are
    wrong."""
    county = Federation.objects.get(name=COUNTY)
    firm = Enterprise.objects.filter(federation__in=county.reach()).order_by("pk")[0].name
    names = ("甲.docx", "乙.docx", "丙.jpg", "丁.docx")
    rows = [made.row(name, 企业名称=firm) for name in (*names, "戊.docx")]
    upload = SimpleUploadedFile("名单.xlsx", made.listed(*rows, made.row("己.docx", 标题="")))
    account = Account.objects.create_user("keeper", name="周敏", federation=county)
    office = Office(county, account)
    one = begin(office, "名单.xlsx", "ab" * 32, read_lines(upload))
    content = (made.docx(*made.WAGES), made.docx("乙"), made.picture("JPEG"))
    bring(one, zip(names, content, strict=False))
    while settle(office, one):
        pass
    bring(one, [("丁.docx", made.docx("还没有导入"))])
    card = Card.objects.get(old__name="甲.docx")
    confirm(account, card, [Proposed("工资标准", "挡车工每月不低于3500元。")])


def shown() -> dict[str, Any]:
    """What an officer of the county sees and fetches of each agreement."""
    county = Federation.objects.get(name=COUNTY)
    officer, _ = Account.objects.get_or_create(
        username="officer", defaults={"name": "王芳", "federation": county}
    )
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(officer, "django.contrib.auth.backends.ModelBackend")
    found = {query: _found(client, query) for query in QUERIES}
    return {
        "found": found,
        "papers": [_paper(client, card) for card in Card.objects.filter(old=None)],
        "old": [_old(client, card) for card in Card.objects.exclude(old=None)],
    }


def secrets() -> list[str]:
    """Accounts, and what was chosen in secret."""
    accounts = Account.objects.values_list("username", "password")
    papers = BallotPaper.objects.values_list("number", flat=True)
    return [*(word for account in accounts for word in account if word), *papers]


def staff() -> list[str]:
    """Whoever was asked as one of the staff, and did nothing else."""
    asked, others = Seat.objects.staff(), Seat.objects.exclude(pk__in=Seat.objects.staff())
    names = [set(seats.values_list("person__name", flat=True)) for seats in (asked, others)]
    return sorted(names[0] - names[1])


def _found(client: Client, query: str) -> list[str]:
    page = client.get(reverse("archive"), {"q": query}).content.decode()
    return re.findall(r'/archive/(\d+)/">', page)


def _paper(client: Client, card: Card) -> dict[str, Any]:
    paper = Paper.objects.get(card=card)
    addresses = {
        "page": reverse("archive-paper", args=[card.key]),
        "docx": reverse("paper-docx", args=[paper.pk]),
        "scan": reverse("paper-scan-file", args=[paper.pk]),
        "pack": reverse("office-pack", args=[paper.pk]),
        "evidence": reverse("paper-evidence", args=[paper.pk, "json"]),
        "proof": reverse("paper-evidence", args=[paper.pk, "docx"]),
    }
    told = {name: _answer(client, address) for name, address in addresses.items()}
    return {**told, "verified": verify(bytes(paper.docx or b""), bundle()).answer.name}


def _old(client: Client, card: Card) -> dict[str, str]:
    addresses = ("archive-paper", "old-file", "old-clauses")
    return {name: _answer(client, reverse(name, args=[card.key])) for name in addresses}


def _answer(client: Client, address: str) -> str:
    """The hash of what is there, if anything is."""
    answer = client.get(address)
    if answer.status_code != 200:
        return str(answer.status_code)
    content = answer.content
    if answer.headers["Content-Type"].startswith("text/html"):
        main = content.decode().partition("<main")[2].partition("</main>")[0]
        content = _ANEW.sub("", main).encode()
    return hashlib.sha256(content).hexdigest()
