"""What the rules of a place ask of two sides at the table. Every refusal cites its article."""

from collections.abc import Collection, Iterator
from typing import Final

from negotiate.law.member import Member
from negotiate.law.profiles import Profile, Value
from negotiate.law.refusal import N_, Refused
from negotiate.law.words import Capacity, Side

ADVISERS_ONLY: Final = (0, 1)


def unlawful(
    members: Collection[Member], rules: Profile, head_count: int | None
) -> Iterator[Refused]:
    """What is wrong with the two sides, by the rules of this place. `head_count`: the enterprise's
    workers, where it is known: large ones may need more representatives."""
    advisers = rules.says("experts") == ADVISERS_ONLY
    counts = {}
    for side in Side:
        own = [m for m in members if m.side is side and m.delegate]
        speakers = [m for m in own if not advisers or m.capacity is not Capacity.EXPERT]
        counts[side] = len(speakers)
        yield from _chief(own, rules)
        yield from _numbers(side, len(speakers), rules, head_count)
        yield from _experts(side, speakers, rules)
        if side is Side.WORKER:
            yield from _shares(speakers, rules)
    yield from _balance(counts[Side.WORKER], counts[Side.EMPLOYER], rules)


def _chief(own: Collection[Member], rules: Profile) -> Iterator[Refused]:
    rule = rules.of("chief_insider")
    for chief in own:
        if rule and rule.value and chief.capacity is Capacity.CHIEF and chief.outside:
            yield Refused(
                N_("%(name)s不是本单位的人，不能当首席代表。依据：%(article)s。"),
                name=chief.name,
                article=rule.article,
            )


def _numbers(side: Side, count: int, rules: Profile, head_count: int | None) -> Iterator[Refused]:
    large_from = rules.says("large_from")
    large = head_count is not None and large_from is not None and head_count >= large_from
    least = (large and rules.of("representatives_large_min")) or rules.of("representatives_min")
    most = rules.of("representatives_max")
    if least and count < _int(least):
        sentence = N_("%(side)s的协商代表至少 %(bound)s 人，现在 %(count)s 人。依据：%(article)s。")
        yield _against(sentence, side, count, least)
    if most and count > _int(most):
        sentence = N_("%(side)s的协商代表至多 %(bound)s 人，现在 %(count)s 人。依据：%(article)s。")
        yield _against(sentence, side, count, most)


def _against(sentence: str, side: Side, count: int, rule: Value) -> Refused:
    return Refused(
        sentence, side=(side.label,), count=count, bound=_int(rule), article=rule.article
    )


def _experts(side: Side, speakers: Collection[Member], rules: Profile) -> Iterator[Refused]:
    rule = rules.of("experts")
    outside = [member for member in speakers if member.is_expert]
    if rule is None or not isinstance(rule.value, tuple):
        return
    part, whole = rule.value
    if len(outside) * whole <= len(speakers) * part:
        return
    if rule.value == ADVISERS_ONLY:
        yield Refused(
            N_("%(name)s不是本单位的人，在这里只能当顾问，不能当协商代表。依据：%(article)s。"),
            name=outside[0].name,
            article=rule.article,
        )
        return
    yield Refused(
        N_(
            "%(side)s的外聘人员最多占本方代表的%(share)s："
            "代表共 %(all)s 人，其中外聘 %(count)s 人。依据：%(article)s。"
        ),
        side=(side.label,),
        share=share_in_words(part, whole),
        all=len(speakers),
        count=len(outside),
        article=rule.article,
    )


def _shares(workers: Collection[Member], rules: Profile) -> Iterator[Refused]:
    have = {
        "front_line_share": sum(member.front_line for member in workers),
        "women_share": sum(member.woman for member in workers),
    }
    for key, sentence in _TOO_FEW.items():
        rule = rules.of(key)
        if rule is None or not isinstance(rule.value, tuple):
            continue
        part, whole = rule.value
        if have[key] * whole < len(workers) * part:
            yield Refused(
                sentence,
                share=share_in_words(part, whole),
                all=len(workers),
                count=have[key],
                article=rule.article,
            )


_TOO_FEW: Final = {
    "front_line_share": N_(
        "职工方的代表里，一线职工至少占%(share)s：代表共 %(all)s 人，其中一线 %(count)s 人。"
        "依据：%(article)s。"
    ),
    "women_share": N_(
        "职工方的代表里，女职工至少占%(share)s：代表共 %(all)s 人，其中女职工 %(count)s 人。"
        "依据：%(article)s。"
    ),
}


def _balance(workers: int, employers: int, rules: Profile) -> Iterator[Refused]:
    rule = rules.of("balance")
    sentence = ""
    if rule and rule.value == "equal" and workers != employers:
        sentence = N_(
            "双方代表人数要一样多：职工方 %(workers)s 人，企业方 %(employers)s 人。"
            "依据：%(article)s。"
        )
    if rule and rule.value == "employer_not_more" and employers > workers:
        sentence = N_(
            "企业方的代表不能多于职工方：职工方 %(workers)s 人，企业方 %(employers)s 人。"
            "依据：%(article)s。"
        )
    if rule and sentence:
        yield Refused(sentence, workers=workers, employers=employers, article=rule.article)


def share_in_words(part: int, whole: int) -> str:
    """As it is read in any language: 1/3."""
    return f"{part}/{whole}"


def _int(rule: Value) -> int:
    assert isinstance(rule.value, int)  # noqa: S101  the files and forms were checked
    return rule.value
