"""Amounts in 大写, by the People's Bank of China's rules for filling in bills (正确填写票据)."""

from decimal import Decimal

_CAPITAL = "零壹贰叁肆伍陆柒捌玖"
_CAPITAL_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "仟"), (100, "佰"), (10, "拾"))
_COMMON = "零一二三四五六七八九"
_COMMON_UNITS = ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))
_LIMIT = 10**16


def capital(amount: Decimal | int | str) -> str:
    """人民币叁万元整 for 30000 (yuan).

    Raises ValueError for a negative amount, more than two decimals, or ten quadrillion and more.
    """
    exact = Decimal(amount)
    if not exact.is_finite() or not 0 <= exact < _LIMIT or exact != round(exact, 2):
        raise ValueError(f"not an amount in yuan and fen: {amount}")
    yuan, rest = divmod(int(exact * 100), 100)
    jiao, fen = divmod(rest, 10)
    text = _spoken(yuan, _CAPITAL, _CAPITAL_UNITS) + "元" if yuan or not rest else ""
    if rest:
        # A zero at 元 or 角 that has figures on both sides is read aloud, so nothing fits in.
        gap = yuan and (jiao == 0 or yuan % 10 == 0)
        text += "零" * bool(gap)
        text += _CAPITAL[jiao] + "角" if jiao else ""
        text += _CAPITAL[fen] + "分" if fen else ""
    # 整 may be left out after 角; written, nobody can add 分.
    return "人民币" + text + ("" if fen else "整")


def counting(number: int) -> str:
    """五, 十二, and 两 for 2: how many, before a measure word. Raises ValueError below zero."""
    if not 0 <= number < _LIMIT:
        raise ValueError(f"cannot count {number}")
    if number == 2:
        return "两"
    text = _spoken(number, _COMMON, _COMMON_UNITS)
    return text.removeprefix("一") if text.startswith("一十") else text


def _spoken(number: int, digits: str, units: tuple[tuple[int, str], ...]) -> str:
    for size, unit in units:
        if number >= size:
            head, rest = divmod(number, size)
            text = _spoken(head, digits, units) + unit
            if rest == 0:
                return text
            gap = digits[0] if rest < size // 10 else ""
            return text + gap + _spoken(rest, digits, units)
    return digits[number]
