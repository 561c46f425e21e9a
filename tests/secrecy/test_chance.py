"""The adversary's statistic tells a link from luck."""

import random

from tests.secrecy.chance import SIGNIFICANT, p_values

CHOICES = ["yes"] * 19 + ["no"] * 14 + ["abstain"] * 7
POLLS = 5


def shuffled(seed: int) -> list[str]:
    return random.Random(seed).sample(CHOICES, len(CHOICES))  # noqa: S311


def test_an_order_that_is_the_order_of_arrival_is_found_out() -> None:
    truths = [shuffled(seed) for seed in range(POLLS)]
    assert p_values(truths, [{"rows": truth} for truth in truths])["rows"] < SIGNIFICANT


def test_an_order_that_is_nearly_the_order_of_arrival_is_found_out_too() -> None:
    """Every four voters are one transaction, within which the order is lost."""
    truths = [shuffled(seed) for seed in range(POLLS)]
    rough = [
        [c for n in range(0, len(t), 4) for c in random.Random(n).sample(t[n : n + 4], 4)]  # noqa: S311
        for t in truths
    ]
    assert p_values(truths, [{"rows": guess} for guess in rough])["rows"] < SIGNIFICANT


def test_a_hundred_orders_that_have_nothing_to_do_with_it_are_not() -> None:
    truths = [shuffled(seed) for seed in range(POLLS)]
    guesses = [
        {f"trace {n}": shuffled(1000 + 100 * poll + n) for n in range(100)} for poll in range(POLLS)
    ]
    assert min(p_values(truths, guesses).values()) > SIGNIFICANT
