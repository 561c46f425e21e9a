"""A number that nobody was given leads nowhere, and breaks nothing."""

from negotiate.law.words import Side
from tests.knocking import form_for, knock, path_of
from tests.trace import OF_THE_RECORD, trace
from tests.world import World

W = Side.WORKER


def test_a_made_up_number_is_no_address(world: World) -> None:
    """Nothing but a plain refusal, for a stranger and for somebody seated."""
    seat, before = world.ours.chief(W).pk, trace(without=OF_THE_RECORD)
    for number in ("0", "-1", "9" * 30, "9" * 5000, "x", "1.5", "%00", "１"):
        paths = [f"/s/{number}/", f"/s/{number}/begin/", f"/s/{seat}/terms/{number}/",
                 f"/s/{seat}/terms/{number}/propose/", f"/s/{seat}/polls/{number}/vote/",
                 f"/archive/{number}/", f"/matters/{number}/book/", f"/j/{number}/",
                 f"/screen/{number}/"]  # fmt: skip
        for path in paths:
            for who in ("stranger", "chief", "chair"):
                statuses = set(knock(world.visitors[who], path))
                assert statuses <= {302, 404, 405}, (path[:80], who)
    assert trace(without=OF_THE_RECORD) == before


def test_a_made_up_number_in_a_form_or_a_question_does_no_harm(world: World) -> None:
    chief, before = world.visitors["chief"], trace(without=OF_THE_RECORD)
    seat = {"seat_id": world.ours.chief(W).pk}
    propose = path_of("propose", world.about() | seat)
    for number in ("", "-1", "9" * 5000, "x", "²", "１"):
        assert chief.get(path_of("seat-news", seat), {"v": number}).status_code == 200
        assert chief.post(propose, form_for(propose) | {"answers": number}).status_code == 422
        chief.post(propose, form_for(propose) | {"remove_row": number, "answers": number})
    assert trace(without=OF_THE_RECORD) == before
