"""The pages of a contract, as chiefs, the desk, others and the big screen get them."""

from datetime import timedelta

import pytest
from django.urls import reverse

from agreements.papers.models import Paper
from negotiate import moment
from negotiate.law.enclosed import Enclosure
from negotiate.law.words import Side, Stage
from negotiate.people.models import Seat
from negotiate.rooms.actions.filing import pack_of
from negotiate.rooms.views.pages import screen_path
from tests.negotiate.contract import LATER, Agreed
from tests.negotiate.ordinary import WORKERS
from tests.negotiate.rooms.pages import at, shown
from tests.visitor import Visitor, seated, signed_in

pytestmark = pytest.mark.on_one_database

W, E = Side.WORKER, Side.EMPLOYER
AFTER = [stage for stage in LATER if stage not in (Stage.IN_SESSION, Stage.RATIFYING)]

# What only whoever must act is offered, at each stage: the desk, then each chief.
OF_THE_DESK = {
    Stage.SIGNED: ("filing/",),
    Stage.FILED: ("filing/receipt/",),
    Stage.OBJECTED: ("filing/objection/answer/",),
    Stage.EFFECTIVE: ("publication/",),
}
OF_CHIEFS = {
    Stage.EFFECTIVE: ("contract/amend/", "contract/end/"),
    Stage.PERFORMING: ("contract/amend/", "contract/end/"),
}


def offered(page: str) -> set[str]:
    every = {path for paths in (*OF_THE_DESK.values(), *OF_CHIEFS.values()) for path in paths}
    return {path for path in every if f'"{path}"' in page}


@pytest.mark.parametrize("stage", AFTER)
def test_each_stage_says_why_and_offers_its_step_to_whoever_must_take_it(
    db: None, stage: Stage
) -> None:
    agreed = Agreed().on(stage)
    chief, other = agreed.chief(E), agreed.seat(WORKERS[0])
    desk = shown(signed_in(agreed.account), agreed.desk)
    pages = {E: shown(seated(chief), chief), None: shown(seated(other), other)}
    for page in (desk, *pages.values()):
        assert "合同期限" in page
        assert "第三十" in page or "第四十" in page or "第五十四条" in page
    assert offered(pages[None]) == set()
    assert offered(pages[E]) == set(OF_CHIEFS.get(stage, ()))
    assert offered(desk) == {*OF_THE_DESK.get(stage, ()), *OF_CHIEFS.get(stage, ())}


@pytest.mark.parametrize("stage", AFTER)
def test_the_big_screen_and_the_english_pages_are_drawn_too(db: None, stage: Stage) -> None:
    agreed = Agreed().on(stage)
    chief = agreed.chief(E)
    phone = seated(chief)
    assert phone.get(screen_path(agreed.room)).status_code == 200
    english = phone.get(at(chief), headers={"Accept-Language": "en"}).content.decode()
    assert "Term of the contract" in english


def test_the_presiding_chief_says_for_how_long_and_both_chiefs_stand_by_the_text(db: None) -> None:
    agreed = Agreed()
    office, today = signed_in(agreed.account), moment.today()
    assert '"draft/"' in shown(office, agreed.desk)
    posted = {"starts_on": today.isoformat(), "ends_on": (today + timedelta(days=30)).isoformat()}
    answer = office.post(at(agreed.desk, "draft/"), posted)
    assert answer.status_code == 422
    assert "最短 1 年" in answer.content.decode()
    posted["ends_on"] = (today + timedelta(days=730)).isoformat()
    assert office.post(at(agreed.desk, "draft/"), posted).status_code == 302
    for visitor, seat in ((office, agreed.desk), (seated(agreed.chief(E)), agreed.chief(E))):
        text = shown(visitor, seat, "paper/")
        assert agreed.paper.digest in text
        assert 'id="results"' in text
        visitor.post(at(seat, "paper/initial/"), {"digest": agreed.paper.digest})
        assert "paper/initial/" not in shown(visitor, seat, "paper/")
    assert agreed.room.is_at is Stage.RATIFYING


def test_a_chief_who_has_initialled_is_asked_no_more(db: None) -> None:
    agreed = Agreed().on(Stage.DRAFTED)
    phone = seated(agreed.chief(E))
    assert "现在请您" in shown(phone, agreed.chief(E))
    agreed.initial(E)
    assert "现在请您" not in shown(phone, agreed.chief(E))


def test_a_filing_is_ticked_paper_by_paper(db: None) -> None:
    agreed = Agreed().on(Stage.SIGNED)
    office = signed_in(agreed.account)
    page = shown(office, agreed.desk, "filing/")
    for one in pack_of(agreed.room):
        assert one.label in page
    posted = {
        "filed_on": moment.today().isoformat(),
        "authority": "阜宁县人力资源和社会保障局",
        "copies": "3",
        "enclosed": [one.value for one in pack_of(agreed.room) if one is not Enclosure.MINUTES],
    }
    answer = office.post(at(agreed.desk, "filing/"), posted)
    assert (answer.status_code, "还缺：协商会议记录" in answer.content.decode()) == (422, True)
    posted["enclosed"] = [one.value for one in pack_of(agreed.room)]
    assert office.post(at(agreed.desk, "filing/"), posted).status_code == 302
    day = moment.today().isoformat()
    office.post(at(agreed.desk, "filing/receipt/"), {"received_on": day})
    assert "审查异议期到" in shown(office, agreed.desk)
    objection = {"objected_on": day, "text": "没有写明", "terms": [str(agreed.term.pk)]}
    office.post(at(agreed.desk, "filing/objection/"), objection)
    assert "没有写明" in shown(office, agreed.desk)
    office.post(at(agreed.desk, "filing/objection/answer/"))
    assert agreed.room.is_at is Stage.IN_SESSION


def test_it_is_published_and_a_change_is_asked_for(db: None) -> None:
    agreed = Agreed().on(Stage.EFFECTIVE)
    office = signed_in(agreed.account)
    published = {"published_on": moment.today().isoformat(), "place": "公开栏"}
    office.post(at(agreed.desk, "publication/"), published)
    chief = agreed.chief(E)
    phone = seated(chief)
    assert "起可以提出续订" in shown(phone, chief)
    phone.post(at(chief, "contract/amend/"), {"reason": "换了新设备"})
    page = shown(phone, chief)
    assert "换了新设备" in page
    assert '"contract/amend/"' not in page
    assert "变更：生活区安全" in office.get(reverse("home")).content.decode()


def test_the_second_chief_agrees_to_the_first_ones_reason(db: None) -> None:
    agreed = Agreed().on(Stage.PERFORMING)
    worker, employer = agreed.desk, agreed.chief(E)
    office, phone = signed_in(agreed.account), seated(employer)
    office.post(at(worker, "contract/end/"), {"reason": "企业搬迁"})
    assert "企业搬迁" in shown(phone, employer, "contract/end/")
    assert phone.post(at(employer, "contract/end/"), {"agreed": ""}).status_code == 422
    phone.post(at(employer, "contract/end/"), {"agreed": "on"})
    assert agreed.room.is_at is Stage.TERMINATED


def test_a_chief_takes_back_his_word_to_end_it_on_the_page(db: None) -> None:
    agreed = Agreed().on(Stage.PERFORMING)
    worker, employer = agreed.desk, agreed.chief(E)
    office, phone = signed_in(agreed.account), seated(employer)
    office.post(at(worker, "contract/end/"), {"reason": "企业搬迁"})
    assert "contract/end/back/" in shown(office, worker)
    assert "contract/end/back/" not in shown(phone, employer)
    office.post(at(worker, "contract/end/back/"), {})
    assert "企业搬迁" not in shown(phone, employer)
    assert "提出终止合同" in shown(office, worker)


def archived(visitor: Visitor, seat: Seat) -> str:
    paper = Paper.objects.filter(room=seat.room_id, completed_at__isnull=False).latest("pk")
    listed = visitor.get(reverse("archive")).content.decode()
    read = visitor.get(reverse("archive-paper", args=[paper.card.pk])).content.decode()
    assert paper.title in listed
    return read if read.count("合同期限") == 1 and "集体合同" in listed else ""


@pytest.mark.parametrize(
    ("stage", "standing"),
    [
        (Stage.SIGNED, "已签署，待报送"),
        (Stage.FILED, "审查中"),
        (Stage.OBJECTED, "审查有异议"),
        (Stage.PERFORMING, "有效"),
        (Stage.TERMINATED, "已终止"),
        (Stage.EXPIRED, "已期满"),
        (Stage.SUPERSEDED, "已由新合同代替"),
    ],
)
def test_the_archive_says_what_a_contract_counts_for_now(
    db: None, stage: Stage, standing: str
) -> None:
    agreed = Agreed().on(stage)
    office = signed_in(agreed.account)
    assert standing in archived(office, agreed.desk)
    assert standing in office.get(reverse("archive")).content.decode()
