"""A refusal is one sentence in the reader's language."""

from negotiate.law.refusal import N_, Refused

ENGLISH = {
    "只有%(who)s可以做这件事：%(act)s。": "Only %(who)s may do this: %(act)s.",
    "第 %(row)s 行：%(problem)s": "Row %(row)s: %(problem)s",
    "、": ", ",
    "首席代表": "the chief",
    "主持": "the presiding chief",
    "投票": "vote",
}


def translate(text: str) -> str:
    return ENGLISH.get(text, text)


def refusal() -> Refused:
    return Refused(
        N_("只有%(who)s可以做这件事：%(act)s。"), who=("首席代表", "主持"), act=("投票",)
    )


def test_a_refusal_reads_in_chinese_by_itself() -> None:
    assert str(refusal()) == "只有首席代表、主持可以做这件事：投票。"


def test_its_figures_fill_in_its_sentence() -> None:
    refused = refusal()
    assert refused.sentence % refused.figures == str(refused)


def test_labels_are_translated_with_the_sentence() -> None:
    expected = "Only the chief, the presiding chief may do this: vote."
    assert refusal().told(translate) == expected


def test_typed_text_is_never_translated() -> None:
    assert Refused("%(name)s", name="主持").told(translate) == "主持"


def test_a_refusal_inside_a_refusal_is_told_in_the_same_language() -> None:
    nested = Refused("第 %(row)s 行：%(problem)s", row=3, problem=refusal())
    assert str(nested) == "第 3 行：只有首席代表、主持可以做这件事：投票。"
    assert nested.told(translate).startswith("Row 3: Only the chief")
