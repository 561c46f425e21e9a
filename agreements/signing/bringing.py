"""What comes for a scan: each file as it came and as it is shown, and how much a scan may hold."""

from collections.abc import Mapping
from typing import Final

from django.db.models import QuerySet, Sum
from django.db.models.functions import Length

from agreements.signing.scan_models import Scan, ScanFile, ScanPicture
from agreements.signing.scans import opened
from negotiate.law.refusal import Refused
from negotiate.people.models import Seat

MOST_FILES: Final = 20
MOST_BYTES: Final = 40_000_000
"""Of all files of a scan."""


class Brought:
    """One file as it came, opened before anybody waits for the room. Raises Refused."""

    def __init__(self, content: bytes, sha256: str) -> None:
        self.content = content
        self.sha256 = sha256
        self.opened = opened(content)


def missing_of(files: QuerySet[ScanFile], contents: Mapping[str, bytes]) -> dict[str, bytes]:
    """Those of the contents, by their SHA-256, that are not among the files yet. Raises Refused,
    with nothing unfolded, if all were too many together."""
    there = set(files.values_list("sha256", flat=True))
    missing = {digest: content for digest, content in contents.items() if digest not in there}
    size = sum(map(len, missing.values()))
    _require_bounded(len(there) + len(missing), _size(files) + size)
    return missing


def require_bounded(files: QuerySet[ScanFile]) -> None:
    _require_bounded(files.count(), _size(files))


def keep(one: Brought, scan: Scan, position: int, seat: Seat) -> None:
    """Raises Refused if it is there already: somebody else has just brought it."""
    if scan.files.filter(sha256=one.sha256).exists():
        raise Refused("选的文件里有一个已经传上来了，请不要重复上传。")
    file = ScanFile.objects.create(
        scan=scan,
        position=position,
        content=one.content,
        media_type=one.opened.media_type,
        sha256=one.sha256,
        uploaded_by=seat,
    )
    shown = enumerate(one.opened.pictures, 1)
    pictures = [ScanPicture(file=file, number=n, content=content) for n, content in shown]
    ScanPicture.objects.bulk_create(pictures)


def _require_bounded(count: int, size: int) -> None:
    if count > MOST_FILES:
        raise Refused("一份扫描件最多 %(most)s 个文件。", most=MOST_FILES)
    if size > MOST_BYTES:
        raise Refused("一份扫描件合计不能超过 %(most)s MB。", most=MOST_BYTES // 1_000_000)


def _size(files: QuerySet[ScanFile]) -> int:
    return files.aggregate(size=Sum(Length("content")))["size"] or 0
