"""What the verifier answers, in the words of the page."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from negotiate.law.refusal import N_


class Answer(Enum):
    """One answer a file: its name, what it means, and what to do about it."""

    AUTHENTIC = (
        N_("真实完整"),
        N_("这份文件和签署完成时的文件一字不差，应有的签名都在，都有效。"),
        N_("可以放心使用。"),
    )
    REPACKED = (
        N_("真实但已重新打包"),
        N_("正文、表格和签名都没有改动，签名都有效；只是文件被别的软件重新保存或者改过文件属性。"),
        N_("内容可以放心使用；要和存档一字不差的文件，请从系统重新下载。"),
    )
    INCOMPLETE = (
        N_("签名不全"),
        N_("文件里的签名有效，但是应有的签名缺少一个或者几个。"),
        N_("不要当作签署完成的文件使用，请从系统重新下载。"),
    )
    ALTERED = (
        N_("已被篡改"),
        N_("这份文件在签署以后被改动过，或者签名本身被改动过。"),
        N_("不要使用。请从系统重新下载，并告诉给您文件的人。"),
    )
    UNTRUSTED = (
        N_("证书不受信"),
        N_(
            "签名用的证书不是本系统的签署机构签发的，或者签名时已经失效、被吊销，或者时间戳不可信。"
        ),
        N_("不要使用。请从系统重新下载，或者向签署双方核实。"),
    )
    UNSIGNED = (
        N_("未签名"),
        N_("这份文件里没有数字签名，不能证明它没有改动。"),
        N_("请从系统下载签署完成的文件；纸签的以签字盖章的纸质文本为准。"),
    )
    UNREGISTERED = (
        N_("未登记"),
        N_("签名有效，但是系统里没有登记这个编号的文件。"),
        N_("请核对编号，或者向签署双方核实。"),
    )

    @property
    def title(self) -> str:
        return self.value[0]

    @property
    def meaning(self) -> str:
        return self.value[1]

    @property
    def advice(self) -> str:
        return self.value[2]

    @property
    def is_good(self) -> bool:
        return self in (Answer.AUTHENTIC, Answer.REPACKED)

    @property
    def is_foul(self) -> bool:
        """Somebody may want to deceive with it."""
        return self in (Answer.INCOMPLETE, Answer.ALTERED, Answer.UNTRUSTED)


@dataclass(frozen=True)
class Registered:
    """What the register says of a paper: its number and title, the hex SHA-256 of the file, the
    fingerprints of the certificates that it must be signed with, the hex SHA-256 of each part that
    is a signature, and its lines of text. `seals` is what a stolen key cannot make: another text
    under the same number has other signatures."""

    number: str
    title: str
    sha256: str
    certificates: tuple[str, ...]
    seals: tuple[str, ...]
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Signed:
    """One valid signature: by whom, in which role, when (as written), with which certificate; and
    if a time authority has stamped it, when that was and by the name of whose certificate."""

    name: str
    organisation: str
    role: str
    at: str
    fingerprint: str
    serial: str
    stamped_at: str = ""
    stamped_by: str = ""


@dataclass(frozen=True)
class Report:
    """The answer with what it rests on. `faults`: what is wrong, for whoever looks closer;
    `missing`: how many signatures are; `changes`: lines of the register (-) and of the file (+);
    `same_text`: nobody signed it, and its text is the registered one all the same."""

    answer: Answer
    number: str = ""
    signatures: tuple[Signed, ...] = ()
    faults: tuple[str, ...] = ()
    missing: int = 0
    changes: tuple[str, ...] = ()
    same_text: bool = False
