"""The screening gate: may this matter go by the simplified procedure at all?"""

import re
from dataclasses import dataclass
from typing import Final

from negotiate.law.refusal import N_, Refused

CONTRACT: Final = "集体合同"
# A rule's own name may stand in a title, as in 《集体合同规定》.
_CITED: Final = re.compile("《[^》]*》")


@dataclass(frozen=True)
class Answers:
    """What the named screener answered.

    `contract`: a 集体合同 or 专项集体合同 will be signed. `reduces_rights`: some term leaves some
    group of workers worse off.
    """

    contract: bool
    reduces_rights: bool


def barred(answers: Answers) -> Refused | None:
    """Why the simplified procedure is barred, or None.

    Source: 《江苏省集体协商条例》, its rules on 简易程序; the article's number is not verified,
    so the sentence points to the text itself.
    """
    if answers.contract:
        return Refused(
            N_(
                "这件事要签集体合同或专项集体合同，不能用简易程序，请转普通程序。"
                "依据：《江苏省集体协商条例》关于简易程序的规定（以条例原文为准）。"
            )
        )
    if answers.reduces_rights:
        return Refused(
            N_(
                "这件事会减损职工权益，不能用简易程序，请转普通程序。"
                "依据：《江苏省集体协商条例》关于简易程序的规定（以条例原文为准）。"
            )
        )
    return None


def names_contract(title: str) -> bool:
    """Whether a title calls its matter or paper a collective contract (domain.md §2)."""
    return CONTRACT in _CITED.sub("", title)


def require_simple_title(title: str) -> None:
    """Refuse at once what could never be summed up: a paper's title carries its matter's."""
    if names_contract(title):
        raise Refused(
            N_(
                "走简易程序的，标题里不能写“集体合同”。要签集体合同，请在第一问回答“是”，"
                "走普通程序；不签的，请换个标题重新提出；提到法规时，请写全名并加书名号《》。"
            )
        )
