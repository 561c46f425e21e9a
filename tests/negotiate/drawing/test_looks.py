"""What decides whether a part that was drawn is shown again: all that it looked at, and no more."""

from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pytest
from django.template import Context, Engine
from django.utils import translation
from django.utils.safestring import mark_safe
from pytest_django import Settings

from negotiate.drawing.shelf import Shelf
from negotiate.people.models import Person
from negotiate.templatetags import kept


@dataclass(frozen=True)
class Thing:
    name: str
    colour: str = ""
    parts: tuple["Thing", ...] = ()


@dataclass(frozen=True)
class Half:
    """Two that differ in `note` are equal."""

    name: str
    note: str = field(default="", compare=False)


class Pair(NamedTuple):
    person: Person


@dataclass(frozen=True)
class Holder:
    """Two of the same person are equal, whatever has become of that person's name."""

    pair: Pair
    name: str = "a"


class Page:
    """A page whose only part is `part`; `draw` says whether the part was drawn for it."""

    def __init__(
        self, monkeypatch: pytest.MonkeyPatch, part: str, page: str = "", **more: str
    ) -> None:
        libraries = ["negotiate.templatetags.kept", "django.templatetags.i18n"]
        names = {"part": part, "page": page or '{% kept "part" %}', **more}
        loaders = [("django.template.loaders.locmem.Loader", names)]
        self._engine = Engine(loaders=loaders, builtins=libraries)
        monkeypatch.setattr(kept, "PARTS", Shelf(1000, len))
        monkeypatch.setattr(kept, "_manners", {})
        self.drawn: list[str] = []
        anew = kept.Kept._anew

        def noticed(node: kept.Kept, part: str, *how: Any) -> Any:
            self.drawn.append(part)
            return anew(node, part, *how)

        monkeypatch.setattr(kept.Kept, "_anew", noticed)

    def draw(self, **given: Any) -> tuple[str, list[str]]:
        self.drawn.clear()
        return self._engine.get_template("page").render(Context(given)), list(self.drawn)


def test_a_part_is_drawn_once_for_all_that_look_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(monkeypatch, "{{ thing.name }}")
    assert page.draw(thing=Thing("a", "red")) == ("a", ["part"])
    assert page.draw(thing=Thing("a", "blue")) == ("a", [])
    assert page.draw(thing=Thing("b", "blue")) == ("b", ["part"])


def test_what_only_one_branch_looks_at_counts_from_then_on(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(monkeypatch, "{% if thing.name == 'a' %}-{% else %}{{ thing.colour }}{% endif %}")
    assert page.draw(thing=Thing("a", "red"))[0] == "-"
    assert page.draw(thing=Thing("b", "red"))[0] == "red"
    assert page.draw(thing=Thing("b", "blue"))[0] == "blue"
    assert page.draw(thing=Thing("b", "red")) == ("red", [])


def test_something_that_was_missing_counts_when_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(monkeypatch, "{{ thing.name }}{{ word }}")
    assert page.draw()[0] == ""
    assert page.draw(word="x")[0] == "x"
    assert page.draw(thing=Thing("a"), word="x")[0] == "ax"
    assert page.draw(thing=None, word="x")[0] == "x"


def test_a_part_within_a_part_counts_for_both(monkeypatch: pytest.MonkeyPatch) -> None:
    inner = "{{ thing.colour }}"
    page = Page(monkeypatch, '{{ thing.name }}{% kept "inner" %}', inner=inner)
    assert page.draw(thing=Thing("a", "red")) == ("ared", ["part", "inner"])
    assert page.draw(thing=Thing("b", "red")) == ("bred", ["part"])
    assert page.draw(thing=Thing("b", "blue")) == ("bblue", ["part", "inner"])
    assert page.draw(thing=Thing("b", "red")) == ("bred", [])


def test_values_that_are_equal_and_look_different_are_told_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = Page(monkeypatch, "{{ word }}")
    words = ("<b>", mark_safe("<b>"), 1, True, 0, False, "")
    looks = ["&lt;b&gt;", "<b>", "1", "True", "0", "False", ""]
    assert [page.draw(word=word)[0] for word in words] == looks
    page = Page(monkeypatch, "{{ it.word }}")
    assert [page.draw(it={"word": word})[0] for word in words] == looks


@pytest.mark.parametrize(
    "thing",
    [
        Half("a"),
        Person(pk=1, name="a"),
        [Thing("a")],
        (Person(pk=1, name="a"),),
        Holder(Pair(Person(pk=1))),
    ],
)
def test_what_can_change_and_stay_equal_is_never_kept(
    monkeypatch: pytest.MonkeyPatch, thing: Any
) -> None:
    page = Page(monkeypatch, "{{ it.thing.name }}{{ it.thing.note }}{{ it.thing.0.name }}")
    assert page.draw(it={"thing": thing}) == page.draw(it={"thing": thing}) == ("a", ["part"])


def test_a_models_plain_field_is_looked_at_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(monkeypatch, "{{ person.name }}")
    person = Person(pk=1, name="a")
    assert page.draw(person=person) == ("a", ["part"])
    assert page.draw(person=person) == ("a", [])
    person.name = "b"
    assert page.draw(person=person) == ("b", ["part"])


@pytest.mark.parametrize(
    "part",
    [
        "{% for each in things %}{{ each }}{% endfor %}",
        "{{ things|length }}",
        "{% if things %}some{% endif %}",
        "{% if 'a' in things %}a{% endif %}",
        "{{ things }}",
        "{% if things == other %}same{% endif %}",
        "{{ things.0 }}",
    ],
)
def test_what_is_done_with_a_whole_list_is_drawn_each_time(
    monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    page = Page(monkeypatch, part)
    for things in (["a"], ["a", "b"], []):
        html, drawn = page.draw(things=things, other=["a"])
        assert html == page._engine.from_string(part).render(
            Context({"things": things, "other": ["a"]})
        )
        assert drawn == ["part"]


def test_two_parts_that_look_at_nothing_are_two(monkeypatch: pytest.MonkeyPatch) -> None:
    page = Page(monkeypatch, "a", '{% kept "part" %}{% kept "other" %}', other="b")
    assert page.draw() == ("ab", ["part", "other"])
    assert page.draw() == ("ab", [])


def test_while_templates_are_written_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.DEBUG = True
    page = Page(monkeypatch, "a")
    assert page.draw() == page.draw() == ("a", ["part"])


def test_each_language_and_each_way_of_escaping_has_its_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = Page(
        monkeypatch,
        "{% translate '赞成' %}{{ word }}",
        '{% kept "part" %}{% autoescape off %}{% kept "part" %}{% endautoescape %}',
    )
    for _ in range(2):
        assert page.draw(word="&")[0] == "赞成&amp;赞成&"
        with translation.override("en"):
            assert page.draw(word="&")[0] == "Yes&amp;Yes&"


def test_what_a_part_sets_and_the_loop_around_it_stay_outside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = Page(
        monkeypatch,
        "{% with word='in' %}{{ word }}{% endwith %}{{ forloop.counter }}{{ place }}",
        '{% for n in two %}{% kept "part" with place=forloop.counter %}{{ word }}{% endfor %}',
    )
    assert page.draw(two=(1, 2), word="out")[0] == "in1outin2out"
