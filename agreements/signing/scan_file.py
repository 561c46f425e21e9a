"""The scan of a paper as one file to fetch."""

from io import BytesIO
from typing import Final
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from agreements.papers.models import Paper
from agreements.signing.integrity import scan_of
from negotiate.media_types import ENDINGS, ZIP

_EPOCH: Final = (1980, 1, 1, 0, 0, 0)


def bundled(paper: Paper) -> tuple[bytes, str]:
    """Its bytes and media type: the file itself, or a ZIP of several in their order. Raises
    Refused if they are not those that were accepted."""
    files = scan_of(paper)
    if len(files) == 1:
        return files[0]
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:  # pictures are packed as they are
        for number, (content, media_type) in enumerate(files, 1):
            name = f"{number:02}.{ENDINGS[media_type]}"
            archive.writestr(ZipInfo(name, _EPOCH), content)
    return packed.getvalue(), ZIP
