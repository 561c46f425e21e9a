"""What agreements speak of besides their matter: each topic in one to a fifth of them."""

from typing import Any, Final, NamedTuple


class Topic(NamedTuple):
    """A clause on one subject. `share`: of the agreements, in per cent. `raw` is a term of this
    kind; its figure is drawn between `least` and `most`, in steps."""

    share: int
    heading: str
    kind: str
    raw: dict[str, Any]
    least: int
    most: int
    step: int


def _sum(share: int, subject: str, per: str, *between: int) -> Topic:
    raw = {"subject": subject, "per": per, "favours": "higher"}
    return Topic(share, subject, "amount", raw, *between)


def _cap(share: int, subject: str, per: str, *between: int) -> Topic:
    raw = {"subject": subject, "per": per, "favours": "lower"}
    return Topic(share, subject, "cap", raw, *between)


def _share(share: int, subject: str, base: str, *between: int) -> Topic:
    raw = {"subject": subject, "base": base, "favours": "higher"}
    return Topic(share, subject, "percent", raw, *between)


def _length(share: int, subject: str, unit: str, since: str, *between: int) -> Topic:
    raw = {"subject": subject, "unit": unit, "since": since, "favours": "higher"}
    return Topic(share, subject, "duration", raw, *between)


TOPICS: Final = (
    _sum(20, "高温津贴", "每人每月", 200, 600, 20),
    _sum(16, "夜班津贴", "每人每班", 10, 60, 1),
    _sum(14, "工龄工资", "每人每月每年工龄", 10, 100, 5),
    _sum(12, "全勤奖", "每人每月", 50, 500, 10),
    _sum(11, "交通补贴", "每人每月", 50, 400, 10),
    _sum(10, "住房补贴", "每人每月", 100, 900, 20),
    _sum(9, "通讯补贴", "每人每月", 30, 200, 10),
    _sum(8, "女职工卫生费", "每人每月", 30, 80, 1),
    _sum(8, "春节返岗交通费", "每人每次", 100, 1000, 50),
    _sum(7, "生日慰问金", "每人每年", 100, 500, 20),
    _sum(6, "子女助学金", "每人每年", 500, 5000, 100),
    _sum(5, "困难职工帮扶金", "每户每次", 500, 5000, 100),
    _sum(4, "职工体检费", "每人每年", 200, 1500, 50),
    _sum(3, "外派补助", "每人每天", 50, 300, 10),
    _sum(2, "井下津贴", "每人每班", 20, 120, 5),
    _sum(2, "有毒有害岗位津贴", "每人每月", 100, 800, 20),
    _cap(6, "住宿费", "每人每月", 50, 400, 10),
    _cap(5, "工装折旧扣款", "每人每年", 20, 200, 5),
    _cap(3, "违章罚款", "每人每次", 20, 200, 10),
    _share(10, "加班工资的计算基数", "上月应发工资", 60, 100, 5),
    _share(8, "病假工资", "本人工资", 60, 100, 1),
    _share(6, "企业年金的企业缴费", "职工月工资", 1, 8, 1),
    _share(5, "住房公积金的企业缴存", "职工月工资", 5, 12, 1),
    _share(4, "停工期间的生活费", "当地最低工资标准", 70, 100, 5),
    _length(9, "带薪年休假以外的福利假", "天", "", 1, 10, 1),
    _length(7, "带薪培训时间", "天", "", 2, 20, 1),
    _length(6, "护理假", "天", "配偶生育之日", 10, 30, 1),
    _length(5, "试用期", "个月", "入职之日", 1, 6, 1),
    _length(4, "竞业限制", "个月", "解除劳动合同之日", 6, 24, 1),
    _length(3, "哺乳时间延长", "个月", "婴儿满一周岁", 1, 6, 1),
)
WISHES: Final = (
    "设立母婴室和女职工休息室，配备冰箱、沙发和热水器",
    "夏季为露天岗位供应绿豆汤、藿香正气水和清凉油",
    "职工书屋每周开放六天，新书由职工投票选购",
    "班车增加一条到火车站的线路，末班车推迟到二十二时",
    "宿舍统一安装空调和热水器，电费按月公示",
    "食堂开设清真窗口，送餐到偏远工位",
    "为骑手配发头盔、雨衣和反光背心，站点设饮水机",
    "车间加装通风除尘设备，每季度检测一次粉尘和噪声",
    "开通心理咨询热线，每年组织两次心理健康讲座",
    "建立职工互助保障，重大疾病由工会先行垫付",
    "暑期开办职工子女爱心托管班，免收托管费",
    "设立劳模和工匠创新工作室，场地和设备由企业提供",
    "算法派单规则调整前先听取骑手代表意见",
    "新设备上岗前安排带薪培训，考核不合格的可以补考",
    "停车棚增设充电桩，充电费按成本价收取",
    "更衣柜一人一柜，洗衣房每天开放",
    "外来务工人员春节包车返乡，车费由企业承担一半",
    "工间操时间计入工作时间，上下午各一次",
)  # fmt: skip
"""Clauses in free words, the first the most frequent."""
