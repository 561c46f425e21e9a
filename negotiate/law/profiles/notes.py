"""What the files beside this one say to people in words of their own, marked for translation."""

from typing import Final

from negotiate.law.refusal import N_

PLACES: Final = (
    N_("国家规定"),
    N_("江苏省"),
    N_("重庆市"),
    N_("浙江省"),
    N_("杭州市（工资）"),
    N_("宁波市（工资）"),
    N_("北京市"),
    N_("上海市"),
    N_("山东省（工资）"),
    N_("河南省（工资）"),
)
UNNUMBERED: Final = N_("条次未核对")
NOTES: Final = (
    UNNUMBERED,
    N_("按国家规定；江苏条例原文未核对"),
    N_("按最严的过半数，同时满足半数以上"),
    N_("盐城的做法：由工会主席主持"),
    N_("国家规定没有写每方最多几人"),
    N_("浙江两部条例写法不一（第十条写企业方不多于职工方）：按双方对等计，同时满足两者"),
    N_("条例只写“通过”，没有写比例：按过半数计，同时满足半数以上"),
    N_("是哪部条例的第三十一条，未核对"),
    N_("从何时算未核对，按最早的要约计"),
)
