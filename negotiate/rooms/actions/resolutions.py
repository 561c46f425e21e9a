"""The resolution of a ratification (职代会决议), written down when the result is announced."""

import hashlib

from negotiate import moment
from negotiate.ballots.models import Poll
from negotiate.law import ratifying
from negotiate.law.canonical import digest
from negotiate.law.tally import Step
from negotiate.law.words import TermState
from negotiate.rooms.models import Ratification, Room, Term, Version


def agreed_versions(room: Room) -> list[Version]:
    """What is voted on: the text of every agreed term, in the order of the agenda."""
    terms = Term.objects.filter(item__room=room, state=TermState.AGREED.value)
    return [version for term in terms if (version := term.versions.last())]


def text_digest(room: Room) -> str:
    """SHA-256 of what is voted on: the whole text that both chiefs have initialled, and will sign.
    While none is frozen, of the digests of the agreed texts."""
    frozen = room.drafts.exclude(digest="").last()
    if frozen is not None:
        return frozen.digest
    return digest([version.digest for version in agreed_versions(room)])


def write_down(of: Ratification, room: Room) -> None:
    """Keep the resolution, with its own SHA-256."""
    of.resolution = "\n".join(lines_of(of, room))
    of.digest = hashlib.sha256(of.resolution.encode()).hexdigest()
    of.concluded_at = moment.now()
    of.save(update_fields=["resolution", "digest", "concluded_at"])


def lines_of(of: Ratification, room: Room) -> tuple[str, ...]:
    """The resolution as it stands or will stand; of what has been voted on by now."""
    day = of.held_on or moment.day_of(of.opened_at or of.called_at)
    polls = of.polls.filter(state=Poll.State.CLOSED).select_related("version__term")
    order = "version__term__item__position", "version__term__position"
    return ratifying.resolution(
        ratifying.Sitting(
            who=of.bound.name if of.bound else room.enterprise.name,
            draft=room.title,
            body=of.by,
            day=f"{day.year}年{day.month}月{day.day}日",
            attempt=of.attempt,
            roll=of.roll_size,
            present=of.present,
            rule=of.counted_by,
            items=tuple(_item(poll) for poll in polls.order_by(*order)),
            text=text_digest(room),
            articles=tuple(of.rule["articles"].values()),
            on_paper=of.on_paper,
            declared_by=of.entered_by.person.name if of.entered_by and of.is_declared else "",
        )
    )


def _item(poll: Poll) -> ratifying.Item:
    return ratifying.Item(
        title=poll.version.term.title,
        digest=poll.version.digest,
        yes=poll.yes,
        no=poll.no,
        abstain=poll.abstain,
        passed=bool(poll.passed),
        steps=tuple(Step(**step) for step in poll.steps),
    )
