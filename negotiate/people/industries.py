"""Industries by which agreements are found and counted.

The divisions of GB/T 4754—2017 (国民经济行业分类) in the bundles that federations of trade unions
form by industry; each value is the first division or the section of its bundle.
"""

from django.db import models

from negotiate.law.refusal import N_


class Industry(models.TextChoices):
    """Manufacturing by what is made, everything else by section."""

    FARMING = "A", N_("农林牧渔")  # A 01–05
    MINING = "B", N_("采矿")  # B 06–12
    FOOD = "13", N_("食品饮料烟草")  # C 13–16
    TEXTILES = "17", N_("纺织服装鞋帽")  # C 17–19
    WOOD = "20", N_("木材家具造纸印刷")  # C 20–24
    CHEMICALS = "25", N_("石油化工医药橡塑")  # C 25–29
    MINERALS = "30", N_("建材陶瓷玻璃")  # C 30
    METALS = "31", N_("冶金金属制品")  # C 31–33
    MACHINERY = "34", N_("机械")  # C 34–35, 43
    VEHICLES = "36", N_("汽车船舶交通设备")  # C 36–37
    ELECTRONICS = "38", N_("电气电子仪表")  # C 38–40
    OTHER_MADE = "41", N_("其他制造")  # C 41–42
    UTILITIES = "D", N_("电力燃气供水")  # D 44–46
    BUILDING = "E", N_("建筑")  # E 47–50
    TRADE = "F", N_("批发零售")  # F 51–52
    TRANSPORT = "G", N_("交通物流快递")  # G 53–60
    CATERING = "H", N_("住宿餐饮")  # H 61–62
    SOFTWARE = "I", N_("软件信息")  # I 63–65
    FINANCE = "J", N_("金融")  # J 66–69
    PROPERTY = "K", N_("房地产物业")  # K 70
    BUSINESS = "L", N_("租赁商务")  # L 71–72
    SCIENCE = "M", N_("科研技术服务")  # M 73–75
    CLEANING = "N", N_("环卫环保水利")  # N 76–79
    HOUSEHOLD = "O", N_("家政居民服务")  # O 80–82
    EDUCATION = "P", N_("教育")  # P 83
    HEALTH = "Q", N_("医疗卫生")  # Q 84–85
    CULTURE = "R", N_("文化体育娱乐")  # R 86–90
    PUBLIC = "S", N_("公共管理和社会组织")  # S 91–96
