"""The screening gate: may this matter go by the simplified procedure at all?"""

from dataclasses import dataclass

from negotiate.law.refusal import N_, Refused


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
