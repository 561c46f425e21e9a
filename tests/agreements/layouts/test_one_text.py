"""A layout says the same to whoever signs on a phone and to whoever signs in ink."""

from hashlib import sha256

import pytest
from django.urls import reverse

from agreements.layouts.models import Layout
from agreements.layouts.samples import samples
from agreements.papers.actions import to_print
from agreements.papers.models import Paper
from agreements.signing.comparing import points_of
from agreements.signing.points import Sort
from negotiate.law.refusal import Refused
from tests.agreements.layouts.county import MOTTO, chosen, county, uploaded
from tests.agreements.layouts.made import FOOTER, ours, replaced, with_run, with_words
from tests.agreements.signing.scanned import bring, sign_in_ink
from tests.negotiate.meeting import Meeting
from tests.visitor import signed_in

pytestmark = pytest.mark.on_one_database

SLY = {
    "that appear": "{% if signatures[0].image %}职工放弃加班费{% endif %}",
    "that appear with a time": "{% if signatures[0].signed_at %}职工放弃加班费{% endif %}",
    "that vanish": "{% if not signatures[0].image %}企业补发加班费{% endif %}",
    "of a footer": "",
}


@pytest.mark.parametrize("words", SLY.values(), ids=SLY)
def test_words_that_come_or_go_with_the_signatures_are_refused(db: None, words: str) -> None:
    content = with_words(words)
    if not words:
        sly = "{% if signatures[0].image %}职工放弃加班费{% endif %}条款摘要"
        content = replaced(FOOTER, "条款摘要", sly)
    with pytest.raises(Refused, match="加班费"):
        uploaded(county(), content)
    assert not Layout.objects.exists()


IN_INK = {
    "words for ink": "{% if grade == 'C' %}职工放弃加班费{% endif %}",
    "words for a screen": "{% if grade == 'B' %}企业补发加班费{% endif %}",
    "words told by the explanation": (
        "{% for line in explanation %}{% if '打印后' in line %}职工放弃加班费{% endif %}"
        "{% endfor %}"
    ),
}


@pytest.mark.parametrize("words", IN_INK.values(), ids=IN_INK)
def test_words_that_only_ink_or_only_a_screen_shows_are_refused(db: None, words: str) -> None:
    with pytest.raises(Refused, match=r"打印出来签字的.*加班费"):
        uploaded(county(), with_words(words))
    assert not Layout.objects.exists()


def test_words_for_ink_are_refused_where_the_sample_did_not_show_them(meeting: Meeting) -> None:
    sly = "{% if grade == 'C' and title != '%s' %}职工放弃加班费{% endif %}"
    uploaded(county(), with_words(sly.replace("%s", samples("minutes")[0].title)))
    chosen(county(), 2)
    with pytest.raises(Refused, match=r"打印出来签字的.*加班费"):
        meeting.sum_up()
    assert not Paper.objects.exists()


def test_words_for_ink_are_refused_in_a_paper_that_was_frozen_before_it_was_asked(
    meeting: Meeting,
) -> None:
    paper = meeting.sum_up()
    sly = with_words(MOTTO + "{% if grade == 'C' %}职工放弃加班费{% endif %}")
    Layout.objects.update(content=sly, sha256=sha256(sly).hexdigest())
    paper.refresh_from_db()
    with pytest.raises(Refused, match=r"打印出来签字的.*加班费"):
        to_print(paper)
    with pytest.raises(Refused, match=r"打印出来签字的.*加班费"):
        sign_in_ink(meeting.chair)


def test_a_picture_that_only_ink_shows_is_refused(db: None) -> None:
    drawn = "{%p if grade == 'C' %}", "{{ check_code }}", "{%p endif %}"
    runs = "</w:p><w:p>".join(f"<w:r><w:t>{said}</w:t></w:r>" for said in drawn)
    with pytest.raises(Refused, match="图片不一样"):
        uploaded(county(), with_run(runs))


def test_what_a_scan_is_compared_with_is_kept_when_the_paper_is_frozen(meeting: Meeting) -> None:
    """Whatever the programme or the layout would write by then."""
    paper = meeting.sum_up()
    points = points_of(paper)
    sign_in_ink(meeting.chair)
    Layout.objects.update(content=ours())
    paper.refresh_from_db()
    assert points_of(paper) == points
    del paper.frozen["in_ink"]
    assert points_of(paper) == points


@pytest.mark.parametrize(("kept", "sort"), [("条款摘要", Sort.CODE), ("", Sort.DIGEST)])
def test_a_scan_is_asked_only_for_what_stands_at_the_foot_of_its_pages(
    meeting: Meeting, kept: str, sort: Sort
) -> None:
    foot = "{{ number }}　条款摘要 {{ terms_digest[:16] }}"
    uploaded(county(), replaced(FOOTER, foot, f"本县 {foot}" if kept else "本县"))
    chosen(county(), 2)
    paper = meeting.sum_up()
    code = next(point for point in points_of(paper) if point.key == "code")
    digest = paper.frozen["text"]["terms_digest"]
    assert code.sort is sort
    assert ("本县" in code.wording.text) == bool(kept)
    assert ("页" in code.asked) == bool(kept)
    looked_at = {piece for line in code.marked for piece in line[1::2]}
    assert {digest[:8], digest[-8:]} < looked_at
    assert ({paper.number, digest[:16]} < looked_at) == bool(kept)


def test_what_can_be_written_no_more_is_told_on_the_papers_page(meeting: Meeting) -> None:
    """Frozen before its lines for ink were kept, and its layout is not what it was."""
    paper = meeting.sum_up()
    bring(meeting.chair)
    del paper.frozen["in_ink"]
    paper.save(update_fields=["frozen"])
    Layout.objects.update(content=ours())
    path = reverse("paper-compare", args=[meeting.chair.pk])
    answer = signed_in(meeting.account).get(path, follow=True)
    assert answer.status_code == 200
    assert "与上传时的摘要不符" in answer.content.decode()
