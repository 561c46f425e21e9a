"""Two enterprises of one county, a room of each in session, and everybody who tries the doors."""

from datetime import timedelta
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from agreements.papers.models import Paper
from agreements.scenarios.opening import COUNTY
from negotiate import moment
from negotiate.law.words import Side
from negotiate.matters.models import Matter
from negotiate.people.links import LINK_DAYS, link_path
from negotiate.people.models import Account, Federation, Seat
from negotiate.rooms.actions import information, seating, templates
from tests.agreements.signing.scanned import sign_in_ink
from tests.negotiate.meeting import Meeting, enrolled
from tests.visitor import Aged, Visitor, seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER
LONG_AGO = (LINK_DAYS + 1) * 86400

# Fills in every form of the product, so that a door left open would be gone through.
ANYTHING: dict[str, Any] = {
    "title": "新条款", "early": "1",
    "kind": "award", "raised_by": "甲", "raised_side": "worker", "owner": "乙",
    "due": "2099-01-01", "contract": "no", "reduces_rights": "no", "answered_by": "丙",
    "at": "2099-01-01T09:00", "place": "会议室", "own_capacity": "attendee", "worker_rule": "poll",
    "employer_rule": "poll", "reason": "理由", "content": "内容", "agreed": "on", "name": "新人",
    "side": "worker", "capacity": "representative", "remote": "1", "code": "短码",
    "choice": "yes", "key": "c" * 32, "answers": "1", "signers": "1", "digest": "0" * 64,
    "base": "henan", "who": "孙小兰", "sure": "on", "number": "9001",
    "question": "产量", "text": "十万件", "day": "2099-01-01",
    "purpose": "订立合同", "basis": "法律", "representatives": "3", "by": "收件人", "how": "当面",
    "reply": "agree", "answer": "同意", "first": "worker", "coordinator": "县里", "result": "折中",
    "worker_last": "三百", "employer_last": "一百", "employer_chief": "钱国强",
    "rows-0-rank": "一等", "rows-0-criterion": "条件", "rows-0-amount": "40000",
    "rows-1-rank": "二等", "rows-1-criterion": "条件", "rows-1-amount": "4000", "language": "en",
}  # fmt: skip


class World:
    def __init__(self) -> None:
        self.signed = self._signed()
        self.ours, self.theirs = Meeting("award"), Meeting("caterer")
        self.staff = enrolled(self.ours.chair, ("孙小梅", "3001"), ("孙小兰", "3002"))
        for meeting in (self.ours, self.theirs):
            meeting.open()
        self.ours.propose(30000, 500)
        self.theirs.player.perform(self.theirs.story.talks[0])
        self.requests = [self._asked(self.ours), self._asked(self.theirs)]
        self.polls = {poll.of: poll for poll in self.ours.ask()}
        self.their_polls = {poll.of: poll for poll in self.theirs.ask()}
        self.old_link = link_path(self.ours.other(W))
        self.template = templates.make(self.ours.account, self.ours.room.pk)
        self.visitors = self._visitors()

    def _asked(self, meeting: Meeting) -> int:
        """What the employer side wants to know; its key."""
        due = moment.today() + timedelta(days=9)
        return information.request(meeting.chief(E), question="产量", due=due).pk

    def _signed(self) -> Paper:
        """A finished meeting of our enterprise, with its paper and a scan."""
        meeting = Meeting("award")
        meeting.open()
        meeting.agree()
        meeting.sum_up()
        return sign_in_ink(meeting.chair)

    def _visitors(self) -> dict[str, Visitor]:
        ours = self.ours
        county = Federation.objects.get(name=COUNTY)
        other_county = Federation.objects.create(name="射阳县总工会")
        officer = Account.objects.create(username="county", federation=county)
        foreign = Account.objects.create(username="foreign", federation=other_county)
        revoked = seated(ours.other(W))
        seating.reissue(ours.chair, ours.other(W).pk)
        return {
            "stranger": Visitor(),
            "chair": signed_in(ours.account),
            "chief": seated(ours.chief(W)),
            "representative": seated(ours.other(W)),
            "other side": seated(ours.chief(E)),
            "other room": seated(self.theirs.chief(W)),
            "other chair": signed_in(self.theirs.account),
            "officer": signed_in(officer),
            "foreign officer": signed_in(foreign),
            "expired": self._expired(),
            "revoked": revoked,
            "staff": seated(self.staff[0]),
        }

    def _expired(self) -> Visitor:
        """The chief's own phone, a month later."""
        phone, seat = Visitor(), Seat.objects.get(pk=self.ours.chief(W).pk)
        value = f"{seat.pk}-{seat.link_serial}-{seat.device}"
        phone.cookies["seat"] = Aged("seat device", LONG_AGO).sign(value)
        return phone

    def seats(self) -> dict[str, Seat]:
        """Who holds which seat."""
        return {
            "chair": self.ours.chair,
            "chief": self.ours.chief(W),
            "representative": self.ours.other(W),
            "other side": self.ours.chief(E),
            "other room": self.theirs.chief(W),
            "other chair": self.theirs.chair,
            "staff": self.staff[0],
        }

    def things(self, meeting: Meeting) -> dict[str, int]:
        """A term, a poll, a seat and a question of one of the two rooms."""
        polls = self.polls if meeting is self.ours else self.their_polls
        seat = meeting.other(W) if meeting is self.ours else meeting.chief(E)
        return {
            "ratification_id": 1,  # which is neither room's
            "term_id": meeting.term.pk,
            "poll_id": polls[W].pk,
            "other_id": seat.pk,
            "request_id": self.requests[meeting is self.theirs],
            "bound_id": 1,
            "entry": 3,
        }

    def about(self) -> dict[str, Any]:
        """What an address of ours is about, whatever it names."""
        return {
            "seat_id": self.ours.chief(W).pk,
            **self.things(self.ours),
            "matter_id": Matter.objects.get(agenda_item__room=self.ours.room).pk,
            "paper_id": self.signed.pk,
            "card_key": self.signed.card.pk,
            "clause_id": self.signed.card.clauses.all()[0].pk,
            "file_id": 1,
            "picture_id": 1,
            "order": "sum-up",
            "room_id": self.ours.room.pk,
            "template_id": self.template.pk,
            "place": 0,
            "number": 1,
            "press": "ask",
            "package_id": 1,
            "import_id": 1,
            "token": self.old_link.split("/")[2],
            "key": self.signed.card.key,
            "rule": "reply",
            "kind": "minutes",
            "grade": "b",
            "day": "2020-01-01",
            "ending": "json",
            "name": "sign-in",
            "wage_id": 1,
            "token_id": 1,
            "rest": "nothing",
            "object_id": "1",
            "id": 1,
            "content_type_id": 1,
            "app_label": "negotiate",
            "url": "somewhere",
        }


def addresses(resolver: URLResolver | None = None, space: str = "") -> list[tuple[str, list[str]]]:
    """Every address of the project: its name (admin's catch-alls have none) and its parts."""
    found: list[tuple[str, list[str]]] = []
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            found.append((f"{space}{entry.name}", list(entry.pattern.regex.groupindex)))
        else:
            inner = f"{entry.namespace}:" if entry.namespace else space
            found += addresses(entry, inner)
    return found
