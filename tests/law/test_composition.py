"""What a place asks of the two sides, beyond what tests/law/thresholds.py lists."""

from dataclasses import replace

from negotiate.law.profiles import Profile, Value, codes, profile
from negotiate.law.roster import Member, problems, unsettled
from negotiate.law.words import Capacity, Side

W, E = Side.WORKER, Side.EMPLOYER


def rules(**changed: Value) -> Profile:
    return profile("national").with_values(changed)


def side(of: Side, women: int = 0, front_line: int = 0) -> list[Member]:
    """Three of a side; the workers' chief presides."""
    return [
        Member(
            f"{of}{n}",
            f"{of}{n}",
            of,
            Capacity.REPRESENTATIVE if n else Capacity.CHIEF,
            presides=of is W and not n,
            woman=n < women,
            front_line=n < front_line,
        )
        for n in range(3)
    ]


def told(members: list[Member], by: Profile, head_count: int | None = None) -> list[str]:
    return [str(problem) for problem in problems(members, by, head_count)]


def test_women_are_counted_on_the_workers_side_where_a_place_asks_for_them() -> None:
    by = rules(women_share=Value((1, 3), "《某条例》第九条"))
    assert told([*side(W, women=1), *side(E)], by) == []
    assert told([*side(W), *side(E, women=3)], by) == [
        "职工方的代表里，女职工至少占1/3：代表共 3 人，其中女职工 0 人。依据：《某条例》第九条。"
    ]


def test_a_place_that_asks_for_no_shares_counts_none() -> None:
    assert told([*side(W), *side(E)], rules()) == []


def test_how_large_an_enterprise_is_matters_only_where_it_is_known() -> None:
    large = rules(
        representatives_large_min=Value(5, "《某条例》第五条", "persons"),
        large_from=Value(500, "《某条例》第五条", "persons"),
    )
    both = [*side(W), *side(E)]
    assert told(both, large, None) == []
    assert told(both, large, 499) == []
    assert told(both, large, 500) == [
        "职工方的协商代表至少 5 人，现在 3 人。依据：《某条例》第五条。",
        "企业方的协商代表至少 5 人，现在 3 人。依据：《某条例》第五条。",
    ]


def test_who_presides_is_not_asked_before_it_is_settled() -> None:
    silent = [Member(m.name, m.key, m.side, m.capacity) for m in [*side(W), *side(E)]]
    assert unsettled(silent, rules()) == ()
    assert told(silent, rules()) == ["还没有定下由谁主持会议。"]


def test_a_union_chair_who_is_no_chief_may_preside_where_the_act_says_so() -> None:
    chair = Member("席", "c", None, Capacity.ATTENDEE, presides=True)
    silent = [Member(m.name, m.key, m.side, m.capacity) for m in [*side(W), *side(E)]]
    by = rules(presiding=Value("union_chair", "《某条例》第一条"))
    assert told([*silent, chair], by) == []
    assert told([*silent, chair], rules()) == [
        "会议由首席代表主持，席不是首席代表。依据：《集体合同规定》第三十四条。"
    ]


def test_what_is_wrong_without_any_place_is_wrong_everywhere() -> None:
    double = Member("甲", "worker0", E, Capacity.REPRESENTATIVE)
    found = told([*side(W), *side(E), double], rules())
    assert found[0] == "worker0不能同时代表职工方和企业方。"


def test_every_refusal_that_a_place_makes_cites_its_article() -> None:
    short = [*side(W)[:1], *side(E)[:2]]
    for code in ("national", "chongqing", "shandong", "shanghai"):
        found = told(short, profile(code))
        assert found
        assert all("依据：《" in sentence for sentence in found)


def test_jointly_both_chiefs_preside_and_nobody_beside_or_instead_of_one() -> None:
    by = rules(presiding=Value("jointly", "《某条例》第一条"))
    silent = [Member(m.name, m.key, m.side, m.capacity) for m in [*side(W), *side(E)]]
    wanted = ["会议由双方首席代表共同主持。依据：《某条例》第一条。"]

    def led_by(*names: str) -> list[str]:
        return told([replace(m, presides=m.name in names) for m in silent], by)

    assert led_by("worker0", "employer0") == []
    for leading in (("worker0",), ("worker0", "employer1"), ("worker0", "employer0", "employer1")):
        assert led_by(*leading) == wanted


def test_no_place_lets_an_outsider_be_chief_or_more_than_a_third_be_experts() -> None:
    for code in codes():
        part, whole = profile(code).says("experts")
        assert profile(code).says("chief_insider") is True
        assert 3 * part <= whole
