"""What people call an industry, besides the name that it has here.

The sections' own names are those of GB/T 4754—2017, without 、 和 及. 服务业 is the whole
third sector, as the rules on the three sectors have it (国家统计局《三次产业划分规定》, 2012, as
amended 2018), 工业 mining, manufacturing and utilities.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from negotiate.people.industries import Industry

_I = Industry
_EVERY: Final = list(Industry)


def _from(first: Industry, last: Industry) -> list[Industry]:
    return _EVERY[_EVERY.index(first) : _EVERY.index(last) + 1]


SECTORS: Final[Mapping[str, Sequence[Industry]]] = {
    "制造": _from(_I.FOOD, _I.OTHER_MADE),
    "加工": _from(_I.FOOD, _I.OTHER_MADE),
    "加工制造": _from(_I.FOOD, _I.OTHER_MADE),
    "装备制造": [_I.METALS, _I.MACHINERY, _I.VEHICLES, _I.ELECTRONICS],
    "工": _from(_I.MINING, _I.UTILITIES),
    "服务": _from(_I.TRADE, _I.PUBLIC),
    "第一产": [_I.FARMING],
    "第二产": _from(_I.MINING, _I.BUILDING),
    "第三产": _from(_I.TRADE, _I.PUBLIC),
}
"""Words that mean many industries, without the 业 at their end."""

_CALLED: Final[Mapping[Industry, str]] = {
    _I.FARMING: "农 林 牧 渔 种植 养殖 畜牧 水产",
    _I.MINING: "煤炭 采煤 矿山",
    _I.FOOD: "农副食品 白酒 酿酒 酿造 粮油 肉联",
    _I.TEXTILES: "印染 家纺 服饰 成衣 制衣 针织 制鞋 皮革 箱包",
    _I.WOOD: "包装印刷 文具 玩具",
    _I.CHEMICALS: "化学 化纤 制药 橡胶 塑料 石化 炼油",
    _I.MINERALS: "水泥 砖瓦 非金属矿物制品",
    _I.METALS: "钢铁 有色金属 五金 铸造 锻造",
    _I.MACHINERY: "机床 农机 通用设备 专用设备 机电",
    _I.VEHICLES: "造船 汽配 摩托车 航空航天 轨道交通设备",
    _I.ELECTRONICS: "电器 家电 电池 光伏 光电 半导体 芯片 集成电路 电子信息 计算机 仪器仪表 机电",
    _I.OTHER_MADE: "废旧物资回收 再生资源",
    _I.UTILITIES: "供电 发电 电网 供水 自来水 水务 供热 热力 电力热力燃气水生产供应",
    _I.BUILDING: "建设 建工 施工 房建 装修 装饰 安装",
    _I.TRADE: "贸易 商贸 外贸 超市 商超 商品流通 电商 电子商务",
    _I.TRANSPORT: "交通 运输 交通运输 货运 客运 公交 出租车 网约车 航空 航运 港口 铁路 公路 "
    "仓储 邮政 邮政快递 外卖 交通运输仓储邮政",
    _I.CATERING: "酒店 宾馆 旅馆 饭店 外卖",
    _I.SOFTWARE: "互联网 网络 电信 通信 it 信息传输软件信息技术服务",
    _I.FINANCE: "银行 保险 证券",
    _I.PROPERTY: "房产",
    _I.BUSINESS: "人力资源 劳务 劳务派遣 保安 广告 会展 旅行社 律师",
    _I.SCIENCE: "科学研究 设计 勘察设计 检测 检验检测 科学研究技术服务",
    _I.CLEANING: "保洁 园林 绿化 市政 公共设施 水利环境公共设施管理",
    _I.HOUSEHOLD: "保洁 清洁 美容 美发 美容美发 理发 修理 维修 汽修 居民服务修理其他服务",
    _I.EDUCATION: "学校 幼教 培训",
    _I.HEALTH: "医院 养老 护理 社会工作",
    _I.CULTURE: "影视 出版 传媒 新闻 广电 演艺",
    _I.PUBLIC: "社会保障",
}
_NOT_A_NAME: Final = ("其他", "设备", "管理", "技术")
"""Parts of the names here that alone are none."""
_ENDINGS: Final = ("制造", "制品", "加工", "服务", "生产", "管理", "产")
_JOINING: Final = str.maketrans("", "", "、和及")


def industries_called(name: str) -> list[Industry]:
    """Give what is meant by a name without the 业 at its end: an everyday word, a part of a name
    here of two characters or more, or either with an ending: 机械, 汽车制造, 家政服务."""
    meant = _meant(name)
    for ending in _ENDINGS:
        meant = meant or (_meant(name.removesuffix(ending)) if name.endswith(ending) else [])
    return meant


def _meant(name: str) -> list[Industry]:
    joined = name.translate(_JOINING)
    if joined in SECTORS:
        return list(SECTORS[joined])
    if called := [one for one, words in _CALLED.items() if joined in words.split()]:
        return called
    if len(name) < 2 or name in _NOT_A_NAME:
        return []
    return [one for one in Industry if name in one.label or joined in one.label]
