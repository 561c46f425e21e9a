"""Made-up papers that a layout is tried on before it is used: everything that a paper can say is
said once, and those who sign are named nowhere else, so that their places must be there."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from agreements.layouts.hands import signed_in_jest, with_open_places
from agreements.layouts.told import Text
from agreements.papers.contract import ContractText
from agreements.papers.text import Clause, MinutesText, Participant, Party, SignatureBlock
from negotiate.law.canonical import digest as digest_of
from negotiate.law.terms import Table, Wording

_FIRM, _UNION = "样例机械有限公司", "样例机械有限公司工会委员会"
_CHECK_AT = "https://yangli.example/verify/"
_DATED = datetime(2026, 5, 20, 12, 50, tzinfo=ZoneInfo("Asia/Shanghai"))
_PARTIES = (Party("职工方", _UNION, "张三"), Party("企业方", _FIRM, "李四"))
_TIERS = Table(
    ("档次", "评定标准", "奖金（元）", "大写"),
    (
        ("一等", "新产品投产，年新增利润一百万元以上", "30,000.00", "人民币叁万元整"),
        ("二等", "合理化建议被采纳并实施", "500.00", "人民币伍佰元整"),
    ),
)
_CLAUSES = (
    Clause("奖金档次", Wording(("设立技术创新奖，分两档：", "金额为税前金额，如下："), _TIERS)),
    Clause("评定时间", Wording(("每年6月和12月各评定一次。",), None)),
)


def samples(kind: str) -> tuple[Text, Text]:
    """The paper signed on the spot, and the same to be signed in ink."""
    signed = _contract() if kind == "contract" else _minutes()
    return signed, replace(with_open_places(signed), grade="C")


def _block(role: str, name: str, turn: int, seal: str = "") -> SignatureBlock:
    return signed_in_jest(SignatureBlock(role, name, seal), turn)


def _minutes() -> MinutesText:
    return MinutesText(
        kind="minutes",
        title=f"{_FIRM}关于设立技术创新奖的集体协商会议纪要",
        number="样例〔2026〕第1号",
        enterprise=_FIRM,
        place="公司二楼会议室",
        mode="现场会议，简易程序，一事一议",
        held="2026年5月20日11时50分至12时50分",
        dated=_DATED,
        parties=_PARTIES,
        basis=("《江苏省集体协商条例》有关简易程序的规定（以条例原文为准）。", "程序审查已通过。"),
        matter=("职工方提出：设立技术创新奖。",),
        course=("职工方说明方案，企业方提出修改。", "双方首席代表确认同一文本。"),
        participants=(
            Participant("张三", "职工方", "首席代表、主持", "工会主席", "现场"),
            Participant("李四", "企业方", "首席代表", "总经理", "线上"),
            Participant("王五", "", "列席", "镇总工会干事", "缺席"),
        ),
        clauses=_CLAUSES,
        effect=("自双方首席代表签署之日起生效。",),
        performance=("由人力资源部负责，于2026年6月30日前办理完毕。",),
        checking=("工会会同双方代表检查履行情况。",),
        change=("一方要求变更的，应当书面提出并说明理由。",),
        copies=("电子文本由双方各存一份，工会存档一份。",),
        grade="B",
        signatures=(
            _block("职工方首席代表", "签名人甲", 1, _UNION),
            _block("企业方首席代表", "签名人乙", 2, _FIRM),
            _block("记录员", "签名人丙", 3),
        ),
        terms_digest=digest_of("terms"),
        record_head=digest_of("record"),
        record_length=86,
        check_at=_CHECK_AT,
        polls=("职工方协商代表表决：应到5人，同意5人，通过。",),
        notice=("公司全体职工：", "经集体协商，双方就设立技术创新奖达成一致。"),
    )


def _contract() -> ContractText:
    return ContractText(
        title=f"{_FIRM}工资专项集体合同",
        number="样例合〔2026〕1号",
        enterprise=_FIRM,
        dated=_DATED,
        parties=_PARTIES,
        head=("合同类型：工资专项集体合同",),
        basis=("《中华人民共和国劳动合同法》的有关规定。",),
        clauses=_CLAUSES,
        term=("本合同期限自2026年7月1日起至2027年6月30日止。",),
        change=("经双方协商一致，可以变更或者解除本合同。",),
        breach=("企业违反本合同的，工会可以依法要求企业承担责任。",),
        disputes=("因履行本合同发生争议，双方应当协商解决。",),
        filing=("自双方首席代表签字之日起10日内报送审查。",),
        copies=("本合同由双方各执一份。",),
        grade="B",
        signatures=(
            _block("职工方首席代表", "签名人甲", 1, _UNION),
            _block("企业方首席代表", "签名人乙", 2, _FIRM),
        ),
        terms_digest=digest_of("terms"),
        record_head=digest_of("record"),
        record_length=120,
        check_at=_CHECK_AT,
        bound=(("样例一厂", "260", "赵六", "2026.5.12"),),
    )
