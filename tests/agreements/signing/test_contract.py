"""One text: what the chiefs initial is what is ratified, and what is signed in the end."""

import hashlib

import pytest
from django.core.management import call_command

from agreements.papers.actions import to_print
from agreements.papers.models import Paper
from agreements.papers.reading import full_text
from agreements.papers.standing import Standing, standing_of
from agreements.scenarios.handwriting import scrawl
from agreements.signing.actions import sign
from agreements.signing.initials import initial
from agreements.signing.integrity import docx_of
from agreements.signing.models import Initial
from negotiate.law.refusal import Refused
from negotiate.law.words import Action, Contract, Side, Stage
from negotiate.record.chain import read
from negotiate.rooms.actions import sitting
from tests.agreements.signing.scanned import bring, sign_in_ink
from tests.negotiate.contract import Agreed
from tests.negotiate.meeting import Meeting
from tests.negotiate.ordinary import RECORDER
from tests.trace import trace

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def drafted(db: None) -> Agreed:
    return Agreed(contract=Contract.WAGES).on(Stage.DRAFTED)


def facts(agreed: Agreed, action: Action) -> list[dict[str, object]]:
    return [act["data"] for act in read(agreed.room.book) if act["action"] == action]


def standings(agreed: Agreed) -> list[Standing]:
    return [standing_of(paper) for paper in Paper.objects.filter(room=agreed.room).order_by("pk")]


def test_the_draft_is_made_from_the_agreed_terms_and_names_no_minutes(drafted: Agreed) -> None:
    paper = drafted.paper
    assert (paper.kind, paper.number[:3]) == ("contract", "集合同")
    assert paper.title == "盐城宏远机械有限公司工资专项集体合同"
    assert "每周检查一次。" in paper.frozen["lines"]
    assert "自双方首席代表签字之日起7日内" in paper.frozen["lines"]
    assert "纪要" not in paper.frozen["lines"]
    assert drafted.drawn.digest == paper.digest


def test_what_is_initialled_ratified_and_signed_has_one_digest(drafted: Agreed) -> None:
    digest = drafted.paper.digest
    drafted.initial_both()
    drafted.ratify()
    drafted.sign_both()
    paper = drafted.paper
    assert drafted.room.is_at is Stage.SIGNED
    assert {act["digest"] for act in facts(drafted, Action.INITIAL)} == {digest}
    assert {act["digest"] for act in facts(drafted, Action.SIGN)} == {digest} == {paper.digest}
    shown = full_text(to_print(paper)).split("十、")[0]
    assert full_text(bytes(paper.docx or b"")).split("十、")[0] == shown
    assert paper.frozen["lines"].split("十、")[0] == shown
    assert hashlib.sha256(bytes(paper.docx or b"")).hexdigest() == paper.sha256


def test_it_takes_both_chiefs_to_lead_the_draft_to_ratification(drafted: Agreed) -> None:
    drafted.initial(E)
    assert drafted.room.stage == Stage.DRAFTED
    with pytest.raises(Refused, match="已签署过这份草案"):
        drafted.initial(E)
    drafted.initial(W)
    assert drafted.room.stage == Stage.RATIFYING
    assert [act["both"] for act in facts(drafted, Action.INITIAL)] == [False, True]


def test_another_text_than_the_one_shown_is_not_initialled(drafted: Agreed) -> None:
    before = trace()
    with pytest.raises(Refused, match="文本刚刚改过"):
        initial(drafted.chief(W), text_digest="0" * 64)
    with pytest.raises(Refused, match="只有首席代表"):
        initial(drafted.seat(RECORDER), text_digest=drafted.paper.digest)
    assert trace() == before


def test_a_draft_touched_by_hand_is_not_initialled(drafted: Agreed) -> None:
    paper = drafted.paper
    paper.frozen["text"]["copies"] = ["按本合同履行。"]
    paper.save(update_fields=["frozen"])
    with pytest.raises(Refused, match="与归纳时的文本不一致"):
        drafted.initial(W)
    assert not Initial.objects.exists()


def test_minutes_that_somebody_has_signed_are_not_taken_back(db: None) -> None:
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    paper = meeting.sum_up()
    meeting.sign(W)
    with pytest.raises(Refused, match="已有人签署，不能再退回协商"):
        sitting.return_to_session(meeting.chair)
    assert Paper.objects.filter(pk=paper.pk).exists()
    assert meeting.room.is_at is Stage.SUMMED_UP


def test_returned_before_both_have_initialled_the_draft_is_gone(drafted: Agreed) -> None:
    number = drafted.paper.number
    drafted.initial(W)
    sitting.return_to_session(drafted.presiding())
    assert not Paper.objects.filter(room=drafted.room).exists()
    assert not Initial.objects.exists()
    assert not drafted.room.drafts.exists()
    drafted.draft()
    assert drafted.paper.number != number


def test_a_rejected_draft_is_kept_and_can_be_signed_no_more(drafted: Agreed) -> None:
    drafted.initial_both()
    drafted.ratify(passed=False)
    rejected = drafted.paper
    assert drafted.room.is_at is Stage.IN_SESSION
    assert standing_of(rejected) == Standing.VOID
    with pytest.raises(Refused):
        drafted.sign(W)
    drafted.draft()
    assert [draft.number for draft in drafted.room.drafts.all()] == [1, 2]
    assert drafted.paper != rejected
    assert standings(drafted) == [Standing.VOID, Standing.DRAFTED]
    drafted.initial_both()
    drafted.ratify()
    with pytest.raises(Refused, match="文本刚刚改过"):
        sign(drafted.chief(W), text_digest=rejected.digest, strokes=scrawl("周卫东"))
    drafted.sign_both()
    rejected.refresh_from_db()
    assert not rejected.is_complete
    assert standings(drafted) == [Standing.VOID, Standing.TO_FILE]


def test_only_the_chiefs_sign_a_contract(drafted: Agreed) -> None:
    drafted.initial_both()
    drafted.ratify()
    with pytest.raises(Refused, match="合同由双方首席代表签署"):
        sign(drafted.seat(RECORDER), text_digest=drafted.paper.digest, strokes=scrawl("沈怡"))


def test_the_desk_brings_the_contract_that_was_signed_in_ink(drafted: Agreed) -> None:
    drafted.initial_both()
    drafted.ratify()
    with pytest.raises(Refused, match="会务"):
        bring(drafted.chief(E))
    sign_in_ink(drafted.desk)
    paper = drafted.paper
    assert (paper.grade, drafted.room.is_at) == ("C", Stage.SIGNED)
    assert drafted.drawn.signed_on is not None
    assert paper.card.clauses.count() == 1


def test_a_contract_that_was_objected_to_stays_beside_the_next_one(
    drafted: Agreed, capsys: pytest.CaptureFixture[str]
) -> None:
    drafted.initial_both()
    drafted.ratify()
    drafted.sign_both()
    first = drafted.paper
    drafted.received()
    drafted.object_to()
    assert standing_of(first) == Standing.OBJECTED
    drafted.answer()
    drafted.agree("每周检查一次，由安全科负责。")
    for deed in (drafted.draft, drafted.initial_both, drafted.ratify, drafted.sign_both):
        deed()
    assert standings(drafted) == [Standing.OBJECTED, Standing.TO_FILE]
    call_command("verify_record", drafted.room.pk)
    told = capsys.readouterr().out
    for paper in Paper.objects.filter(room=drafted.room):
        assert f"paper {paper.number}: the file is the one in the record" in told
        assert docx_of(paper) == bytes(paper.docx or b"")  # each by its own entry


def test_minutes_left_unsigned_by_a_meeting_that_escalated_stay_as_they_are(db: None) -> None:
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    left = meeting.sum_up()
    meeting.sign(W)
    sitting.escalate(meeting.chair, reason="要签专项集体合同")
    with pytest.raises(Refused):
        meeting.sign(E)
    left.refresh_from_db()
    assert (left.is_complete, standing_of(left)) == (False, Standing.LEFT)
