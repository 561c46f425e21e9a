"""A shelf keeps what is asked for, and forgets the rest before it holds too much."""

from negotiate.drawing.shelf import Shelf


def test_a_shelf_keeps_what_is_asked_for_and_never_holds_more_than_it_may() -> None:
    shelf: Shelf[int, str] = Shelf(100, len)
    shelf.put(0, "asked for again and again")
    for number in range(1, 1000):
        shelf.put(number, "0123456789")
        assert shelf.get(0) is not None
        assert len(shelf._upper) + len(shelf._lower) <= 12
    assert shelf.get(999) == "0123456789"
    assert shelf.get(1) is None
    shelf.put(-1, "x" * 51)
    assert shelf.get(-1) is None
