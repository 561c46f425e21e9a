"""What has to be done by when."""

from negotiate.law.refusal import N_
from negotiate.law.words.word import Word


class Count(Word):
    """How a time is counted."""

    DAYS = "days", N_("日")
    WORKING_DAYS = "working_days", N_("个工作日")
    MONTHS = "months", N_("个月")


class ClockKind(Word):
    """A time that one act starts and another one meets. Its length is the profile's value of the
    same name, save where the parties set the day themselves."""

    REPLY = "reply", N_("答复要约")
    MATERIALS = "materials", N_("提供协商资料")
    VACANCY = "vacancy", N_("补选代表")
    TALKS = "talks", N_("结束协商")
    SUSPENSION = "suspension", N_("复会")
    COORDINATION = "coordination", N_("协调处理")
    FILING = "filing", N_("报送审查")
    EFFECT = "effect", N_("审查异议期")
    PUBLICATION = "publication", N_("公布")
    RENEWAL = "renewal", N_("提出续订")
    EXPIRY = "expiry", N_("合同期满")
    ANSWER = "answer", N_("答复对方的询问")
