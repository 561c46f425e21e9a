"""What the procedure should say, written apart from the code and in the order of a meeting."""

from negotiate.law.words import Action, Capacity, Stage, TermState

# Who:   C chief, R representative, E expert, K recorder, A attendee, S staff, P presiding,
#        U union chair
# Stage: r raised, s screened, w waiting, c check-in, i in session, p suspended (pause),
#        m summed up, d signed (done), x escalated; - the matter does not exist yet
# Term:  o open, p proposed, a agreed, d deferred, w withdrawn; * not about a term
TABLE = """
action         who      stages   terms  then
raise          U        -        *      raised
screen         U        r        *      screened|escalated
schedule       U        s        *      waiting
seat           P        wc       *      .
enrol          P        wcip     *      .
unseat         P        wc       *      .
reissue        P        wcipm    *      .
add_term       P        wci      *      .
open_check_in  P        w        *      check_in
check_in_self  CREKASP  cip      *      .
mark_present   PK       cip      *      .
begin          P        c        *      in_session
propose        CR       i        op     .
rescreen       P        i        p      .
open_poll      PC       i        p      .
vote           CRS      i        p      .
close_poll     PC       i        p      .
issue_paper    PK       i        p      .
enter_count    K        i        p      .
confirm_count  C        i        p      .
confirm        C        i        p      .
acclaim        PK       i        pa     .
defer          P        i        op     .
reopen         P        i        da     .
withdraw       C        i        op     .
suspend        P        i        *      suspended
resume         P        p        *      in_session
sum_up         P        i        *      summed_up
return         P        m        *      in_session
sign           CK       m        *      .
upload_scan    P        m        *      .
complete       PCK      m        *      signed
escalate       P        wcipm    *      escalated
"""

CAPACITIES = dict(zip("CREKASPU", Capacity, strict=True))
STAGES: dict[str, Stage | None] = {**dict(zip("rswcipmdx", Stage, strict=True)), "-": None}
TERMS: dict[str, TermState | None] = dict(zip("opadw", TermState, strict=True))


class Expected:
    """One line of the table."""

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


EXPECTED = {line.action: line for line in map(Expected, TABLE.strip().splitlines()[1:])}
