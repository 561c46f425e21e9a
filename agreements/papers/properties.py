"""The properties of a paper's file: from its text alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from docx.document import Document

from agreements.papers.text import Signable


@dataclass(frozen=True)
class Properties:
    """`at` is in UTC and names no zone, as the file has it."""

    title: str
    subject: str
    author: str
    at: datetime
    category: str

    @classmethod
    def of(cls, text: Signable, category: str) -> Properties:
        """Naive times are taken as UTC."""
        at = text.dated if text.dated.tzinfo is None else text.dated.astimezone(UTC)
        at = at.replace(tzinfo=None, microsecond=0)
        return cls(text.title, text.number, text.enterprise, at, category)


def set_properties(paper: Document, to: Properties) -> None:
    properties = paper.core_properties
    properties.title, properties.subject = to.title, to.subject
    properties.author = properties.last_modified_by = to.author
    properties.created = properties.modified = to.at
    properties.category, properties.language = to.category, "zh-CN"
    properties.comments = properties.keywords = ""
    properties.revision = 1
