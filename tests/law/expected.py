"""What the procedures should say, written apart from the code and in the order of a meeting."""

from collections.abc import Mapping

from negotiate.law.words import Action, Capacity, Procedure, Stage, TermState

# Who:   C chief, R representative, E expert, K recorder, A attendee, S staff, P presiding,
#        O organiser, U union chair, X the clock
# Stage: r raised, s screened, t to offer, o offered, n refused (no), b composing (both lists),
#        v preparing, w waiting, c check-in, i in session, p suspended (pause), d deadlocked,
#        m summed up, D drafted, y ratifying, Y ratified, g signed, f filed, j objected,
#        e effective, h performing (held to), 1 superseded, 2 terminated, 3 expired, 4 ended;
#        - the matter does not exist yet
# Term:  o open, p proposed, a agreed, d deferred, w withdrawn; * not about a term
SESSION = """
propose        CR       i        op     .
open_poll      PC       i        p      .
vote           CRS      i        p      .
close_poll     PC       i        p      .
issue_paper    PK       i        p      .
enter_count    K        i        p      .
confirm_count  C        i        p      .
accept_if      C        i        p      .
confirm        C        i        p      .
bundle         C        i        *      .
unbundle       C        i        *      .
acclaim        PK       i        pa     .
defer          P        i        op     .
reopen         P        i        da     .
withdraw       C        i        op     .
ask_floor      CRE      i        *      .
give_floor     P        i        *      .
end_floor      CREP     i        *      .
call_caucus    C        i        *      .
end_caucus     PC       i        *      .
suspend        P        i        *      suspended
resume         P        p        *      in_session
"""
SIMPLIFIED = f"""
raise          U        -        *      raised
screen         U        r        *      screened
schedule       U        s        *      waiting
take_desk      U        wcipm    *      .
seat           P        wc       *      .
enrol          P        wcip     *      .
unseat         P        wc       *      .
reissue        P        wcipm    *      .
add_term       P        wci      *      .
confer         CRE      wcip     *      .
request_information CR  wcip     *      .
answer_information CR   wcip     *      .
correct_minutes K       ipm      *      .
approve_minutes CREK    ipm      *      .
open_check_in  P        w        *      check_in
check_in_self  CREKASP  cip      *      .
mark_present   PK       cip      *      .
begin          P        c        *      in_session
rescreen       P        i        p      .
{SESSION.strip()}
sum_up         P        i        *      summed_up
return         P        m        *      in_session
sign           CRK      m        *      .
seal           C        m        *      .
stamp          PCRK     m        *      .
refuse_to_sign CRK      m        *      .
take_back_refusal CRK   m        *      .
upload_scan    P        m        *      .
compare_scan   PC       m        *      .
discard_scan   P        m        *      .
accept_scan    P        m        *      .
complete       PCRK     m        *      signed
escalate       P        wcipm    *      to_offer
"""
ORDINARY = f"""
schedule       U        s        *      to_offer
take_desk      U        tonbvwcipdDyYgfjeh * .
seat           O        tbvwcipdDyYeh *      .
unseat         O        tb       *      .
enrol          O        bvwcipdy *      .
reissue        O        tonbvwcipdDyYgfjeh * .
bind           O        tonbv    *      .
add_term       OP       tbvwci   *      .
offer          C        tn       *      offered
receive        CO       o        *      .
respond        C        o        *      composing|refused
withdraw_offer C        ton      *      ended
agree_recorder C        bvwcipdDy *      .
settle_roster  O        b        *      preparing
vacate         O        vwcipdDyYeh *      .
call           O        v        *      waiting
confer         CRE      bvwcipdD *      .
request_information CR  bvwcip   *      .
answer_information CR   bvwcip   *      .
correct_minutes K       ipdD     *      .
approve_minutes CREK    ipdD     *      .
open_check_in  PO       w        *      check_in
check_in_self  CREKASP  cipy     *      .
mark_present   PKO      cipy     *      .
pass_chair     P        wcip     *      .
begin          P        c        *      in_session
{SESSION.strip()}
deadlock       PC       ip       *      deadlocked
extend         O        d        *      .
coordinate     O        d        *      in_session
end_talks      O        nbvwcdDyY *     ended
recall         O        yY       *      in_session
sum_up         P        i        *      drafted
return         P        D        *      in_session
initial        C        D        *      ratifying
open_ratification O     y        *      .
open_item      O        y        a      .
vote           CRS      y        a      .
close_poll     O        y        a      .
issue_paper    POK      y        a      .
enter_count    K        y        a      .
confirm_count  C        y        a      .
record_ratification O   y        *      .
conclude       O        y        *      ratified|in_session
sign           CK       Y        *      .
seal           C        Y        *      .
stamp          OCK      Y        *      .
refuse_to_sign CK       Y        *      .
take_back_refusal CK    Y        *      .
upload_scan    O        Y        *      .
compare_scan   OC       Y        *      .
discard_scan   O        Y        *      .
accept_scan    O        Y        *      .
complete       OCK      Y        *      signed
file           O        g        *      filed
acknowledge    O        f        *      .
object         O        fe       *      objected
answer_objection O      j        *      in_session
take_effect    X        f        *      effective
publish        O        e        *      performing
amend          C        eh       *      .
renew          C        eh       *      .
terminate      C        eh       *      terminated
take_back_end  C        eh       *      .
supersede      X        eh       *      superseded
expire         X        eh       *      expired
"""

CAPACITIES = dict(zip("CREKASPOUX", Capacity, strict=True))
STAGES: dict[str, Stage | None] = {
    **dict(zip("rstonbvwcipdmDyYgfjeh1234", Stage, strict=True)),
    "-": None,
}
TERMS: dict[str, TermState | None] = dict(zip("opadw", TermState, strict=True))


class Expected:
    """One line of a table."""

    def __init__(self, line: str) -> None:
        action, who, stages, terms, then = line.split()
        self.action = Action(action)
        self.who = {CAPACITIES[letter] for letter in who}
        self.stages = {STAGES[letter] for letter in stages}
        self.about_a_term = terms != "*"
        self.terms = {TERMS[letter] for letter in terms} if self.about_a_term else set()
        self.then = set() if then == "." else {Stage(stage) for stage in then.split("|")}

    def allows(self, capacity: Capacity, stage: Stage | None, term: TermState | None) -> bool:
        return (
            capacity in self.who
            and stage in self.stages
            and (term in self.terms or not self.about_a_term)
        )


def _read(table: str) -> dict[Action, tuple[Expected, ...]]:
    lines = [Expected(line) for line in table.strip().splitlines()]
    return {each.action: tuple(x for x in lines if x.action is each.action) for each in lines}


EXPECTED: Mapping[Procedure, Mapping[Action, tuple[Expected, ...]]] = {
    Procedure.SIMPLIFIED: _read(SIMPLIFIED),
    Procedure.ORDINARY: _read(ORDINARY),
}


def allows(
    procedure: Procedure,
    action: Action,
    capacity: Capacity,
    stage: Stage | None,
    term: TermState | None,
) -> bool:
    lines = EXPECTED[procedure].get(action, ())
    return any(line.allows(capacity, stage, term) for line in lines)
