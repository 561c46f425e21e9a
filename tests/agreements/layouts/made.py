"""Layouts as their tests need them: ours with something put in, or changed in its parts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document as open_document
from PIL import Image

from agreements.layouts.samples import samples
from agreements.layouts.standard import standard
from agreements.papers.package import TYPES, unpack

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT, STYLES, RELS = "word/document.xml", "word/styles.xml", "word/_rels/document.xml.rels"
SETTINGS, FOOTER = "word/settings.xml", "word/footer1.xml"
ODR = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@cache
def ours(kind: str = "minutes") -> bytes:
    return standard(samples(kind)[0])


def zipped(parts: Mapping[str, bytes]) -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()


def replaced(part: str, old: str, new: str, kind: str = "minutes") -> bytes:
    """Ours, with the first of one thing in a part written otherwise."""
    parts = unpack(ours(kind))
    assert old in parts[part].decode()
    parts[part] = parts[part].decode().replace(old, new, 1).encode()
    return zipped(parts)


def with_run(xml: str, kind: str = "minutes") -> bytes:
    """Ours, with this in a paragraph of its own at the top."""
    return replaced(DOCUMENT, "<w:body>", f"<w:body><w:p>{xml}</w:p>", kind)


def with_words(said: str, kind: str = "minutes") -> bytes:
    """Ours, with these words, tags among them, at the top."""
    words = said.replace("&", "&amp;").replace("<", "&lt;")
    return with_run(f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>', kind)


def with_relationship(kind: str, target: str, mode: str = "") -> bytes:
    outside = f' TargetMode="{mode}"' if mode else ""
    line = f'<Relationship Id="rId900" Type="{kind}" Target="{target}"{outside}/>'
    return replaced(RELS, "</Relationships>", f"{line}</Relationships>")


def with_part(name: str, content: bytes, kind: str = "") -> bytes:
    parts = unpack(ours())
    parts[name] = content
    if kind:
        line = f'<Override PartName="/{name}" ContentType="{kind}"/></Types>'
        parts[TYPES] = parts[TYPES].replace(b"</Types>", line.encode())
    return zipped(parts)


def rewritten(old: str, new: str) -> bytes:
    """Ours, with every one of some words of the body written otherwise."""
    parts = unpack(ours())
    assert old in parts[DOCUMENT].decode()
    parts[DOCUMENT] = parts[DOCUMENT].decode().replace(old, new).encode()
    return zipped(parts)


def with_picture() -> bytes:
    """Ours, with an emblem at the end, as Word puts it into a line."""
    paper = open_document(BytesIO(ours()))
    dot = BytesIO()
    Image.new("RGB", (9, 9), "red").save(dot, "PNG")
    paper.add_picture(dot)
    packed = BytesIO()
    paper.save(packed)
    return packed.getvalue()
