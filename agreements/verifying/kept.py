"""A bundle as a file, so that papers can be verified anywhere, without a database."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509 import Certificate, load_pem_x509_certificate

from agreements.verifying.answers import Registered
from agreements.verifying.trust import Bundle, Revoked


def written(bundle: Bundle, papers: Iterable[Registered]) -> str:
    """The bundle with these papers as its register, as JSON."""
    return json.dumps(
        {
            "roots": _pems(bundle.roots),
            "time_roots": _pems(bundle.time_roots),
            "revoked": {
                serial: {"since": one.since.isoformat(), "reason": one.reason}
                for serial, one in bundle.revoked.items()
            },
            "papers": [asdict(paper) for paper in papers],
        },
        ensure_ascii=False,
        indent=1,
    )


def read(text: str) -> Bundle:
    """A bundle that `written` gave. Raises ValueError, KeyError or TypeError for anything else."""
    told: dict[str, Any] = json.loads(text)
    papers = [
        Registered(
            one["number"], one["title"], one["sha256"], tuple(one["certificates"]),
            tuple(one["seals"]), tuple(one["lines"]),
        )
        for one in told["papers"]
    ]  # fmt: skip
    return Bundle(
        roots=_loaded(told["roots"]),
        time_roots=_loaded(told.get("time_roots", [])),  # bundles of before there were any
        revoked={
            serial: Revoked(datetime.fromisoformat(one["since"]), one["reason"])
            for serial, one in told["revoked"].items()
        },
        register=lambda number: [paper for paper in papers if paper.number == number],
    )


def _pems(certificates: Iterable[Certificate]) -> list[str]:
    return [one.public_bytes(Encoding.PEM).decode() for one in certificates]


def _loaded(pems: Iterable[str]) -> tuple[Certificate, ...]:
    return tuple(load_pem_x509_certificate(pem.encode()) for pem in pems)
