"""How the lines that differ are shown."""

from agreements.checking.differences import LONGEST, MOST, Difference, differences


def marked(pieces: tuple[tuple[str, bool], ...]) -> str:
    return "".join(f"[{text}]" if different else text for text, different in pieces)


def test_what_differs_in_a_line_is_marked_in_both() -> None:
    (one,) = differences(("-每月30,000元", "+每月31,000元"))
    assert (marked(one.registered), marked(one.found)) == ("每月3[0],000元", "每月3[1],000元")


def test_lines_taken_out_and_put_in_are_whole() -> None:
    gone, new = differences(("-甲", "-乙", "+甲")), differences(("+丙",))
    assert [marked(one.registered) for one in gone] == ["甲", "[乙]"]
    assert new == (Difference((), (("丙", True),)),)


def test_each_change_stands_by_itself() -> None:
    found = differences(("-一", "+二", "-三", "+四"))
    assert [(marked(one.registered), marked(one.found)) for one in found] == [
        ("[一]", "[二]"), ("[三]", "[四]")
    ]  # fmt: skip


def test_a_line_too_long_to_be_compared_is_shown_whole() -> None:
    (one,) = differences((f"-{'甲' * LONGEST}乙", f"+{'甲' * LONGEST}丙"))
    assert all(different for _, different in (*one.registered, *one.found))
    assert len(differences(("+新",) * (MOST + 1))) == MOST
