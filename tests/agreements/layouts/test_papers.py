"""A paper goes from its freezing to its end in the layout that its county used when it was
frozen."""

import pytest

from agreements.checking.register import bundle
from agreements.layouts import actions
from agreements.layouts.in_use import in_use
from agreements.layouts.models import Layout
from agreements.papers.actions import to_print
from agreements.papers.models import Paper
from agreements.papers.reading import full_text, whole_text
from agreements.signing.comparing import points_of
from agreements.verifying.answers import Answer
from agreements.verifying.verify import verify
from negotiate.law.refusal import Refused
from negotiate.law.words import Contract, Side, Stage
from negotiate.people.models import Federation
from tests.agreements.layouts.county import MOTTO, chosen, county, uploaded
from tests.agreements.layouts.made import FOOTER, ours, replaced, rewritten, with_words
from tests.agreements.signing.scanned import sign_in_ink
from tests.negotiate.contract import Agreed
from tests.negotiate.meeting import Meeting

pytestmark = pytest.mark.on_one_database


def completed(meeting: Meeting) -> Paper:
    for side in Side:
        meeting.sign(side)
    return Paper.objects.get(room=meeting.room)


def test_the_sealed_paper_is_genuine_and_says_what_the_county_says(meeting: Meeting) -> None:
    paper = meeting.sum_up()
    assert MOTTO in paper.frozen["lines"]
    docx = bytes(completed(meeting).docx or b"")
    assert verify(docx, bundle()).answer is Answer.AUTHENTIC
    assert full_text(docx).startswith(MOTTO)
    assert "王桂芳的笔迹" in full_text(docx)


def test_a_paper_to_sign_in_ink_is_written_in_it_as_well(meeting: Meeting) -> None:
    paper = meeting.sum_up()
    assert full_text(to_print(paper)).startswith(MOTTO)
    whole = next(point for point in points_of(paper) if point.key == "whole")
    assert MOTTO in whole.wording.paragraphs
    sign_in_ink(meeting.chair)
    paper.refresh_from_db()
    docx = bytes(paper.docx or b"")
    assert verify(docx, bundle()).answer is Answer.AUTHENTIC
    assert full_text(docx) == full_text(to_print(paper))


def test_a_contract_is_written_in_the_countys_layout_of_contracts(db: None) -> None:
    uploaded(county(), kind="contract")
    chosen(county(), kind="contract")
    agreed = Agreed(contract=Contract.WAGES).on(Stage.SIGNED)
    paper = Paper.objects.get(room=agreed.room)
    assert full_text(bytes(paper.docx or b"")).startswith(MOTTO)
    assert verify(bytes(paper.docx or b""), bundle()).answer is Answer.AUTHENTIC


def test_a_layout_changed_between_freezing_and_signing_does_not_change_the_paper(
    meeting: Meeting,
) -> None:
    first = meeting.sum_up()
    uploaded(county(), with_words("另一句话"))
    chosen(county(), 2)
    meeting.sign(Side.WORKER)
    chosen(county(), actions.OURS)
    meeting.sign(Side.EMPLOYER)
    paper = Paper.objects.get(room=meeting.room)
    assert paper.layout == first.layout == Layout.objects.get(number=1)
    assert full_text(bytes(paper.docx or b"")).startswith(MOTTO)
    assert "另一句话" not in full_text(bytes(paper.docx or b""))


def test_a_paper_frozen_in_ours_stays_in_ours(db: None) -> None:
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    meeting.sum_up()
    uploaded(county())
    chosen(county())
    assert MOTTO not in full_text(bytes(completed(meeting).docx or b""))


def test_a_layout_that_cannot_carry_the_paper_stops_the_summing_up(meeting: Meeting) -> None:
    """It loses a clause that the sample does not have."""
    sly = rewritten(
        "{%p for clause in clauses %}",
        "{%p for clause in clauses if clause.wording.paragraphs|length > 1 %}",
    )
    with pytest.raises(Refused):
        uploaded(county(), sly)
    sly = rewritten(
        "{%p for clause in clauses %}",
        "{%p for clause in clauses if clause.heading in ['奖金档次', '评定时间'] %}",
    )
    uploaded(county(), sly)
    chosen(county(), 2)
    with pytest.raises(Refused, match=r"阜宁县总工会第2版.*缺少第1条.*阜宁县总工会的人员") as why:
        meeting.sum_up()
    assert str(why.value).endswith("再办一次。")
    assert not Paper.objects.exists()
    chosen(county(), actions.OURS)
    assert meeting.sum_up().layout is None


def test_a_layout_touched_by_hand_writes_nothing_more(meeting: Meeting) -> None:
    meeting.sum_up()
    Layout.objects.update(content=ours())
    with pytest.raises(Refused, match="与上传时的摘要不符"):
        meeting.sign(Side.WORKER)


def test_words_above_and_below_the_pages_are_shown_to_whoever_signs(meeting: Meeting) -> None:
    uploaded(county(), replaced(FOOTER, "条款摘要", "每页一句 条款摘要"))
    chosen(county(), 2)
    paper = meeting.sum_up()
    assert "页脚：" in paper.frozen["lines"]
    assert "每页一句" in paper.frozen["lines"].split("\n")[-1]
    assert "每页一句" in whole_text(bytes(completed(meeting).docx or b""))


def test_a_township_uses_its_own_or_else_its_countys(meeting: Meeting) -> None:
    enterprise = meeting.room.enterprise
    township = Federation.objects.create(name="新沟镇总工会", parent=county())
    enterprise.federation = township
    enterprise.save()
    uploaded(township, with_words("新沟镇总工会制"))
    assert in_use(township, "minutes") == Layout.objects.get(county__federation=county())
    chosen(township)
    assert "新沟镇总工会制" in meeting.sum_up().frozen["lines"]


def test_the_standard_layout_can_be_chosen_under_another_above(meeting: Meeting) -> None:
    township = Federation.objects.create(name="新沟镇总工会", parent=county())
    chosen(township, actions.OURS)
    assert in_use(township, "minutes") is None
    with pytest.raises(Refused, match="现在用的就是这一版"):
        chosen(township, actions.OURS)
