"""Copied agreements, told to the federation over the enterprises and to nobody else."""

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import reverse

from agreements.archive.models import Card
from agreements.similar.models import AgreementBand, Likeness
from negotiate.people.models import Federation
from tests.agreements.archive.shelf import chair, enterprise, officer, signed
from tests.agreements.compare.floors import counted, published
from tests.agreements.similar.test_words import LUNCH

pytestmark = pytest.mark.django_db

LONG = (
    f"{LUNCH}神瑞胶业按每人每餐12元补贴，由王桂芳管账。承包商换人要先告诉职工代表，"
    "试吃三天以后投票，票多的签一年；有人吃坏肚子，先停业再说，费用由承包商出。"
)

OTHERWISE = "有人吃坏肚子工会来查，查清以前换一家送餐，送来的饭先留样两天，谁查谁签字"


@pytest.fixture
def officers() -> Client:
    client = Client()
    client.force_login(officer(Federation.objects.create(name="高淳区总工会")))
    return client


def copied(name: str, under: str = "高淳区总工会", text: str = LONG) -> Card:
    """The same text with this enterprise's name, and a number of its own."""
    text = text.replace("神瑞胶业", name).replace("12元", f"{len(name)}元")
    return signed(enterprise(name, under=under), text, signers=["王桂芳"])


def test_the_biggest_group_comes_first(officers: Client) -> None:
    other = (
        "加班先问本人愿不愿意，当天能不能走、怎么走都要说清楚；晚上八点以后下班的派车送到家门口，"
    )
    other += (
        "路上出事按工伤报；连着加班不超过三天，第四天一定休息，谁安排的谁负责，工会每月抽查打卡。"
    )
    own = "师傅带徒弟满一年，徒弟考上中级工的，给师傅两个月的带徒津贴，徒弟跳槽的不用退；"
    own += "考不上的再带半年，工时照算，工具由车间领，报废的料不扣师徒的钱，带谁由师傅自己挑。"
    for name in ("子厂", "丑厂"):
        copied(name, text=other)
    for name in ("甲厂", "乙厂", "丙厂"):
        copied(name)
    signed(enterprise("单厂"), own)
    answer = officers.get(reverse("copies"))
    assert [group.enterprises for group in answer.context["groups"]] == [3, 2]
    assert "共 2 组" in answer.content.decode()


def test_what_differs_is_marked(officers: Client) -> None:
    first, second = copied("甲乙丙厂"), copied("丁厂")
    text = officers.get(reverse("copies-of", args=[first.pk])).content.decode()
    assert "<mark>丁</mark>厂按每人每餐<mark>2</mark>元" in text
    assert "100% 相同" in text
    assert officers.get(reverse("copies-of", args=[second.pk])).status_code == 200


@pytest.mark.parametrize("text", ["奖金五百元", LUNCH[:30]])
def test_few_words_are_no_copy(text: str, officers: Client) -> None:
    copied("甲厂", text=text)
    copied("乙厂", text=text)
    assert officers.get(reverse("copies")).context["groups"] == []


def test_what_was_changed_by_a_third_is_no_copy(officers: Client) -> None:
    copied("甲厂")
    own = "食堂由工会和后勤一起管，菜单每周一上墙，谁都可以在本子上提意见，三天内答复，"
    own += "答复不满意的开会说。"
    copied("乙厂", text=LONG[: len(LONG) // 2] + own)
    assert officers.get(reverse("copies")).context["groups"] == []


def test_the_likest_is_found_behind_newer_ones_that_share_little(
    officers: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What an agreement is held against is chosen by how much it shares, not by its age."""
    monkeypatch.setattr("agreements.similar.actions.HELD", 1)
    first = copied("甲厂")
    other = copied("乙厂", text=LONG.replace("有人吃坏肚子，先停业再说，费用由承包商出", OTHERWISE))
    assert Likeness.objects.get(card=other).first_id == other.pk
    assert bands(first) & bands(other)
    third = copied("丙厂")
    assert Likeness.objects.get(card=third).first_id == first.pk


def test_an_enterprise_that_repeats_itself_is_no_group(officers: Client) -> None:
    firm = enterprise("甲厂")
    card = [signed(firm, LONG) for _ in range(3)][-1]
    assert officers.get(reverse("copies")).context["groups"] == []
    assert "几乎一样" not in told(officers, card)


def test_a_federation_hears_of_its_own_enterprises_alone(officers: Client) -> None:
    """The first of the group is another county's: neither it nor how many there are is told."""
    far = published(copied("远厂", under="霍山县总工会"))
    copied("远二厂", under="霍山县总工会")
    own = copied("甲厂")
    assert officers.get(reverse("copies")).context["groups"] == []
    assert "几乎一样" not in told(officers, own)
    second = copied("乙厂")
    (group,) = officers.get(reverse("copies")).context["groups"]
    assert (group.key, group.enterprises, group.agreements) == (own.pk, 2, 2)
    for card in (own, second):
        assert "另有 1 家企业" in told(officers, card)
        text = officers.get(reverse("copies-of", args=[card.pk])).content.decode()
        assert "乙厂" in text
        assert "远" not in text
    shown = officers.get(reverse("copies-of", args=[far.pk])).context["copies"]
    assert {copy.card.pk for copy in shown} == {own.pk, second.pk}


def test_an_enterprise_is_told_nothing(officers: Client) -> None:
    own = copied("甲厂")
    copied("乙厂")
    client = Client()
    client.force_login(chair(own.enterprise))
    assert "几乎一样" not in told(client, own)
    for path in (reverse("copies"), reverse("copies-of", args=[own.pk])):
        assert client.get(path).status_code == 404
        assert Client().get(path).headers["Location"].startswith(resolve_url(settings.LOGIN_URL))


def test_another_countys_agreement_does_not_exist(officers: Client) -> None:
    far = copied("远厂", under="霍山县总工会")
    assert officers.get(reverse("copies-of", args=[far.pk])).status_code == 404


def test_of_a_handful_of_people_no_text_is_shown_nor_set_against(officers: Client) -> None:
    few = counted(copied("甲厂"), 4)
    copied("乙乙厂")
    copied("丙丙丙厂")
    first, second, third = officers.get(reverse("copies-of", args=[few.pk])).context["copies"]
    assert first.parts == ()
    assert [part.hit for part in second.parts] == [False]
    assert any(part.hit for part in third.parts)


def test_copies_come_in_pages(officers: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agreements.similar.copies.PAGE", 1)
    monkeypatch.setattr("agreements.similar.views.PAGE", 1)
    copied("甲厂")
    copied("乙厂")
    answer = officers.get(reverse("copies"))
    assert not answer.context["more"]
    assert officers.get(reverse("copies"), {"page": "2"}).status_code == 404


def bands(card: Card) -> set[int]:
    return set(AgreementBand.objects.filter(card=card).values_list("band", flat=True))


def told(client: Client, card: Card) -> str:
    return client.get(reverse("archive-paper", args=[card.pk])).content.decode()
