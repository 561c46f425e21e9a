"""The pages of a county's layouts: its officers keep them, nobody else finds them."""

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from agreements.layouts.inspecting import inspect
from agreements.layouts.meanings import FILTERS
from agreements.layouts.models import Choice, CountyLayouts, Layout
from agreements.layouts.samples import samples
from agreements.layouts.tags import tags
from agreements.papers.reading import full_text
from negotiate.people.models import Account, Federation
from negotiate.record.chain import faults, read
from tests.agreements.layouts.attacks import ATTACKS
from tests.agreements.layouts.county import MOTTO, county, officer_of
from tests.agreements.layouts.made import ours, rewritten, with_picture, with_words
from tests.agreements.layouts.test_rendering import DROPPED, FORBIDDEN
from tests.visitor import Visitor, signed_in

pytestmark = pytest.mark.on_one_database


@pytest.fixture
def officer(db: None) -> Visitor:
    return signed_in(officer_of(county()))


def page(visitor: Visitor, name: str = "layouts", *about: object) -> str:
    return visitor.get(reverse(name, args=about)).content.decode()


def send(visitor: Visitor, content: bytes, kind: str = "minutes", name: str = "甲.docx") -> Any:
    file = SimpleUploadedFile(name, content)
    return visitor.post(reverse("layout", args=(kind,)), {"layout": file})


def use(visitor: Visitor, number: int, kind: str = "minutes") -> Any:
    return visitor.post(reverse("layout-use", args=(kind, number)), follow=True)


def file(visitor: Visitor, name: str, *about: object) -> str:
    answer = visitor.get(reverse(name, args=about))
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment")
    return full_text(answer.content)


def acts() -> list[dict[str, Any]]:
    return [dict(act) for act in read(CountyLayouts.objects.get().book)]


def test_without_one_of_its_own_a_countys_papers_are_laid_out_by_ours(officer: Visitor) -> None:
    seen = page(officer)
    assert seen.count("标准版式") >= 2
    assert "改动记录" not in seen


def test_a_union_begins_from_ours_and_sees_it_filled_in(officer: Visitor) -> None:
    for kind in ("minutes", "contract"):
        assert "{{ title|broken }}" in file(officer, "layout-docx", kind, 0)
        assert "用后即毁" in file(officer, "layout-sample", kind, 0, "b").split("签署如下")[1]
        assert "用后即毁" not in file(officer, "layout-sample", kind, 0, "c")
        assert "签名等级：B级" in file(officer, "layout-sample", kind, 0, "b")
        assert "签名等级：C级" in file(officer, "layout-sample", kind, 0, "c")


def test_a_version_is_kept_looked_at_used_and_left_again(officer: Visitor) -> None:
    assert send(officer, with_words(MOTTO)).status_code == 302
    assert "标准版式" in page(officer)
    assert not Choice.objects.exists()
    assert file(officer, "layout-docx", "minutes", 1).startswith(MOTTO)
    for grade in ("b", "c"):
        assert file(officer, "layout-sample", "minutes", 1, grade).startswith(MOTTO)
    assert "已换好" in use(officer, 1).content.decode()
    send(officer, with_words("第二种"), name="乙.docx")
    use(officer, 2)
    use(officer, 1)
    assert "第1版" in page(officer)
    use(officer, 0)
    told = [(act["action"], act["data"]["number"]) for act in acts()]
    assert told == [
        ("upload_layout", 1), ("choose_layout", 1), ("upload_layout", 2), ("choose_layout", 2),
        ("choose_layout", 1), ("choose_layout", 0),
    ]  # fmt: skip
    assert not list(faults(CountyLayouts.objects.get().book))
    seen = page(officer)
    assert "王科长" in seen
    assert "改用标准版式" in seen
    assert Layout.objects.count() == 2


def test_under_a_layout_of_a_federation_above_the_standard_one_is_a_press_away(
    officer: Visitor,
) -> None:
    send(officer, with_words(MOTTO))
    use(officer, 1)
    township = signed_in(
        officer_of(Federation.objects.create(name="新沟镇总工会", parent=county()))
    )
    for button in (True, False):
        assert ("用标准版式" in page(township, "layout", "minutes")) == button
        use(township, 0)


def test_how_many_pictures_nobody_sees_on_a_phone_is_told_before_a_version_is_used(
    officer: Visitor,
) -> None:
    send(officer, with_words(MOTTO))
    assert "幅图片" not in page(officer, "layout", "minutes")
    send(officer, with_picture())
    assert "这一版里有 1 幅图片" in page(officer, "layout", "minutes")


def test_what_is_in_use_is_not_chosen_again_and_the_same_file_not_kept_twice(
    officer: Visitor,
) -> None:
    content = with_words(MOTTO)
    send(officer, content)
    answer = send(officer, content)
    assert (answer.status_code, Layout.objects.count()) == (422, 1)
    assert "和第1版一模一样" in answer.content.decode()
    use(officer, 1)
    assert "现在用的就是这一版" in use(officer, 1).content.decode()
    assert "没有这一版" in use(officer, 7).content.decode()
    assert Choice.objects.count() == 1


def test_a_choice_of_one_kind_leaves_the_other_alone(officer: Visitor) -> None:
    send(officer, with_words(MOTTO))
    use(officer, 1)
    assert "正在用" in page(officer, "layout", "contract")
    assert MOTTO not in file(officer, "layout-sample", "contract", 0, "b")
    assert officer.get(reverse("layout-docx", args=("contract", 1))).status_code == 404


def test_another_countys_layouts_are_not_there(officer: Visitor) -> None:
    send(officer, with_words(MOTTO))
    foreign = signed_in(officer_of(Federation.objects.create(name="射阳县总工会")))
    assert foreign.get(reverse("layout-docx", args=("minutes", 1))).status_code == 404
    assert "没有这一版" in use(foreign, 1).content.decode()
    assert "甲.docx" not in page(foreign, "layout", "minutes")
    send(foreign, with_words("别县的"))
    assert file(officer, "layout-docx", "minutes", 1).startswith(MOTTO)
    assert file(foreign, "layout-docx", "minutes", 1).startswith("别县的")


@pytest.mark.parametrize("name", ["layouts", "layout", "layout-tags"])
def test_whoever_keeps_no_county_finds_no_such_page(db: None, name: str) -> None:
    about = () if name == "layouts" else ("minutes",)
    administrator = Account.objects.create(username="root", is_superuser=True)
    assert signed_in(administrator).get(reverse(name, args=about)).status_code == 404


def test_there_is_no_other_kind(officer: Visitor) -> None:
    for name, about in (
        ("layout", ("letters",)), ("layout-tags", ("letters",)), ("layout-docx", ("letters", 0)),
        ("layout-sample", ("letters", 0, "b")), ("layout-sample", ("minutes", 0, "a")),
    ):  # fmt: skip
        assert officer.get(reverse(name, args=about)).status_code == 404
    assert send(officer, ours(), "letters").status_code == 404


@pytest.mark.parametrize("kind", ["minutes", "contract"])
def test_every_tag_and_filter_is_on_the_page(officer: Visitor, kind: str) -> None:
    seen = page(officer, "layout-tags", kind).replace("&quot;", '"')
    for tag in tags(samples(kind)[0]):
        assert f"<code>{tag.path}</code>" in seen
        assert tag.meaning in seen
    for name in FILTERS:
        assert f"<code>|{name}</code>" in seen


REFUSED: dict[str, Callable[[], bytes]] = {
    **ATTACKS,
    **{name: partial(with_words, words) for name, words in FORBIDDEN.items()},
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_an_attack_gets_one_sentence_and_keeps_nothing(
    officer: Visitor, make: Callable[[], bytes]
) -> None:
    answer = send(officer, make())
    said = answer.content.decode()
    assert answer.status_code == 422
    assert said.count('class="notice refused"') == 1
    assert not CountyLayouts.objects.exists()
    assert not Layout.objects.exists()


@pytest.mark.parametrize(("old", "new", "what"), DROPPED.values(), ids=DROPPED)
def test_a_layout_that_drops_something_is_told_what(
    officer: Visitor, old: str, new: str, what: str
) -> None:
    assert what in send(officer, rewritten(old, new)).content.decode()
    assert not Layout.objects.exists()


def test_an_empty_form_is_refused_with_a_sentence(officer: Visitor) -> None:
    answer = officer.post(reverse("layout", args=("minutes",)), {})
    assert answer.status_code == 422
    assert send(officer, b"").status_code == 422


def test_the_name_of_a_file_is_only_shown(officer: Visitor) -> None:
    send(officer, with_words(MOTTO), name="<i>\u202e版.docx")
    assert "<i>" not in page(officer, "layout", "minutes")
    assert "\u202e" not in page(officer)
    kept = Layout.objects.get()
    assert json.loads(kept.county.book.entries.get().body)["data"]["file"] == kept.name
    inspect(bytes(kept.content))
