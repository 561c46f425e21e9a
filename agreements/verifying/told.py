"""A report as plain text, for those who ask by command."""

from __future__ import annotations

from collections.abc import Iterator

from agreements.verifying.answers import Report


def told(report: Report) -> str:
    return "\n".join(_lines(report))


def _lines(report: Report) -> Iterator[str]:
    answer = report.answer
    yield f"{answer.title} ({answer.name}) {report.number}".rstrip()
    yield answer.meaning
    yield answer.advice
    for one in report.signatures:
        yield f"  {one.role} {one.name}, {one.organisation}, {one.at}, {one.fingerprint}"
        if one.stamped_at:
            yield f"    time-stamped {one.stamped_at} by {one.stamped_by}"
    if report.same_text:
        yield "  its text is the registered one"
    if report.missing:
        yield f"  missing: {report.missing}"
    for fault in report.faults:
        yield f"  {fault}"
    yield from report.changes
