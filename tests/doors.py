"""Who may open which address of the product, and whom it does not know."""

from tests.knocking import ADDRESSES

WITHOUT_ACCOUNT = (
    "stranger", "chief", "representative", "other side", "other room", "expired", "revoked",
    "staff",
)  # fmt: skip

ACCOUNTS = ("chair", "other chair", "officer", "foreign officer")

# What lies below a seat's own page opens to that seat alone, without exception. What it may do
# there is the law's table; which orders need an open door to have an effect stands beside it.
OF_A_SEAT: dict[str, str] = {
    "room-rules": "",
    "seat": "", "record": "", "seat-news": "", "term": "", "slips": "", "paper": "",
    "paper-print": "", "paper-seal": "", "paper-time": "", "paper-scan": "", "paper-scan-page": "",
    "paper-scan-picture": "", "paper-scan-discard": "", "paper-compare": "",
    "paper-scan-accept": "", "seat-docx": "",
    "rescreen": "", "reopen": "", "seat-evidence": "", "sheets": "", "sheet": "", "seat-pack": "",
    "confirm": "", "check-in": "", "mark-present": "", "unseat": "", "roster": "", "order": "",
    "open-poll": "", "ask": "", "hand-out": "", "enter-count": "", "confirm-count": "",
    "poll-papers": "", "poll-export": "", "poll-verify": "", "issue-paper": "chair",
    "minutes": "", "approve-minutes": "", "correct-minutes": "",
    "bound": "", "bound-sample": "", "bound-upload": "", "release-bound": "",
    "roster-upload": "", "roster-sample": "", "seat-scan-file": "",
    "suspend": "chair", "escalate": "chair", "reissue": "chair", "add-term": "chair",
    "defer": "chair", "acclaim": "chair", "propose": "chief", "withdraw": "chief",
    "vote": "chief", "close-poll": "chief",
    "floor": "chief", "give-floor": "", "bundle": "", "agree": "", "unbundle": "", "requests": "",
    "request": "chief", "answer": "chief", "promise": "chief", "terms": "",
    "offers": "", "make-offer": "", "offer-receipt": "", "respond": "", "withdraw-offer": "",
    "agree-recorder": "", "vacate": "", "call": "", "deadlock": "", "coordinate": "", "extend": "",
    "recall": "", "end-talks": "",
    "caucus": "", "caucus-news": "", "caucus-note": "chief", "caucus-note-delete": "",
    "straw-ask": "chief", "straw-vote": "", "straw-end": "", "caucus-draft": "chief",
    "caucus-draft-open": "", "caucus-draft-delete": "", "call-caucus": "", "accept-if": "",
    "accept-if-back": "",
    "open-ratification": "", "resolutions": "", "conclude": "", "call-again": "",
    "record-ratification": "", "open-item": "", "rehearsal": "",
    "draft": "", "paper-initial": "", "paper-refuse": "", "paper-refuse-back": "", "file": "",
    "acknowledge": "", "object": "",
    "answer-objection": "", "publish": "", "amend": "", "renew": "", "terminate": "",
    "take-back-end": "",
    "staff": "", "staff-sample": "", "staff-upload": "", "staff-codes": "", "staff-slips": "",
    "staff-slip": "", "staff-present": "", "staff-number": "chair", "staff-empty": "chair",
}  # fmt: skip

# The staff's roll opens to who presides; the recorder finds people on it, and writes them down.
OF_THE_ROLL = [name for name in OF_A_SEAT if name.startswith("staff")]

# Everything else: who gets which status for GET and for POST, in the order of ACCOUNTS; then those
# without an account, who are all treated alike. A login page is 302.
OF_OFFICES: dict[str, tuple[str, str]] = {
    "home": ("200 200 200 200 | 200", "405 405 405 405 | 405"),
    "new-matter": ("200 200 200 200 | 302", "302 302 422 422 | 302"),
    "screen-matter": ("200 404 404 404 | 302", "422 404 404 404 | 302"),
    "book": ("200 404 404 404 | 302", "422 404 404 404 | 302"),
    "take-desk": ("404 404 404 404 | 302", "404 404 404 404 | 302"),
    "rules": ("200 200 200 200 | 302", "405 405 405 405 | 302"),
    "rules-compare": ("200 200 200 200 | 302", "405 405 405 405 | 302"),
    "rule": ("404 404 404 404 | 302", "404 404 404 404 | 302"),
    "rule-take-back": ("405 405 405 405 | 302", "404 404 404 404 | 302"),
    "wages": ("404 404 404 404 | 302", "404 404 404 404 | 302"),
    "wage-region": ("405 405 405 405 | 302", "404 404 404 404 | 302"),
    "wage-drop": ("405 405 405 405 | 302", "404 404 404 404 | 302"),
    "rules-copy": ("405 405 405 405 | 302", "404 404 302 302 | 302"),
    "layouts": ("404 404 200 200 | 302", "405 405 405 405 | 302"),
    "layout": ("404 404 200 200 | 302", "404 404 422 422 | 302"),
    "layout-tags": ("404 404 200 200 | 302", "405 405 405 405 | 302"),
    "layout-docx": ("404 404 404 404 | 302", "405 405 405 405 | 302"),
    "layout-sample": ("404 404 404 404 | 302", "405 405 405 405 | 302"),
    "layout-use": ("405 405 405 405 | 302", "404 404 302 302 | 302"),
    "templates": ("200 200 200 200 | 302", "405 405 405 405 | 302"),
    "make-template": ("405 405 405 405 | 302", "302 302 302 302 | 302"),
    "template": ("200 404 404 404 | 302", "422 404 404 404 | 302"),
    "fill-template": ("200 404 404 404 | 302", "422 404 404 404 | 302"),
    "drop-template": ("405 405 405 405 | 302", "302 404 404 404 | 302"),
    "retire-template": ("405 405 405 405 | 302", "302 404 404 404 | 302"),
    "sign-in": ("302 302 302 302 | 200", "302 302 302 302 | 200"),
    "sign-out": ("405 405 405 405 | 405", "- - - - | 302"),
    "password": ("200 200 200 200 | 302", "200 200 200 200 | 302"),
    "enter": ("302 302 302 302 | 404", "405 405 405 405 | 405"),
    "join": ("404 404 404 404 | 404", "404 404 404 404 | 404"),
    "hall": ("404 404 404 404 | 404", "404 404 404 404 | 404"),
    "screen": ("404 404 404 404 | 404", "405 405 405 405 | 405"),
    "screen-news": ("404 404 404 404 | 404", "405 405 405 405 | 405"),
    "archive": ("200 200 200 200 | 302", "405 405 405 405 | 302"),
    "export-zip": ("200 200 200 200 | 302", "405 405 405 405 | 302"),
    "export-xlsx": ("200 200 200 200 | 302", "405 405 405 405 | 302"),
    "archive-paper": ("200 404 200 404 | 302", "405 405 405 405 | 302"),
    "published": ("200 200 200 200 | 200", "405 405 405 405 | 405"),
    "published-paper": ("404 404 404 404 | 404", "405 405 405 405 | 405"),
    "archive-suggest": ("200 200 200 200 | 302", "405 405 405 405 | 302"),
    "published-suggest": ("200 200 200 200 | 200", "405 405 405 405 | 405"),
    "archive-publish": ("405 405 405 405 | 302", "302 404 302 404 | 302"),
    "compare": ("200 200 200 200 | 302", "405 405 405 405 | 302"),
    "compare-book": ("200 200 200 200 | 302", "405 405 405 405 | 302"),
    "side-by-side": ("422 422 422 422 | 302", "405 405 405 405 | 302"),
    "side-by-side-book": ("404 404 404 404 | 302", "405 405 405 405 | 302"),
    "similar": ("200 404 200 404 | 302", "405 405 405 405 | 302"),
    "copies": ("404 404 200 200 | 302", "405 405 405 405 | 302"),
    "copies-of": ("404 404 200 404 | 302", "405 405 405 405 | 302"),
    "tokens": ("404 404 200 200 | 302", "404 404 422 422 | 302"),
    "token-revoke": ("405 405 405 405 | 302", "404 404 404 404 | 302"),
    "imports": ("404 404 200 200 | 302", "404 404 422 422 | 302"),
    "import-sample": ("404 404 200 200 | 302", "405 405 405 405 | 302"),
    "import": ("404 404 404 404 | 302", "404 404 404 404 | 302"),
    "import-go-on": ("405 405 405 405 | 302", "404 404 404 404 | 302"),
    "import-outcome": ("404 404 404 404 | 302", "405 405 405 405 | 302"),
    "old-file": ("404 404 404 404 | 302", "405 405 405 405 | 302"),
    "old-clauses": ("404 404 404 404 | 302", "404 404 404 404 | 302"),
    "paper-docx": ("200 404 200 404 | 302", "405 405 405 405 | 302"),
    "office-pack": ("404 404 404 404 | 302", "405 405 405 405 | 302"),
    "paper-evidence": ("200 404 200 404 | 302", "405 405 405 405 | 302"),
    "paper-scan-file": ("200 404 200 404 | 302", "405 405 405 405 | 302"),
    "heads": ("200 200 200 200 | 200", "405 405 405 405 | 405"),
    "day-head": ("404 404 404 404 | 404", "405 405 405 405 | 405"),
    "verify": ("200 200 200 200 | 200", "422 422 422 422 | 422"),
    "roots": ("200 200 200 200 | 200", "405 405 405 405 | 405"),
    "calendar": ("404 404 404 404 | 404", "405 405 405 405 | 405"),
    "renew-calendar": ("405 405 405 405 | 302", "302 302 302 302 | 302"),
    "set_language": ("302 302 302 302 | 302", "302 302 302 302 | 302"),
    "counts": ("404 404 404 404 | 404", "405 405 405 405 | 405"),
    "healthz": ("200 200 200 200 | 200", "405 405 405 405 | 405"),
}

CHANGES = {  # each for its own enterprise or county
    *(("new-matter", "chair"), ("new-matter", "other chair")),
    *(("rules-copy", "officer"), ("rules-copy", "foreign officer")),
    ("archive-publish", "chair"),
    *(("make-template", "chair"), ("make-template", "officer"), ("retire-template", "chair")),
    *(("renew-calendar", who) for who in ACCOUNTS),
}

ADMIN = [name for name in ADDRESSES if name.startswith("admin:")]

# Programs ask here, with a token or without: whoever is signed in or seated is nobody here.
OF_PROGRAMS: dict[str, int] = {
    "api:openapi-json": 200, "api:agreements": 200, "api:agreement": 404, "api:facets": 200,
    "api:figures": 422, "api:count_agreements": 200, "api:sum_figures_up": 422,
    "api:vocabulary": 200, "api:api-root": 404, "api:nothing": 404,
}  # fmt: skip


def expected(line: str, who: str) -> str:
    accounts, others = line.split("|")
    of_accounts = dict(zip(ACCOUNTS, accounts.split(), strict=True))
    return of_accounts.get(who, others.strip())
