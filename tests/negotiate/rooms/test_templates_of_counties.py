"""A county makes templates for all, and looks on from outside."""

from negotiate.law.words import Stage, TermState
from negotiate.people.models import Account, Federation
from negotiate.rooms.actions import ledger, templates
from negotiate.rooms.models import Room, Term
from tests.negotiate.meeting import Meeting


def test_a_county_learns_no_figure_that_is_still_on_the_table(in_session: Meeting) -> None:
    term, room = in_session.term, in_session.room
    in_session.agree()
    county = Federation.objects.get(enterprises=room.enterprise_id)
    officer = Account.objects.create(username="county", name="县里", federation=county)
    live = templates.make(officer, room.pk)
    assert not any(entry["value"] for entry in live.terms)
    Room.objects.filter(pk=room.pk).update(stage=Stage.SIGNED.value)
    signed = templates.make(officer, room.pk)
    assert signed.terms[0]["value"] == ledger.current(term).value
    Term.objects.filter(pk=term.pk).update(state=TermState.DEFERRED.value)
    assert not templates.make(officer, room.pk).terms[0]["value"]
