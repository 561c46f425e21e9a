"""Whatever the time authority answers but a token: one sentence, and nothing half-done."""

import pytest
from pytest_django import Settings

from agreements.signing.digital import stamps
from agreements.signing.digital.elements import stamped_bytes
from agreements.signing.stamping import stamp
from negotiate.law.refusal import Refused
from negotiate.law.words import Side
from tests.agreements.signing.digital.tsa import other_authority, time_authority
from tests.agreements.signing.for_time import require_waiting, signed
from tests.agreements.signing.time_server import TimeServer
from tests.negotiate.meeting import Meeting

W, E = Side.WORKER, Side.EMPLOYER


def of_another_request(query: bytes) -> bytes:
    return time_authority().reply(stamps.asked(stamped_bytes(b"x")).as_bytes())


def another_nonce(query: bytes) -> bytes:
    """The right imprint, and a nonce that was not asked for."""
    changed = bytearray(query)
    at = query.rindex(b"\x02") + 3
    changed[at] ^= 1
    return time_authority().reply(bytes(changed))


def refusing(query: bytes) -> bytes:
    """Its words for a kind of digest that it does not know (SHA-384)."""
    kind = bytes.fromhex("06096086480165030402")
    return time_authority().reply(query.replace(kind + b"\x01", kind + b"\x02"))


def strangers(query: bytes) -> bytes:
    with other_authority() as other:
        return other.reply(query)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"status": 500}, "没有应答"),
        ({"status": 302, "elsewhere": "http://127.0.0.1:9/"}, "没有应答"),
        ({"kind": "text/html"}, "没有应答"),
        ({"drips": True}, "没有应答"),
        ({"answers": lambda query: b"0" * 5_000_000}, "没有应答"),
        ({"answers": lambda query: b""}, "不能用"),
        ({"answers": lambda query: b"0" * 1000}, "不能用"),
        ({"answers": refusing}, "不能用"),
        ({"answers": another_nonce}, "不能用"),
        ({"answers": of_another_request}, "不能用"),
        ({"answers": strangers}, "不能用"),
    ],
    ids=[
        "fault", "elsewhere", "a web page", "slow", "huge", "empty", "noise", "refusal", "nonce",
        "imprint", "another root",
    ],
)  # fmt: skip
def test_whatever_else_it_answers_is_one_sentence_and_changes_nothing(
    summed: Meeting, tsa: TimeServer, change: dict[str, object], sentence: str
) -> None:
    signed(summed)
    for name, value in change.items():
        setattr(tsa, name, value)
    with pytest.raises(Refused, match=sentence):
        stamp(summed.chief(W))
    require_waiting(summed)


def test_where_nobody_listens_the_paper_waits(summed: Meeting, tsa: TimeServer) -> None:
    signed(summed)
    tsa.server_close()
    with pytest.raises(Refused, match="没有应答"):
        stamp(summed.chief(W))
    require_waiting(summed)


def test_another_policy_than_the_one_wanted_is_refused(
    summed: Meeting, tsa: TimeServer, settings: Settings
) -> None:
    signed(summed)
    settings.TIMESTAMP_POLICY = "1.2.3.4.9"
    with pytest.raises(Refused, match="不能用"):
        stamp(summed.chief(W))
    require_waiting(summed)
    settings.TIMESTAMP_POLICY = "1.2.3.4.1"
    stamp(summed.chief(W))


def test_the_second_of_three_that_fails_leaves_none(summed: Meeting, tsa: TimeServer) -> None:
    signed(summed)
    own = tsa.answers
    tsa.answers = lambda query: own(query) if tsa.asked < 2 else b""
    with pytest.raises(Refused, match="不能用"):
        stamp(summed.chief(W))
    assert tsa.asked == 2
    require_waiting(summed)
