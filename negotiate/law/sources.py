"""Where a rule stands. What varies by place, with its article, is in `profiles`."""

from typing import Final

from negotiate.law.refusal import N_

JIANGSU: Final = "《江苏省集体协商条例》简易程序（以条例原文为准）"
CIVIL_CODE: Final = "《民法典》第四百八十八条（参照）"
CONTRACT_LAW: Final = "《劳动合同法》第五十四条"
HOUSE: Final = N_("会议规则")


def national(article: str) -> str:
    """An article of the national rules of 2004, as 第三十四条."""
    return f"《集体合同规定》{article}"
