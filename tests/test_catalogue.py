"""Every sentence exists in English, and its figures stay in it."""

import re
from io import BytesIO, StringIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_keywords, parse_mapping_cfg
from babel.messages.pofile import read_po
from django.conf import settings

from negotiate.i18n import extract_template

PLACEHOLDER = re.compile(r"%(?:\(\w+\))?[-+ 0-9.]*[a-zA-Z]|\{\w*\}")


def extracted() -> set[str]:
    """Find the first form of every sentence as the documented command does."""
    lines = (settings.BASE_DIR / "babel.cfg").read_text("utf-8")
    words = re.findall(r"-k (\S+)", lines)
    methods, options = parse_mapping_cfg(StringIO(lines))  # type: ignore[no-untyped-call]
    found = extract_from_dir(
        settings.BASE_DIR, methods, options, DEFAULT_KEYWORDS | parse_keywords(words)
    )
    ids = (message for _, _, message, _, _ in found)
    return {each if isinstance(each, str) else each[0] for each in ids}


def english() -> Catalog:
    """Read the English catalogue."""
    path = Path(settings.LOCALE_PATHS[0]) / "en/LC_MESSAGES/django.po"
    with path.open("rb") as file:
        return read_po(file, locale="en")


def forms(text: object) -> list[str]:
    """Give the singular and plural forms of a sentence as a list."""
    return [text] if isinstance(text, str) else list(text)  # type: ignore[call-overload]


def entries() -> dict[str, Message]:
    """Give the catalogue's entries by the first form of their sentence."""
    return {forms(entry.id)[0]: entry for entry in english() if entry.id}


def test_every_sentence_is_translated() -> None:
    known = entries()
    missing = [
        sentence
        for sentence in extracted()
        if sentence not in known or not all(forms(known[sentence].string))
    ]
    assert sorted(missing) == []


def test_no_translation_is_a_guess_or_left_over() -> None:
    assert [entry.id for entry in entries().values() if entry.fuzzy] == []
    assert sorted(set(entries()) - extracted()) == []
    assert list(english().obsolete) == []


def test_no_translation_loses_a_figure() -> None:
    for entry in entries().values():
        wanted = sorted(PLACEHOLDER.findall(forms(entry.id)[-1]))
        for translation in forms(entry.string):
            assert sorted(PLACEHOLDER.findall(translation)) == wanted, entry.id


def test_sentences_in_templates_are_found_with_their_lines() -> None:
    template = '\n<p>\n    {% translate "同意" %}\n  {{ name|default:_("无") }}</p>'.encode()
    found = list(extract_template(BytesIO(template), DEFAULT_KEYWORDS, (), {}))
    assert [(line, message) for line, _, message, _ in found] == [(3, "同意"), (4, "无")]
