"""A list of old files and the files themselves, all in one ZIP."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import IO, Final
from zipfile import BadZipFile, ZipFile, ZipInfo

from agreements.layouts.container import unpacked
from agreements.signing.scans import MAX_SCAN
from negotiate.law.refusal import N_, Refused
from negotiate.rooms.actions.importing import Kept

LIST: Final = "名单"
"""Begins the name of the list."""
MOST_ENTRIES: Final = 100_000
MOST_UNPACKED: Final = 100_000_000
_UTF8: Final = 0x800
_MAC: Final = "__MACOSX"
BROKEN: Final = N_("压缩包打不开，可能不完整或加了密码，请重新打包。")
TOO_LARGE: Final = N_("文件超过 8 MB，请缩小后再传。")


class Bundle:
    """A ZIP that is read entry by entry; nothing of it is ever unpacked on a disk."""

    def __init__(self, file: IO[bytes]) -> None:
        """Raises Refused for what is no ZIP."""
        with _whole():
            self._packed = ZipFile(file)
        entries = [one for one in self._packed.infolist() if not one.is_dir()]
        if len(entries) > MOST_ENTRIES:
            raise Refused(N_("压缩包里的文件太多，最多 %(most)s 个。"), most=MOST_ENTRIES)
        self._by_path = {path: one for one in entries if _MAC not in (path := _name(one))}
        self._by_name: dict[str, list[ZipInfo]] = {}
        for path, one in self._by_path.items():
            self._by_name.setdefault(PurePosixPath(path).name, []).append(one)

    def require_small(self) -> None:
        """Raises Refused for more than a page may unpack."""
        if sum(one.file_size for one in self._by_path.values()) > MOST_UNPACKED:
            raise Refused(N_("压缩包解开以后太大，请分成几包，或请管理员用命令导入。"))

    def list_file(self) -> Kept:
        """Raises Refused if it is not there."""
        path = self._list_path()
        if path is None:
            raise Refused(N_("压缩包里没有名单。请放一份名单.xlsx 或名单.csv，再打包。"))
        return Kept(PurePosixPath(path).name, self._content(self._by_path[path]))

    def content(self, name: str) -> bytes:
        """The file of this path; or of this name alone, whatever folder it is in. Raises
        Refused."""
        path = name.replace("\\", "/").strip("/")
        found = [self._by_path[path]] if path in self._by_path else self._by_name.get(path, [])
        if not found:
            raise Refused(N_("压缩包里没有这个文件。"))
        if len(found) > 1:
            raise Refused(N_("压缩包里有几个同名的文件，请在名单里写上文件夹，例如 2019/甲.docx。"))
        return self._content(found[0])

    def found(self, name: str) -> bytes | None:
        """The same, or nothing."""
        try:
            return self.content(name)
        except Refused:
            return None

    def _list_path(self) -> str | None:
        lists = (path for path in sorted(self._by_path, key=len) if _is_list(path))
        return next(lists, None)

    def _content(self, entry: ZipInfo) -> bytes:
        if entry.file_size > MAX_SCAN:
            raise Refused(TOO_LARGE)
        with _whole():
            return unpacked(self._packed, entry)


def _is_list(path: str) -> bool:
    name = PurePosixPath(path)
    return name.name.startswith(LIST) and name.suffix.lower() in (".xlsx", ".csv")


def _name(entry: ZipInfo) -> str:
    """Chinese Windows writes names in its own code and does not say so."""
    name = entry.filename
    if not entry.flag_bits & _UTF8:
        try:
            name = name.encode("cp437").decode("gb18030")
        except (UnicodeEncodeError, UnicodeDecodeError):
            name = entry.filename
    return name.replace("\\", "/")


@contextmanager
def _whole() -> Iterator[None]:
    try:
        yield
    except (BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as fault:
        raise Refused(BROKEN) from fault
