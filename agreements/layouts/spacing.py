"""A picture in a line of exact height is cut to that height: a signature would be a sliver."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import etree

from agreements.layouts.markup import W
from negotiate.law.refusal import N_, Refused

_W: Final = f"{{{W}}}"
_INLINE: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_PICTURE_TAG: Final = re.compile(r"\{\{[^}]*\b(image|check_code)\b")
_DEEPEST: Final = 20
"""Styles based on styles: Word allows no more."""


def require_room_for_pictures(trees: Mapping[str, etree._Element]) -> None:
    """Of the styles, their bases and the paragraph itself, the nearest that says so decides."""
    styles = _styles(trees)
    for tree in trees.values():
        for paragraph in tree.iter(f"{_W}p"):
            if _holds_picture(paragraph) and (
                _is_exact(paragraph, styles) or _in_exact_row(paragraph)
            ):
                raise Refused(
                    N_(
                        "有一处签名或者图片所在的段落用了“固定值”行距，图会被截掉。请改成单倍行距再上传。"
                    )
                )


def _holds_picture(paragraph: etree._Element) -> bool:
    if next(paragraph.iter(_INLINE), None) is not None:
        return True
    said = "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))
    return _PICTURE_TAG.search(said) is not None


def _in_exact_row(paragraph: etree._Element) -> bool:
    for row in paragraph.iterancestors(f"{_W}tr"):
        for height in row.findall(f"{_W}trPr/{_W}trHeight"):
            if height.get(f"{_W}hRule") == "exact":
                return True
    return False


def _is_exact(paragraph: etree._Element, styles: Mapping[str, etree._Element]) -> bool:
    own = paragraph.find(f"{_W}pPr")
    rule = _rule(own)
    named = own.find(f"{_W}pStyle") if own is not None else None
    style = styles.get(named.get(f"{_W}val", "") if named is not None else "", styles.get(""))
    for _ in range(_DEEPEST):
        if rule or style is None:
            break
        rule = _rule(style.find(f"{_W}pPr"))
        base = style.find(f"{_W}basedOn")
        style = styles.get(base.get(f"{_W}val", "-")) if base is not None else None
    return (rule or _rule(styles.get("defaults"))) == "exact"


def _rule(properties: etree._Element | None) -> str:
    """What these properties say of the line, or nothing."""
    spacing = properties.find(f"{_W}spacing") if properties is not None else None
    if spacing is None or spacing.get(f"{_W}line") is None:
        return ""
    return spacing.get(f"{_W}lineRule", "auto")


def _styles(trees: Mapping[str, etree._Element]) -> dict[str, etree._Element]:
    """Paragraph styles by their ids; the one that holds where none is named under "", and what
    holds for all under "defaults"."""
    found: dict[str, etree._Element] = {}
    for tree in trees.values():
        if tree.tag != f"{_W}styles":
            continue
        for style in tree.findall(f"{_W}style"):
            if style.get(f"{_W}type") == "paragraph":
                found[style.get(f"{_W}styleId", "")] = style
                if style.get(f"{_W}default") == "1":
                    found[""] = style
        defaults = tree.find(f"{_W}docDefaults/{_W}pPrDefault/{_W}pPr")
        if defaults is not None:
            found["defaults"] = defaults
    return found
