"""The four scenarios' papers, worded by hand. Beyond the press figures all is invented."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from agreements.papers.text import (
    Clause,
    MinutesText,
    Participant,
    Party,
    SignatureBlock,
)
from agreements.signing.ink import draw
from agreements.signing.strokes import digest, parse
from negotiate.law.terms import Table, Wording
from tests.agreements.signing.drawings import as_sent, signature


def sha(text: str) -> str:
    """A digest to print."""
    return hashlib.sha256(text.encode()).hexdigest()


def signed(role: str, name: str, seed: int, seal: str = "") -> SignatureBlock:
    """A place that its person has signed on the phone."""
    strokes = parse(as_sent(signature(seed)))
    return SignatureBlock(
        role_label=role,
        name=name,
        seal=seal,
        image=draw(strokes),
        signed_at=f"2024年5月20日12时4{seed}分",
        stroke_digest=digest(strokes),
    )


def minutes(enterprise: str, subject: str, matter: str, *clauses: Clause) -> MinutesText:
    """A paper of grade B whose clauses are the caller's."""
    union = f"{enterprise}工会委员会"
    return MinutesText(
        kind="minutes",
        title=f"{enterprise}关于{subject}的集体协商会议纪要",
        number="阜工协纪〔2024〕第17号",
        enterprise=enterprise,
        place="公司二楼职工食堂",
        mode="现场会议，简易程序，一事一议",
        check_at="https://negotiate.example/verify/",
        held="2024年5月20日11时50分至12时50分",
        dated=datetime(2024, 5, 20, 12, 50, tzinfo=ZoneInfo("Asia/Shanghai")),
        parties=(
            Party("职工方", union, "陈桂芳"),
            Party("企业方", enterprise, "周志远"),
        ),
        basis=(
            "《中华人民共和国劳动法》《中华人民共和国工会法》有关平等协商的规定。",
            "《江苏省集体协商条例》有关简易程序的规定（以条例原文为准）。",
        ),
        matter=(matter,),
        course=(
            "职工方首先说明提议的理由和方案，企业方就金额和条件提出修改方案。",
            "双方各自在本方内部表决，职工方应到5人、同意5人，企业方应到3人、同意3人，均过半数。",
            "双方首席代表确认同一文本，与会人员鼓掌通过。",
        ),
        participants=_participants(),
        clauses=clauses,
        effect=(
            "本文件自双方首席代表签名之日起生效，有效期至2025年5月19日。",
            f"本文件适用于{enterprise}全体职工。",
        ),
        performance=("企业方人力资源部于2024年6月30日前兑现；工会于每季度末核对一次。",),
        checking=("双方各派一名代表，于2024年9月20日前检查履行情况，并向职工公布检查结果。",),
        change=("一方要求变更的，应当书面提出并说明理由，双方协商一致后另行形成书面文本。",),
        copies=("电子文件由双方各存一份，报镇总工会备案一份。",),
        grade="B",
        signatures=(
            signed("职工方首席代表", "陈桂芳", 1, union),
            signed("企业方首席代表", "周志远", 2, enterprise),
            signed("记录员", "沈怡", 3),
        ),
        terms_digest=sha("terms" + subject),
        record_head=sha("record" + subject),
        record_length=86,
        polls=(
            f"职工方全体职工就“{subject}”第2版无记名表决：应到 180 实到 131 ≥ 120 ✓ "
            "同意 96 > 90 ✓ 通过；其中纸质票赞成9票、反对2票、弃权1票，"
            "由记录员沈怡清点、双方首席代表确认。名单指纹 SHA-256：",
            sha("list" + subject),
            f"企业方协商代表就“{subject}”第2版无记名表决：应到3人，过半数同意，通过"
            "（不足5人，不列票数）。",
        ),
        notice=(
            f"{enterprise}全体职工：",
            f"经集体协商，双方就{subject}达成一致，会议纪要全文可在公司公告栏和工会办公室查阅。",
            "公示期为2024年5月21日至5月27日。对内容有意见的，请在公示期内向工会提出。",
            "签署人：陈桂芳、周志远、沈怡。",
        ),
    )


def _participants() -> tuple[Participant, ...]:
    return (
        Participant("陈桂芳", "职工方", "首席代表、主持", "工会主席", "现场"),
        Participant("李大勇", "职工方", "协商代表", "一车间调胶班班长", "现场"),
        Participant("王秀兰", "职工方", "协商代表", "质检员", "现场"),
        Participant("赵小军", "职工方", "协商代表", "设备维修工", "线上"),
        Participant("孙梅", "职工方", "协商代表", "女职工委员会主任", "现场"),
        Participant("周志远", "企业方", "首席代表", "总经理", "现场"),
        Participant("何平", "企业方", "协商代表", "人力资源部部长", "现场"),
        Participant("吴国栋", "企业方", "协商代表", "财务部部长", "缺席"),
        Participant("沈怡", "", "记录员", "综合办公室文员", "现场"),
        Participant("刘志明", "", "列席", "镇总工会干事", "现场"),
    )


def innovation_award() -> MinutesText:
    """神瑞胶业: five tiers from 500 to 30,000 yuan."""
    tiers = Table(
        ("档次", "评定标准", "奖金（元）", "大写"),
        (
            ("一等", "新产品投产，年新增利润100万元以上", "30,000.00", "人民币叁万元整"),
            ("二等", "工艺改进，年节约成本50万元以上", "15,000.00", "人民币壹万伍仟元整"),
            ("三等", "设备改造，年节约成本10万元以上", "8,000.00", "人民币捌仟元整"),
            ("四等", "解决生产难题，经车间确认有效", "2,000.00", "人民币贰仟元整"),
            ("五等", "合理化建议被采纳并实施", "500.00", "人民币伍佰元整"),
        ),
    )
    return minutes(
        "江苏神瑞胶业有限公司",
        "设立技术创新奖",
        "职工提议设立技术创新奖，对职工的技术改进和合理化建议按效益分档给予奖励。",
        Clause("技术创新奖档次和金额", Wording(("设立技术创新奖，分五档，金额如下：",), tiers)),
        Clause(
            "评定时间",
            Wording(("每年6月和12月各评定一次，结果公示不少于5个工作日。",), None),
        ),
        Clause("奖金来源", Wording(("奖金由企业另行列支，不从工资总额中扣减。",), None)),
    )


def mentor_pay() -> MinutesText:
    """方舟环保: for one month the apprentice's output pay goes to the master."""
    return minutes(
        "盐城方舟环保科技有限公司",
        "师带徒报酬",
        "企业提议实行师带徒，明确带徒期间按徒弟产量计算的报酬归属和徒弟的工资保底。",
        Clause(
            "带徒报酬",
            Wording(
                (
                    "带徒第1个月，按徒弟当月产量计算的计件报酬，100%支付给师傅。",
                    "算例：徒弟当月产量420件，单价6.50元，报酬2,730.00元（人民币贰仟柒佰叁拾元整），"
                    "全部支付给师傅。",
                ),
                None,
            ),
        ),
        Clause(
            "徒弟工资保底",
            Wording(
                (
                    "带徒期间徒弟的工资由企业另行支付，每月不低于2,490.00元"
                    "（人民币贰仟肆佰玖拾元整），不低于当地最低工资标准。",
                ),
                None,
            ),
        ),
    )


def piece_rates(processes: int = 6) -> MinutesText:
    """恒达机械: the piece rates of one order, with as many processes as asked for."""
    names = ("下料", "粗车", "精车", "铣槽", "钻孔", "去毛刺")
    rows = tuple(
        (
            f"{number + 1}",
            f"{names[number % 6]}{number // 6 + 1}",
            "件",
            f"{2 + number}.5",
            f"{1 + number}.{20 + number}",
        )
        for number in range(processes)
    )
    table = Table(("序号", "工序", "单位", "标准工时（分钟）", "单价（元）"), rows)
    said = (
        "订单HD-2024-031（法兰盘，2,000件）的计件单价如下，自开工之日起执行：",
        "经测算，同岗位92%的职工在法定工作时间内可以完成定额。",
    )
    return minutes(
        "盐城恒达机械制造有限公司",
        "订单HD-2024-031计件单价",
        "新订单开工前，由企业、技术人员、工会和职工共同确定各工序的标准工时和计件单价。",
        Clause("各工序计件单价", Wording(said, table)),
        Clause(
            "加班工资",
            Wording(
                ("加班按计件单价的150%、休息日200%、法定休假日300%支付。",),
                None,
            ),
        ),
    )


def caterer() -> MinutesText:
    """应流机械: four caterers tasted, one chosen; 两荤一素一汤, ten per cent cheaper. A 备忘录."""
    scores = Table(
        ("供餐单位", "得分", "说明"),
        (
            ("甲餐饮公司", "92.5", "口味和卫生评分最高，报价比现价低10%"),
            ("乙餐饮公司", "88", "报价最低"),
            ("丙餐饮公司", "85.5", "可供清真餐"),
            ("丁餐饮公司", "79", "无"),
        ),
    )
    dishes = Table(("菜品", "数量"), (("荤菜", "2"), ("素菜", "1"), ("汤", "1")))
    text = minutes(
        "阜宁应流机械有限公司",
        "食堂供餐单位",
        "职工反映食堂饭菜质量不高，双方组织试吃四家供餐单位并公开比选。",
        Clause("供餐单位", Wording(("经试吃评分，选定甲餐饮公司。各单位得分如下：",), scores)),
        Clause("每餐标准", Wording(("每餐两荤一素一汤：",), dishes)),
        Clause(
            "餐价",
            Wording(
                (
                    "每餐价格由15.00元调整为13.50元（人民币壹拾叁元伍角），降低10%；"
                    "职工自愿就餐，不得强制消费。",
                ),
                None,
            ),
        ),
    )
    return replace(text, kind="memorandum", title=text.title.replace("会议纪要", "备忘录"))


SCENARIOS = {
    "shenrui": innovation_award,
    "fangzhou": mentor_pay,
    "hengda": piece_rates,
    "yingliu": caterer,
}
