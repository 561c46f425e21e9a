"""Each kind of term in a room: worse in any field asks the gate, changed in any voids consent."""

from typing import Any

import pytest

from negotiate.ballots.models import Poll
from negotiate.law.refusal import Refused
from negotiate.law.terms import KINDS, Value
from negotiate.law.words import Side
from negotiate.rooms.actions import consent, ledger
from negotiate.rooms.models import Confirmation, Term, Version
from tests.law.terms.cases import other_cases, worse_cases
from tests.law.terms.whole import WHOLE
from tests.negotiate.meeting import Meeting

pytestmark = pytest.mark.on_one_database

W, E = Side.WORKER, Side.EMPLOYER
every_kind = pytest.mark.parametrize("code", KINDS)
Gate = Version.Gate


class Table(Meeting):
    """A meeting in session about one term of this kind."""

    def __init__(self, code: str) -> None:
        super().__init__("award")
        self.open()
        item = self.term.item_id
        ledger.add_term(self.chair, item_id=item, title=KINDS[code].label, kind=code)
        self.term = Term.objects.filter(item=item, kind=code).last() or self.term

    def put(self, value: Value) -> Version:
        answers = self.term.versions.count() or None
        return ledger.propose(self.chief(E), self.term.pk, value, answers=answers)

    def put_through(self, value: Value) -> Version:
        """On the table, and through the gate if it is held up there."""
        version = self.put(value)
        if version.gate == Gate.PENDING:
            ledger.rescreen(self.chair, self.term.pk, reduces_rights=False, reason="没有受损")
        return version

    def start_anew(self, value: Value) -> Version:
        """What is fixed for a lineage can only be another in another term."""
        try:
            return self.put_through(value)
        except Refused:
            ledger.add_term(self.chair, item_id=self.term.item_id, title="又一条",
                            kind=self.term.kind)  # fmt: skip
            newest = Term.objects.filter(item=self.term.item_id).last()
            assert newest is not None
            self.term = newest
            return self.put_through(value)


@every_kind
def test_each_field_made_worse_asks_the_gate_again(code: str, db: None) -> None:
    table = Table(code)
    for case in worse_cases(code):
        table.start_anew(case.old)
        assert table.put(case.new).gate == Gate.PENDING, case
        with pytest.raises(Refused, match="复核程序门槛"):
            table.ask()


@every_kind
def test_each_field_changed_voids_votes_and_confirmations(code: str, db: None) -> None:
    table = Table(code)
    for case in other_cases(code).values():
        old = table.start_anew(case.old)
        table.vote()
        table.confirm(W)
        assert old.confirmations.count() == 1
        new = table.put_through(case.new)
        assert (new.number, new.confirmations.count()) == (old.number + 1, 0), case
        assert new.digest != old.digest
        assert not Poll.objects.filter(version=new).exists()
        for side in Side:
            with pytest.raises(Refused, match="本方还没有表决通过"):
                table.confirm(side)
            with pytest.raises(Refused, match="文本刚刚改过"):
                consent.confirm(table.chief(side), table.term.pk, old.digest)
        assert not Confirmation.objects.filter(version=new).exists()


def fixed() -> list[tuple[str, str]]:
    return [(k.code, field.name) for k in KINDS.values() for field in k.fields if field.fixed]


@pytest.mark.parametrize(("code", "name"), fixed())
def test_what_is_fixed_can_not_be_changed_and_consent_stands(
    code: str, name: str, db: None
) -> None:
    table = Table(code)
    raw: dict[str, Any] = WHOLE[code][0]
    table.put_through(raw)
    table.vote()
    table.confirm(W)
    (field,) = (field for field in KINDS[code].fields if field.name == name)
    others = [value for value, _ in field.choices if value != raw[name]] or ["14"]
    with pytest.raises(Refused, match="提出以后不能再改"):
        table.put({**raw, name: others[0]})
    assert Confirmation.objects.filter(version__term=table.term).count() == 1
    assert table.term.versions.count() == 1


def test_how_many_cases_that_is(capsys: pytest.CaptureFixture[str]) -> None:
    worse = {code: len(worse_cases(code)) for code in KINDS}
    other = {code: len(other_cases(code)) for code in KINDS}
    with capsys.disabled():
        print(
            f"\n{len(KINDS)} kinds: {sum(worse.values())} ways to make a term worse ask the gate,"
        )
        print(f"{sum(other.values())} fields changed void consent, {len(fixed())} are fixed")
    assert all(worse[code] or code == "text" for code in KINDS)
    assert all(other.values())
