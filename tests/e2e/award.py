"""The five tiers of the award: asked for, offered, agreed."""

TERM = "技术创新奖"
CRITERIA = {
    "一等奖": "新产品投产，年新增利润100万元以上",
    "二等奖": "工艺改进，年节约成本50万元以上",
    "三等奖": "设备改造，年节约成本10万元以上",
    "四等奖": "解决生产难题，经车间确认有效",
    "五等奖": "合理化建议被采纳并实施",
}
ASKED = ("30000", "15000", "8000", "3000", "500")
OFFERED = ("30000", "12000", "6000", "2000", "500")
AGREED = ("30000", "12000", "8000", "3000", "500")


def tiers(amounts: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows of the form, by their labels."""
    return [
        {"档次": rank, "条件": criterion, "金额": amount}
        for (rank, criterion), amount in zip(CRITERIA.items(), amounts, strict=True)
    ]
