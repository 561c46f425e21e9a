"""A walk through every page at every stage of a meeting, on each device, in both languages."""

import re
from collections.abc import Iterator

from tests.e2e.phone import PhonePage
from tests.e2e.places import Place, View
from tests.e2e.stages import STEPS, archived, begin, escalate, reach
from tests.e2e.walk_polls import PollWalk

# What else is open at a step, beside everybody's own page of the room.
MORE = {
    "waiting": [("chair", "roster/"), ("chair", "slips/"), ("chair", "terms/add/")],
    "check-in": [("chair", "escalate/")],
    "in-session": [("worker", "terms/{term}/propose/"), ("chair", "suspend/")],
    "proposed": [
        ("employer", "terms/{term}/propose/"),
        ("worker", "record/"),
        ("chair", "terms/{term}/ask/"),
        ("chief", "terms/{term}/ask/"),
    ],
    "gate": [("chair", "terms/{term}/rescreen/"), ("chief", "terms/{term}/")],
    "poll": [("chair", "terms/{term}/defer/"), ("chief", "terms/{term}/withdraw/")],
    "summed-up": [(face, "paper/") for face in ("chief", "worker", "chair")],
    "half-signed": [("chair", "paper/scan/")],
    "signed": [("worker", "paper/"), ("worker", "rules/"), ("chair", "record/")],
}


class Walk(PollWalk):
    """Opens every page of the product on a phone, a desk or the big screen."""

    def views(self) -> Iterator[View]:
        """From a stranger's front page to the signed paper in the archive."""
        yield from self.strangers()
        yield from self.meeting()
        yield from self.offices()
        yield from self.other_terms()
        yield from self.polls()
        self.pages.forgive("status of 404", "status of 422")

    def strangers(self) -> Iterator[View]:
        """What somebody without a seat or an account meets."""
        join = self.ways["award"]["representatives"][0]["link"]
        shown = {"front": "/", "sign-in": "/sign-in/", "join": join, "bad-link": "/j/x/"}
        shown |= {"no-entry": "/s/1/", "no-page": "/nowhere/"}
        phone = self.pages.phone()
        for name, path in shown.items():
            yield from self.look(f"stranger-{name}", phone, path)

    def meeting(self) -> Iterator[View]:
        """The award's meeting, step by step."""
        places = self.places("award")
        for step in STEPS:
            self.server.call(reach, step)
            for face, place in places.items():
                yield from self.look(f"{step}-{face}", place.page, place.home)
            for face, path in MORE.get(step, ()):
                place = places[face]
                below = path.format(term=self.ways["award"]["terms"][0])
                yield from self.look(f"{step}-{face}-{_name(path)}", place.page, place.home + below)
            if step == "in-session":
                yield from self.refused_proposal(places["worker"])
            if step == "poll":
                yield from self.voted(places["chief"], "poll-chief")
        self.desk = places["chair"].page

    def refused_proposal(self, place: Place) -> Iterator[View]:
        """The form of a term with what is wrong with it on top."""
        self.speak("zh", place.page)
        phone = PhonePage(place.page, self.server.origin)
        phone.open(f"{place.home}terms/{self.ways['award']['terms'][0]}/propose/")
        rows = [{"档次": name, "条件": "有贡献", "金额": "500"} for name in ("一等奖", "二等奖")]
        phone.write_terms({}, rows)
        phone.press("提出方案")
        yield self.view("in-session-worker-refused-zh", place.page)

    def offices(self) -> Iterator[View]:
        """What chairs and officers see beside the rooms, on a desk and on a phone."""
        number = self.ways["matters"]
        paths = ["", "matters/new/", f"matters/{number['raised']}/screen/"]
        paths += [f"matters/{number['screened']}/book/", "password/"]
        agreement = f"archive/{self.server.call(archived)}/"
        paths += ["archive/", "archive/?q=创新", "archive/?q=班车", agreement, "published/"]
        paths += ["rules/", "rules/compare/?place=shandong"]
        for path in paths:
            yield from self.look(f"office-{_name(path)}", self.desk, "/" + path)
        phone = self.pages.phone()
        phone.goto(self.server.origin + self.ways["county"])
        paths = ["", "archive/", agreement, "rules/", "rules/compare/?place=shandong"]
        for path in (*paths, "layouts/", "layouts/minutes/", "layouts/contract/tags/"):
            yield from self.look(f"county-{_name(path)}", phone, "/" + path)

    def other_terms(self) -> Iterator[View]:
        """The forms of every other kind of term; then a meeting that goes on elsewhere."""
        for scenario in ("caterer", "mentor_pay", "piece_rates"):
            self.server.call(begin, scenario)
            place = self.phone(scenario, 0)
            yield from self.look(f"{scenario}-chief", place.page, place.home)
            for number, term in enumerate(self.ways[scenario]["terms"], 1):
                path = f"{place.home}terms/{term}/propose/"
                yield from self.look(f"{scenario}-form-{number}", place.page, path)
        self.server.call(escalate, "caterer")
        for face, place in self.places("caterer", ("worker", "screen")).items():
            yield from self.look(f"escalated-{face}", place.page, place.home)


def _name(path: str) -> str:
    """A path as part of a file's name."""
    words = [word for word in re.split(r"[/?={}]+", path) if word and not word.isdigit()]
    return "-".join(words) or "home"
