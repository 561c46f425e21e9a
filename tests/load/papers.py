"""`python -m tests.load.papers [--json FILE]`: what a paper costs to make, sign and seal, and how
the strict verifier compares with LibreOffice's (docs/signing.md, Figures).

All is measured in turns in one run, and medians are compared. Ends with status 1 if a sealed paper
is not genuine, or LibreOffice does not call its signatures valid; not for a bar that was missed.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Final

from cryptography.x509 import load_pem_x509_certificate

from agreements.papers.contract import ContractText, build_contract
from agreements.papers.minutes import build
from agreements.papers.text import MinutesText
from agreements.signing.digital.authority import fingerprint, name
from agreements.signing.digital.elements import Occasion
from agreements.signing.digital.sign import Hand, sign_paper
from agreements.signing.seal import Sealed
from agreements.verifying.answers import Answer
from agreements.verifying.registering import entry
from agreements.verifying.trust import Bundle
from agreements.verifying.verify import verify
from tests.agreements.papers.contracts import long_contract
from tests.agreements.papers.examples import innovation_award
from tests.agreements.signing.digital.office import office, words
from tests.agreements.signing.digital.signed import AT, authority, platform

ROUNDS: Final = 15
WARM: Final = 3
"""Files that LibreOffice is asked about before it counts."""
CHIEFS: Final = ("职工方首席代表", "企业方首席代表")
Text = MinutesText | ContractText


@dataclass
class Cost:
    """Of one kind of paper, a figure a round: wall seconds; `cpu` is this process's for the whole
    making of a paper, from its text to the sealed file."""

    text: Text
    composing: list[float] = field(default_factory=list)
    sealing: list[float] = field(default_factory=list)
    verifying: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    docx: bytes = b""

    def measure(self) -> None:
        """One round."""
        cpu, now = time.process_time(), time.perf_counter
        began = now()
        plain = composed(self.text)
        stands = now()
        file, bundle = sealed(plain, self.text)
        is_sealed = now()
        self.cpu.append(time.process_time() - cpu)
        asked = now()
        require_genuine(file, bundle)
        self.verifying.append(now() - asked)
        self.composing.append(stands - began)
        self.sealing.append(is_sealed - stands)
        self.docx = file.docx


def composed(text: Text) -> bytes:
    return build(text) if isinstance(text, MinutesText) else build_contract(text)


def sealed(docx: bytes, text: Text) -> tuple[Sealed, Bundle]:
    """As agreements/signing/sealing.py does it, without its database: a key for each chief that is
    made for this paper, the platform's own, and the file read back before it counts."""
    subjects = [name(f"代表{n}", text.enterprise, role) for n, role in enumerate(CHIEFS, 1)]
    made = zip((authority().issue_once(one, AT) for one in subjects), CHIEFS, strict=True)
    hands = (*(Hand(signer, role) for signer, role in made), platform())
    file = Sealed.of(sign_paper(docx, hands, Occasion(AT, f"{text.number} {text.title}")))
    wanted = [fingerprint(hand.signer.certificate) for hand in hands]
    told = entry(file.docx, text.number, text.title, file.sha256, wanted)
    root = load_pem_x509_certificate(authority().pem)
    bundle = Bundle((root,), register=lambda number: [told])
    require_genuine(file, bundle)
    return file, bundle


def require_genuine(file: Sealed, bundle: Bundle) -> None:
    if verify(file.docx, bundle).answer is not Answer.AUTHENTIC:
        sys.exit("a sealed paper is not genuine")


def asked_office(docx: bytes) -> float | None:
    """LibreOffice's median seconds for the same signatures when it is warm; None without it."""
    if not shutil.which("soffice"):
        return None
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        files = [folder / f"{n}.docx" for n in range(WARM + ROUNDS)]
        for file in files:
            file.write_bytes(docx)
        with office(authority().pem, folder) as running:
            answers = running.ask(*files)
    if any(words(answer["signatures"]) != ["valid"] * 3 for answer in answers):
        sys.exit("LibreOffice does not call a sealed paper's signatures valid")
    return float(median(answer["ms"] for answer in answers[WARM:])) / 1000


def figures(short: Cost, long: Cost, asked: float | None) -> list[tuple[str, float, float | None]]:
    """What it is, what was measured, and the most that it may be."""
    told: list[tuple[str, float, float | None]] = []
    for says, cost in (("minutes", short), ("long contract", long)):
        composing, sealing = median(cost.composing), median(cost.sealing)
        told += [
            (f"{says}: composing, ms", composing * 1000, None),
            (f"{says}: signing and sealing, ms", sealing * 1000, None),
            (f"{says}: composing, signing and sealing ÷ composing", 1 + sealing / composing, 1.5),
            (f"{says}: strict verification, ms", median(cost.verifying) * 1000, None),
            (f"{says}: papers a second a core", 1 / median(cost.cpu), None),
        ]
    told.append(("long contract: whole, s", median(long.composing) + median(long.sealing), 1))
    if asked is not None:
        told.append(("minutes: LibreOffice's verification, warm, ms", asked * 1000, None))
        told.append(("strict verification ÷ LibreOffice's", median(short.verifying) / asked, 0.2))
    return told


def table(told: list[tuple[str, float, float | None]]) -> str:
    """Markdown."""
    lines = ["| figure | measured | bar | |", "|---|---|---|---|"]
    for says, value, bar in told:
        verdict = "" if bar is None else f"≤ {bar:g} | {'met' if value <= bar else 'missed'}"
        number = f"{value:.0f}" if value >= 100 else f"{value:.3g}"
        lines.append(f"| {says} | {number} | {verdict or ' |'} |")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    costs = short, long = Cost(innovation_award()), Cost(long_contract())
    for _ in range(ROUNDS):
        for cost in costs:
            cost.measure()
    told = figures(short, long, asked_office(short.docx))
    print(table(told))
    if wanted.json:
        said: dict[str, Any] = {says: value for says, value, _ in told}
        wanted.json.write_text(json.dumps(said, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main()
