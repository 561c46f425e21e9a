"""Every place's rules come from a file that says only what a rule may say."""

import re

import pytest

from negotiate.law.profiles import KEYS, BrokenProfile, Profile, codes, profile
from negotiate.law.profiles.notes import NOTES, PLACES
from negotiate.law.profiles.shelf import FOLDER, read
from negotiate.law.tally import BallotRule, Base, Threshold
from negotiate.law.words import ClockKind, Contract, Count

FILES = sorted(FOLDER.glob("*.toml"))
GOOD = 'base = "national"\nname = "某县"\nact = "《某条例》"\n[values.reply]\n'


def test_there_are_the_national_rules_jiangsu_and_eight_acts() -> None:
    assert codes()[0] == "jiangsu"
    assert set(codes()) == {
        "national", "jiangsu", "chongqing", "zhejiang", "hangzhou", "ningbo", "beijing",
        "shanghai", "shandong", "henan",
    }  # fmt: skip


@pytest.mark.parametrize("code", codes())
def test_every_value_of_every_profile_is_one_that_its_rule_can_say(code: str) -> None:
    for key, value in profile(code).values.items():
        KEYS[key].require(value.value, value.unit)
        assert value.article.startswith("《")
        assert value.verified or value.note, key


@pytest.mark.parametrize("code", codes())
def test_what_is_kept_with_a_room_is_read_back_as_it_was(code: str) -> None:
    assert Profile.from_plain(profile(code).plain()) == profile(code)


def test_whatever_a_file_says_in_words_can_be_translated() -> None:
    named = re.compile(r'^(?:name|note|unread) = "(.+)"$', re.M)
    said = {words for path in FILES for words in named.findall(path.read_text("utf-8"))}
    assert said <= {*NOTES, *PLACES}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("name = ", "Invalid value"),
        ('act = "《某条例》"', "name and act"),
        (GOOD + "value = 20", "答复要约"),
        (GOOD + 'value = 20\nunit = "weeks"', "答复要约"),
        (GOOD + 'value = "20"\nunit = "days"', "答复要约"),
        (GOOD + 'value = 0\nunit = "days"', "答复要约"),
        (GOOD + 'value = true\nunit = "days"', "答复要约"),
        (GOOD + 'value = 20\nunit = "days"\narticel = "第七条"', "unknown articel"),
        (GOOD + 'value = 20\nunit = "days"\nverified = "yes"', "wrong type"),
        (GOOD + 'unit = "days"', "答复要约"),
        (GOOD.replace("reply", "replay") + 'value = 20\nunit = "days"', "没有这一项规则：replay"),
        (GOOD.replace("reply", "attendance") + "value = [3, 2]", "审议到会"),
        (GOOD.replace("reply", "attendance") + "value = [2, 0]", "审议到会"),
        (GOOD.replace("reply", "approval") + 'value = "most"', "审议通过"),
        (GOOD.replace("reply", "balance") + 'value = "equal"\nunit = "persons"', "双方人数"),
        (GOOD.replace("reply", "experts") + "value = [34, 100]", "“外聘人员”各地都一样，不能放宽"),
        (GOOD.replace("reply", "chief_insider") + "value = false", "各地都一样，不能放宽"),
        (GOOD.replace("name", "nmae") + 'value = 20\nunit = "days"', "unknown nmae"),
    ],
)
def test_a_faulty_file_is_one_clear_error(text: str, why: str) -> None:
    with pytest.raises(BrokenProfile, match=why) as error:
        read("somewhere", text)
    assert str(error.value).startswith("somewhere")


def test_a_value_without_an_article_is_not_verified() -> None:
    value = read("x", GOOD + 'value = 20\nunit = "days"').values["reply"]
    assert (value.verified, value.article) == (False, "《某条例》（以条例原文为准）")
    assert value.note == "条次未核对"


def test_what_an_act_does_not_state_holds_as_in_the_national_rules() -> None:
    assert profile("hangzhou").values["vacancy"] == profile("national").values["vacancy"]


def test_what_jiangsu_takes_from_the_national_rules_is_marked_as_unread() -> None:
    reply = profile("jiangsu").values["reply"]
    assert (reply.value, reply.verified) == (20, False)
    assert reply.article == "《集体合同规定》第三十二条"


def test_what_a_place_rules_it_rules_for_wages_too() -> None:
    wages = profile("shandong").duration(ClockKind.FILING, Contract.WAGES)
    assert wages
    assert (wages.amount, wages.count) == (10, Count.DAYS)
    national = profile("national").duration(ClockKind.FILING, Contract.WAGES)
    assert national
    assert national.amount == 7


def test_a_time_that_is_stated_in_words_sets_no_clock() -> None:
    assert profile("shanghai").says("materials") == "on_request"
    assert profile("shanghai").duration(ClockKind.MATERIALS) is None
    assert profile("national").duration(ClockKind.PUBLICATION) is None


@pytest.mark.parametrize("share", [(0, 1), (1, 4), (1, 3)])
def test_a_place_may_have_fewer_experts_than_a_third(share: tuple[int, int]) -> None:
    text = GOOD.replace("reply", "experts") + f"value = {list(share)}"
    assert read("x", text).says("experts") == share


def test_a_share_may_be_the_whole() -> None:
    text = GOOD.replace("reply", "attendance") + "value = [1, 1]"
    assert read("x", text).ratification_rule().attendance == (1, 1)


def test_where_no_act_says_how_many_must_agree_it_is_more_than_half_of_the_roll() -> None:
    rule = Profile("x", "x", {}).ratification_rule()
    assert rule == BallotRule(Threshold.MORE_THAN_HALF, Base.ROLL)
