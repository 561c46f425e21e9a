"""What phones are sent is understood by engines from Chromium 64 and iOS 12 on (docs/phones.md)."""

import re
from pathlib import Path

import pytest

STATIC = Path(__file__).parent.parent / "negotiate" / "static" / "negotiate"

# What is newer, as a pattern: a message of the engine would be "Unexpected token", and no page.
SCRIPT = {
    "?.": r"\?\.(?!\d)", "??": r"\?\?", "||=": r"(\|\||&&|\?\?)=", "catch {": r"catch\s*\{",
    "#private": r"\bthis\.#|^\s*#\w", "1_000": r"\d_\d",
    "class field": r"(?ms)^(export )?class \w+[^{]*\{((?!^\}).)*?^  (static )?\w+ = ",
    "dynamic import": r"\bimport\(", "import.meta": r"\bimport\.meta",
    "a newer function": r"\.(at|flat|flatMap|replaceAll|matchAll|allSettled|any|replaceChildren"
    r"|toggleAttribute|fromEntries|append\([^)]*,[^)]*\)\.|trimEnd|trimStart|hasOwn)\(",
    "a newer thing": r"\b(structuredClone|randomUUID|globalThis|queueMicrotask|BigInt|WeakRef)\b",
}  # fmt: skip
STYLE = {
    "gap": r"(?<![-\w])(row-|column-)?gap\s*:",
    "a newer function": r"\b(clamp|min|max|color-mix)\(",
    "a newer property": r"(?<![-\w])(inset|aspect-ratio|place-\w+|accent-color)\s*:",
    "a newer selector": r":(is|where|has)\(|(?<!:focus:not\():focus-visible|&",
    "a newer unit": r"\d(d|s|l)v[hw]\b",
}  # fmt: skip


def bare(text: str) -> str:
    """Without comments and without what stands between quotes."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    text = re.sub(r"(?<!:)//.*", "", text)
    return re.sub(r'"(\\.|[^"\\\n])*"', '""', text)


@pytest.mark.parametrize(
    ("kind", "newer"), [("js", SCRIPT), ("css", STYLE)], ids=["scripts", "styles"]
)
def test_nothing_is_sent_that_an_old_engine_cannot_read(kind: str, newer: dict[str, str]) -> None:
    paths = sorted(STATIC.glob(f"*.{kind}"))
    assert paths
    found = [
        f"{path.name}: {name}"
        for path in paths
        for name, pattern in newer.items()
        if re.search(pattern, bare(path.read_text("utf-8")), re.M)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("newer", "code"),
    [
        (SCRIPT, "a?.b"), (SCRIPT, "a ?? b"), (SCRIPT, "try { a() } catch { b() }"),
        (SCRIPT, "class A {\n  b = 1;\n}"), (SCRIPT, "list.at(-1)"),
        (STYLE, "a { display: flex; gap: 1rem; }"), (STYLE, "a { width: min(1rem, 5vw); }"),
        (STYLE, "a:focus-visible { color: red; }"), (STYLE, "a { height: 100dvh; }"),
    ],
)  # fmt: skip
def test_what_an_old_engine_cannot_read_is_noticed(newer: dict[str, str], code: str) -> None:
    assert any(re.search(pattern, bare(code), re.M) for pattern in newer.values())
