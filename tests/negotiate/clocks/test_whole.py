"""A contract with its papers, from the day it is filed to the day after its last, by time alone."""

import pytest

from negotiate import moment
from negotiate.law.words import Action, ClockKind, Side, Stage
from negotiate.rooms.actions import following
from negotiate.rooms.actions.keeping import keep_time
from tests.negotiate.clocks.timed import DAY, acts, clock, going, until
from tests.negotiate.contract import Agreed

pytestmark = pytest.mark.django_db
K = ClockKind


def in_effect() -> Agreed:
    contract = Agreed().on(Stage.FILED)
    contract.acknowledge()
    until(clock(contract, K.EFFECT).due + DAY)
    keep_time()
    return contract


def test_it_takes_effect_with_its_own_last_day_and_ends_after_it() -> None:
    contract = in_effect()
    last = contract.drawn.ends_on
    assert contract.drawn.effective_on == moment.today()
    assert (clock(contract, K.EXPIRY).due, clock(contract, K.RENEWAL).due) == (last, last)
    assert not clock(contract, K.EXPIRY).verified  # Jiangsu has it from the national rules, unread
    contract.publish()
    until(last)
    keep_time()
    assert contract.room.stage == Stage.PERFORMING
    moment.move(DAY)
    keep_time()
    assert contract.room.stage == Stage.EXPIRED
    assert going(contract) == set()
    assert acts(contract).count(Action.EXPIRE) == 1


def test_a_renewal_that_is_asked_for_meets_its_time() -> None:
    contract = in_effect()
    contract.publish()
    until(clock(contract, K.RENEWAL).started_on)
    assert keep_time()["reminder"] == 1
    following.renew(contract.chief(Side.WORKER), reason="到期续订")
    assert going(contract) == {K.EXPIRY}
