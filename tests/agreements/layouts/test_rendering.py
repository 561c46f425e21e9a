"""Filling a layout in: the same words as ours, nothing dropped, and nothing done but filling in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agreements.confined.limits import Limits
from agreements.layouts.rendering import OFFICES, ROOMS, TOO_LARGE, TOO_SLOW, render
from agreements.layouts.samples import samples
from agreements.layouts.standard import standard
from agreements.layouts.told import Text
from agreements.layouts.trying import tried
from agreements.papers.contract import build_contract
from agreements.papers.minutes import build
from agreements.papers.reading import full_text
from agreements.papers.text import Clause, MinutesText
from negotiate.law.refusal import Refused
from negotiate.law.terms import Wording
from tests.agreements.layouts.made import ours, rewritten, with_run, with_words
from tests.agreements.papers.contracts import contract
from tests.agreements.papers.examples import SCENARIOS, innovation_award


def built(text: Text) -> bytes:
    return build(text) if isinstance(text, MinutesText) else build_contract(text)


def awkward() -> MinutesText:
    """What a layout could stumble over: marks of tags and of XML, no annex, an odd number of
    seals, one participant's side without a name."""
    text = innovation_award()
    clause = Clause("<b>&“奖”</b>", Wording(("{{ title }}{% for %}\n第二行\t后", "第二段"), None))
    return replace(
        text, clauses=(clause, *text.clauses), polls=(), notice=(), course=(),
        signatures=text.signatures[:1],
    )  # fmt: skip


PAPERS: dict[str, Text] = {
    **{name: example() for name, example in SCENARIOS.items()},
    "contract": contract(),
    "bound": replace(contract(), bound=(("凌河饭店", "260", "王海", "2026.10.12"),)),
    "ink": samples("minutes")[1],
    "awkward": awkward(),
}


@pytest.mark.parametrize("text", PAPERS.values(), ids=PAPERS)
def test_our_layout_says_what_our_papers_say(text: Text) -> None:
    layout = standard(samples("minutes" if isinstance(text, MinutesText) else "contract")[0])
    assert full_text(render(layout, text)) == full_text(built(text))


def test_the_same_layout_and_text_give_the_same_bytes() -> None:
    text = innovation_award()
    assert render(ours(), text) == render(ours(), text)


@pytest.mark.parametrize("kind", ["minutes", "contract"])
def test_our_layout_can_be_used(kind: str) -> None:
    assert "签名人甲" in full_text(tried(ours(kind), kind))


FORBIDDEN = {
    "reaching for classes": "{{ ''.__class__.__mro__ }}",
    "reaching for them by name": "{{ title['__class__'] }}",
    "reaching through a filter": "{{ title|attr('__class__') }}",
    "reaching through a list": "{{ signatures|map(attribute='__class__')|join }}",
    "calling a method": "{{ title.replace('a', 'b') }}",
    "calling for the loop": "{% for a in clauses %}{{ loop.cycle('a') }}{% endfor %}",
    "a range": "{% for i in range(10**9) %}a{% endfor %}",
    "a power": "{{ 10**10**10 }}",
    "a huge string": "{{ 'a' * 10**9 }}",
    "a wide number": "{{ '%1000000000d' % 1 }}",
    "a file": "{% include '/etc/passwd' %}",
    "a module": "{% import 'os' as os %}",
    "the environment": "{{ self }}{{ config }}",
    "a macro": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "no such tag": "{{ titel }}",
    "no such filter": "{{ title|safe }}",
    "no end": "{% for a in clauses %}",
    "no brace": "{{ title }",
}


@pytest.mark.parametrize("words", FORBIDDEN.values(), ids=FORBIDDEN)
def test_a_layout_that_would_do_more_than_fill_in_is_refused(words: str) -> None:
    with pytest.raises(Refused) as refused:
        render(with_words(words), innovation_award())
    assert "/" not in str(refused.value).replace("/etc/passwd", "")  # no path of ours is told


def test_a_missing_tag_is_named() -> None:
    with pytest.raises(Refused, match="titel"):
        render(with_words("{{ titel }}"), innovation_award())


def test_a_loop_without_an_end_is_ended_by_the_limit_on_time() -> None:
    loops = "".join(f"{{% for a{n} in explanation[0] %}}" for n in range(9))
    layout = with_words(loops + "{% endfor %}" * 9)
    with pytest.raises(Refused) as refused:
        render(layout, innovation_award(), Limits(cpu_seconds=1))
    assert refused.value.sentence == TOO_SLOW


def test_a_text_that_doubles_itself_is_ended_by_the_limit_on_memory() -> None:
    doubled = "{% set a = explanation[0] %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}"
    with pytest.raises(Refused) as refused:
        render(with_words(doubled), innovation_award())
    assert refused.value.sentence == TOO_LARGE


def test_more_than_the_limit_on_output_is_never_read() -> None:
    with pytest.raises(Refused):
        render(ours(), innovation_award(), Limits(output=10_000))


def test_tags_cannot_join_pieces_into_a_field() -> None:
    """Pieces of the layout's own marks, cut and put together, are looked at as they come out."""
    piece = (
        "{% set a %}</w:t></w:r><w:r><w:t>DATE</w:t></w:r><w:r><w:t>{% endset %}"
        "{{ a[:15] }}{{ a[15:] }}"
    )
    layout = with_run(f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>')
    said = full_text(render(layout, innovation_award()))
    assert "DATE" in said  # pieces can be joined: so what comes out is inspected
    hidden = (
        "{% set a %}</w:t></w:r><w:r><w:rPr><w:van/></w:rPr><w:t>{% endset %}"
        "{% set b %}</w:t></w:r><w:r><w:t>ish{% endset %}"
    )
    cut = "{{ a[:30] }}{{ b[-3:] }}{{ a[30:] }}"
    layout = with_run(f'<w:r><w:t xml:space="preserve">{hidden}{cut}</w:t></w:r>')
    with pytest.raises(Refused, match="隐藏"):
        render(layout, innovation_award())


DROPPED = {
    "the title": ("{{ title|broken }}", "", "标题"),
    "the number": ("{{ number }}", "", "编号"),
    "a clause's words": ("in clause.wording.paragraphs %}", "in [] %}", "第1条"),
    "a clause": ("{%p for clause in clauses %}", "{%p for clause in clauses[1:] %}", "第1条"),
    "a table's figures": ("{{ cell }}", "", "第1条"),
    "a signature's place": ("{{ block.name }}", "", "签名处"),
    "a picture": ("{{ block.image }}", "", "签名处"),
    "a digest": ("{{ proof.digest }}", "", "摘要"),
    "the grade": (
        "{%p for line in sections[\"签署方式和签名等级\"]|counted %}",
        "{%p for line in basis %}",
        "签名等级",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "what"), DROPPED.values(), ids=DROPPED)
def test_a_layout_that_drops_what_a_paper_must_say_is_refused(
    old: str, new: str, what: str
) -> None:
    with pytest.raises(Refused) as refused:
        tried(rewritten(old, new), "minutes")
    assert what in str(refused.value)


def test_a_layout_that_drops_a_clause_only_of_some_papers_is_refused_there() -> None:
    sly = rewritten(
        "{%p for clause in clauses %}",
        "{%p for clause in clauses if clause.heading != '奖金来源' %}",
    )
    tried(sly, "minutes")
    with pytest.raises(Refused, match="奖金来源"):
        render(sly, innovation_award())


def test_a_room_does_not_wait_for_the_offices() -> None:
    with OFFICES.taken():
        assert full_text(render(ours(), innovation_award()))


def test_offices_do_not_take_the_rooms_turns_and_wait_for_each_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with ROOMS.taken(), ROOMS.taken():
        assert tried(ours(), "minutes")
    monkeypatch.setattr(OFFICES, "_patience", 0)
    with OFFICES.taken(), pytest.raises(Refused, match="还没有轮到"):
        tried(ours(), "minutes")
