"""The picture of a signature."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from agreements.signing.ink import MARGIN, PEN, SIZE, draw
from agreements.signing.strokes import Strokes, parse
from tests.agreements.signing.drawings import as_sent, signature


def picture(strokes: Strokes) -> Image.Image:
    return Image.open(BytesIO(draw(strokes)))


def test_the_same_strokes_give_the_same_bytes_and_others_do_not() -> None:
    strokes = parse(as_sent(signature()))
    assert draw(strokes) == draw(strokes)
    assert draw(strokes) != draw(parse(as_sent(signature(1))))


def test_black_ink_on_nothing() -> None:
    drawn = picture(parse(as_sent(signature())))
    assert (drawn.size, drawn.mode) == (SIZE, "RGBA")
    red, green, blue, alpha = drawn.split()
    assert {channel.getextrema() for channel in (red, green, blue)} == {(0, 0)}
    assert alpha.getextrema() == (0, 255)


def test_the_whole_signature_is_in_the_picture_wherever_it_was_drawn() -> None:
    moved = [[[x * 3 + 4000, y + 9000, t] for x, y, t in line] for line in signature()]
    bounds = picture(parse(as_sent(moved))).getchannel("A").getbbox()
    assert bounds
    left, top, right, bottom = bounds
    edge = MARGIN - PEN
    assert min(left, top, SIZE[0] - right, SIZE[1] - bottom) >= edge


def test_proportions_are_kept() -> None:
    square = [[[0, 0, 0], [100, 0, 1], [100, 100, 2], [0, 100, 3], [0, 0, 4]]]
    bounds = picture(parse(as_sent(square))).getchannel("A").getbbox()
    assert bounds
    assert abs((bounds[2] - bounds[0]) - (bounds[3] - bounds[1])) <= 2


def test_a_dot_within_a_character_is_drawn() -> None:
    line = [[n * 10, 0, n] for n in range(30)]
    with_dot = picture(Strokes((*parse(as_sent([line])).lines, ((150, 60, 99),))))
    assert with_dot.getchannel("A").crop((250, 160, 350, 240)).getbbox()
