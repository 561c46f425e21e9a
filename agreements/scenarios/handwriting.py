"""Signatures of people who are only played."""

import json
import math


def scrawl(name: str) -> str:
    """A pretend signature: a curve for each character, as a phone would send its strokes."""
    strokes = []
    for place, character in enumerate(name):
        a, b = 2 + ord(character) % 3, 3 + ord(character) // 3 % 3
        turns = [n * math.tau / 48 for n in range(49)]
        strokes.append(
            [
                [
                    round(140 + 260 * place + 100 * math.sin(a * turn + 1)),
                    round(250 + 130 * math.sin(b * turn)),
                    900 * place + 15 * n,
                ]
                for n, turn in enumerate(turns)
            ]
        )
    return json.dumps(strokes)
