"""How far all terms are: on a page, on every phone, on the desk and on the big screen."""

import re

import pytest

from negotiate.law.packages import digest_of
from negotiate.law.words import Side
from negotiate.people.models import Seat
from negotiate.rooms.actions import bundling, ledger
from negotiate.rooms.models import Bound, Package, Term
from negotiate.rooms.sight.faces import audience_of, audience_of_screen, draw_fragment
from tests.negotiate.meeting import Meeting
from tests.negotiate.rooms.test_leaks import FEW, MOST, cast, faces, undone
from tests.visitor import Visitor, seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def four(in_session: Meeting) -> Meeting:
    """Give a room with a term agreed, one proposed, one put off and one still open."""
    item = in_session.term.item_id
    for title in ("工具费", "班车", "食堂"):
        ledger.add_term(in_session.chair, item_id=item, title=title, kind="tier_table")
    in_session.agree()
    in_session.term = Term.objects.get(title="工具费")
    in_session.propose(400, 20)
    ledger.defer(in_session.chair, Term.objects.get(title="班车").pk, reason="以后再谈")
    return in_session


def tally(html: str) -> list[str]:
    (line,) = re.findall(r'<p class="term-tally">(.*?)</p>', html)
    return [re.sub("<[^>]+>", "", each).strip() for each in line.split("</span>")[:-1]]


def test_every_face_counts_the_terms_alike(four: Meeting) -> None:
    wanted = ["已达成 1", "协商中 1", "待提案 1", "暂缓 1"]
    for audience in (audience_of(four.other(W)), audience_of(four.chair)):
        html = draw_fragment(audience)[1]
        assert tally(html) == wanted
        assert "还不能签：2 个条款没有谈定" in html
        for title in ("工具费", "食堂"):
            term = Term.objects.get(title=title)
            assert f'href="terms/{term.pk}/">{title}' in html
    ledger.defer(four.chair, four.term.pk, reason="以后再谈")
    html = draw_fragment(audience_of_screen(four.room))[1]
    assert tally(html) == ["已达成 1", "待提案 1", "暂缓 2"]
    assert "还不能签：1 个条款没有谈定" in html
    assert "href" not in html.split("term-board")[1].split("</div>")[1]


def test_the_page_puts_what_is_still_to_be_done_first(four: Meeting) -> None:
    seat = four.other(E)
    page = seated(seat).get(f"/s/{seat.pk}/terms/").content.decode()
    headings = re.findall(r"<h2>(\w+) · (\d)</h2>", page)
    assert headings == [("协商中", "1"), ("待提案", "1"), ("已达成", "1"), ("暂缓", "1")]
    assert f'href="/s/{seat.pk}/terms/{four.term.pk}/"' in page


def test_a_room_with_one_term_has_no_board(in_session: Meeting) -> None:
    in_session.propose(30000, 500)
    assert "term-board" not in draw_fragment(audience_of(in_session.chair))[1]


class TestAPackage:
    """What it shows to whom; nothing of a side's own poll is in it."""

    @pytest.fixture
    def package(self, four: Meeting) -> Package:
        four.term = Term.objects.get(title="食堂")
        four.propose(500, 30)
        free = Term.objects.filter(title__in=("工具费", "食堂"))
        return bundling.bundle(four.chief(W), [term.pk for term in free])

    @pytest.fixture
    def phones(self, four: Meeting, package: Package) -> dict[Side, Visitor]:
        return {side: seated(four.chief(side)) for side in Side}

    def page(self, four: Meeting, phones: dict[Side, Visitor], side: Side) -> str:
        return phones[side].get(f"/s/{four.chief(side).pk}/").content.decode()

    def test_is_bound_agreed_to_and_taken_apart_by_phone(
        self, four: Meeting, package: Package, phones: dict[Side, Visitor]
    ) -> None:
        assert "拆开这一包" in self.page(four, phones, W)
        assert "拆开这一包" not in self.page(four, phones, E)
        for term in Term.objects.filter(bound__package=package):
            four.term = term
            four.vote()
        assert "我同意整包" in self.page(four, phones, E)
        bound = Bound.objects.select_related("version")
        text = digest_of([(each.term_id, each.version.digest) for each in bound])
        path = f"packages/{package.pk}"
        phones[E].post(f"/s/{four.chief(E).pk}/{path}/agree/", {"digest": text})
        assert "已同意整包" in self.page(four, phones, W)
        phones[W].post(f"/s/{four.chief(W).pk}/{path}/unbundle/")
        assert "已同意整包" not in self.page(four, phones, W)

    def test_is_offered_on_a_page_of_what_is_free(
        self, four: Meeting, package: Package, phones: dict[Side, Visitor]
    ) -> None:
        bundling.unbundle(four.chief(W), package.pk)
        assert "packages/new/" in self.page(four, phones, E)
        path = f"/s/{four.chief(E).pk}/packages/new/"
        free = [term.pk for term in Term.objects.filter(title__in=("工具费", "食堂"))]
        page = phones[E].get(path).content.decode()
        assert re.findall(r'name="terms" value="(\d+)"', page) == [str(pk) for pk in free]
        assert "至少要选两个" in phones[E].post(path, {"terms": free[:1]}).content.decode()
        phones[E].post(path, {"terms": free})
        assert Package.objects.get(broken_at=None).side == E

    def test_shows_the_others_no_figure_of_a_sides_poll(
        self, four: Meeting, package: Package
    ) -> None:
        poll, drawn = four.ask(W)[0], []
        for choices in (MOST[:2], FEW[1:3]):
            with undone():
                cast(poll, choices)
                drawn.append([draw_fragment(audience) for audience in faces(four, W)])
        assert drawn[0] == drawn[1]

    def test_of_another_room_can_be_neither_agreed_to_nor_taken_apart(
        self, four: Meeting, package: Package
    ) -> None:
        elsewhere = Meeting("caterer")
        elsewhere.open()
        seat: Seat = elsewhere.chief(W)
        phone = seated(seat)
        for press in ("agree", "unbundle"):
            answer = phone.post(f"/s/{seat.pk}/packages/{package.pk}/{press}/", follow=True)
            assert "已经拆开或者谈定" in answer.content.decode()
        package.refresh_from_db()
        assert package.broken_at is None

    def test_is_on_the_desk_without_its_buttons(self, four: Meeting, package: Package) -> None:
        desk = signed_in(four.account).get(f"/s/{four.chair.pk}/").content.decode()
        assert "第 1 包" in desk
        assert "拆开这一包" not in desk
