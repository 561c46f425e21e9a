"""The rules for what follows the talks."""

from typing import Final

from negotiate.law.profiles.key import COPIES, TIMES, YEARS, Key
from negotiate.law.refusal import N_

_PROMPTLY: Final = {"promptly": N_("及时")}
AFTER_TALKS: Final = (
    Key("term_years_min", N_("合同最短"), N_("合同期限至少几年。"), YEARS),
    Key("term_years_max", N_("合同最长"), N_("合同期限至多几年。"), YEARS),
    Key("filing", N_("报送审查"), N_("首席代表签字后，几日内报送。"), TIMES),
    Key("filing_wages", N_("报送审查（谈工资）"), N_("工资合同签字后，几日内报送。"), TIMES),
    Key("copies", N_("报送份数"), N_("报送几份合同文本。"), COPIES),
    Key("effect", N_("审查异议期"), N_("收到文本后几日内没有异议，合同就生效。"), TIMES),
    Key("publication", N_("公布"), N_("生效后几日内向全体职工公布。"), TIMES, _PROMPTLY),
    Key("publication_wages", N_("公布（谈工资）"), N_("工资合同生效后几日内公布。"), TIMES),
    Key("renewal", N_("续订"), N_("期满前多久可以提出重新协商。"), TIMES),
    Key("renewal_wages", N_("续订（谈工资）"), N_("工资合同期满前多久可以提出。"), TIMES),
)
