"""`python -m tests.agreements.layouts.figures`: what each attack on a layout costs, as a table: the
answer it gets, seconds of processor and on the clock, and megabytes at most of the process that
fills in."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import Final

from agreements.layouts.rendering import render
from agreements.layouts.samples import samples
from agreements.layouts.trying import tried
from agreements.layouts.work import TRIAL
from negotiate.law.refusal import Refused
from tests.agreements.layouts.attacks import ATTACKS
from tests.agreements.layouts.made import ours, with_run, with_words
from tests.agreements.layouts.test_rendering import FORBIDDEN

LOOPS: Final = 9
ENDLESS: Final = (
    "".join(f"{{% for a{n} in explanation[0] %}}" for n in range(LOOPS)) + "{% endfor %}" * LOOPS
)
DOUBLED: Final = "{% set a = explanation[0] %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}"
MEASURED: Final[dict[str, Callable[[], bytes]]] = {
    "none: our own layout": ours,
    "reaching for Python's classes by a tag": partial(
        with_words, FORBIDDEN["reaching for classes"]
    ),
    "reading a file by a tag": partial(with_words, FORBIDDEN["a file"]),
    "loops within loops, 10^17 turns": partial(with_words, ENDLESS),
    "a text that doubles itself 40 times": partial(with_words, DOUBLED),
    "a picture from outside": ATTACKS["a picture from outside"],
    "another Word template": ATTACKS["its Word template"],
    "a field that shows another file": ATTACKS["a field that shows another file"],
    "a macro": ATTACKS["a macro's part"],
    "an embedded object": ATTACKS["an object"],
    "hidden words": ATTACKS["hidden words"],
    "a bomb of 50 MB of blanks": ATTACKS["a bomb"],
    "a bomb that says it is one byte": ATTACKS["a bomb that says it is small"],
    "entities upon entities, 10^19 laughs": ATTACKS["entities upon entities"],
    "10,000 parts": ATTACKS["too many parts"],
    "words that come with the signatures": partial(
        with_run, "<w:r><w:t>{% if signatures[0].image %}多出来的话{% endif %}</w:t></w:r>"
    ),
}


def measure(name: str, layout: bytes) -> str:
    """A row of the table. A refusal is the answer that is hoped for."""
    render(ours(), samples("minutes")[1])  # for the next, all is compiled
    before = _processor()
    began, answer = time.perf_counter(), "can be used"
    try:
        tried(layout, "minutes", TRIAL)
    except Refused as refused:
        answer = str(refused)
    took = time.perf_counter() - began
    spent, most = _processor() - before, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return f"| {name} | {answer} | {spent:.1f} | {took:.1f} | {most // 1024} |"


def _processor() -> float:
    """Seconds that the processes which fill in have taken."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def main() -> None:
    """Each made and measured in processes of their own: the kernel counts children together, and a
    child's memory from what its parent had."""
    for name in MEASURED:
        command = [sys.executable, "-m", "tests.agreements.layouts.figures", name]
        made = subprocess.run([*command, "make"], stdout=subprocess.PIPE, check=True).stdout
        subprocess.run(command, input=made, check=True)


if __name__ == "__main__":
    match sys.argv[1:]:
        case [name, "make"]:
            sys.stdout.buffer.write(MEASURED[name]())
        case [name]:
            print(measure(name, sys.stdin.buffer.read()))
        case _:
            main()
