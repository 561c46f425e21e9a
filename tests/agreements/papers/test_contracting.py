"""What a contract says of its own law: the acts, times and numbers of its place, each cited."""

import pytest

from negotiate import moment
from negotiate.law.canonical import digest
from negotiate.law.profiles import Profile, profile
from negotiate.law.words import Contract, Scope, Stage
from negotiate.people.models import Enterprise
from negotiate.places.models import CountyProfile
from negotiate.rooms.models import Room
from tests.negotiate.contract import Agreed
from tests.negotiate.places.county import County

pytestmark = pytest.mark.django_db
ZHEJIANG = "《浙江省集体合同条例》"


def lines(rules: Profile, contract: Contract = Contract.GENERAL) -> str:
    """The draft of a contract for two years under these rules."""
    agreed = Agreed(years=2, contract=contract)
    Room.objects.filter(pk=agreed.room.pk).update(profile=rules.plain())
    agreed.on(Stage.DRAFTED)
    return str(agreed.paper.frozen["lines"])


def test_filing_effect_and_publication_are_those_of_the_place_with_their_articles() -> None:
    said = lines(profile("zhejiang"))
    assert (
        "自双方首席代表签字之日起10日内，由企业将文本一式5份报送人力资源社会保障行政部门审查"
        f"（{ZHEJIANG}第三十四条）。"
    ) in said
    assert "自收到文本之日起15日内未提出异议的，本合同即行生效（《劳动合同法》第五十四条）" in said
    assert f"自生效之日起5个工作日内以适当形式向全体职工公布（{ZHEJIANG}第三十五条）。" in said
    assert f"{ZHEJIANG}的有关规定（以原文为准）。" in said


def test_a_contract_on_wages_has_the_times_of_such_contracts() -> None:
    said = lines(profile("national"), Contract.WAGES)
    assert "签字之日起7日内，由企业将文本一式3份报送" in said
    assert "自生效之日起5日内以适当形式向全体职工公布（《工资集体协商试行办法》第二十三条）" in said
    assert "重新签订或者续订的要求（《工资集体协商试行办法》第二十四条）。" in said
    assert "《工资集体协商试行办法》的有关规定。" in said


def test_what_no_act_states_in_days_is_promptly_and_a_national_contract_names_no_place() -> None:
    said = lines(profile("national"))
    assert "本合同自生效之日起及时以适当形式向全体职工公布。" in said
    assert "工资集体协商试行办法" not in said
    assert "以原文为准" not in said


def test_what_nobody_has_read_says_so_in_the_contract() -> None:
    said = lines(profile("jiangsu"))
    assert "（《集体合同规定》第四十二条，以原文为准）" in said
    assert "（《集体合同规定》第三十八条，以原文为准）" in said
    assert "《江苏省集体协商条例》的有关规定（以原文为准）。" in said


def test_a_county_with_rules_of_its_own_is_no_lawgiver() -> None:
    county = County()
    county.copied()
    rules = CountyProfile.objects.get().rules
    said = lines(rules)
    assert county.federation.name not in said
    assert "《江苏省集体协商条例》的有关规定（以原文为准）。" in said


def test_the_contract_names_its_days_and_from_when_its_renewal_can_be_asked() -> None:
    agreed = Agreed(years=2).on(Stage.DRAFTED)
    starts, ends = agreed.drawn.starts_on, agreed.drawn.ends_on
    said = agreed.paper.frozen["lines"]
    assert f"自{starts.year}年{starts.month}月{starts.day}日起至{ends.year}年{ends.month}月" in said
    assert (agreed.paper.starts_on, agreed.paper.ends_on) == (starts, ends)
    text = agreed.paper.frozen["text"]
    assert text["terms_digest"] == digest([agreed.term.versions.latest("number").digest])


def test_a_sectors_contract_names_its_own_article_and_how_many_it_binds() -> None:
    agreed = Agreed(years=2)
    room = agreed.room
    Enterprise.objects.filter(pk=room.enterprise_id).update(scope=Scope.SECTOR.value)
    for name, workers in (("甲厂", 260), ("乙厂", 85)):
        room.bound.create(
            name=name, head_count=workers, mandated_by="王海", mandated_on=moment.today()
        )
    agreed.on(Stage.DRAFTED)
    said = agreed.paper.frozen["lines"]
    assert "《中华人民共和国劳动合同法》第五十三条关于行业性、区域性集体合同的规定。" in said
    assert "适用于附件所列2家企业及其职工，职工共345人" in said
    today = moment.today()
    assert f"2\t乙厂\t85\t王海\t{today.year}.{today.month}.{today.day}" in said


def test_a_contract_of_one_enterprise_names_no_others() -> None:
    said = lines(profile("national"))
    assert "第五十三条" not in said
    assert "附件" not in said
