"""The list of votes that a closed poll publishes, as its own side reads it, and nobody else."""

import re

import pytest

from negotiate.ballots import actions as ballots
from negotiate.ballots import published, verify
from negotiate.ballots.models import Poll
from negotiate.law.words import Electorate, Secrecy, Side
from negotiate.people.models import Seat
from tests.negotiate.crowd import Crowd
from tests.negotiate.rooms.pages import at, shown
from tests.visitor import seated, signed_in

W, E = Side.WORKER, Side.EMPLOYER


@pytest.fixture
def hall(db: None) -> Crowd:
    return Crowd()


def pressed(hall: Crowd, poll: Poll, seat: Seat, choice: str, key: str) -> str:
    return str(ballots.cast(seat, poll.pk, choice, key * 32))


def closed(hall: Crowd, secrecy: Secrecy = Secrecy.SECRET) -> tuple[Poll, str]:
    """A closed poll of the workers, six yes and one no; the number of the no."""
    poll = hall.poll(secrecy)
    hall.press(poll, "yes", *(hall.seats[f"工{n}"] for n in range(6)))
    number = pressed(hall, poll, hall.other(W), "no", "a")
    return hall.close(poll), number


@pytest.mark.parametrize("path", ["", "export/", "verify/"])
@pytest.mark.parametrize("secrecy", Secrecy)
def test_a_list_is_open_to_its_own_side_alone(hall: Crowd, secrecy: Secrecy, path: str) -> None:
    poll, _ = closed(hall, secrecy)
    below = f"polls/{poll.pk}/papers/{path}"
    assert seated(hall.other(W)).get(at(hall.other(W), below)).status_code == 200
    for seat in (hall.chief(E), hall.other(E), hall.recorder):
        assert seated(seat).get(at(seat, below)).status_code == 404
    assert signed_in(hall.account).get(at(hall.chair, below)).status_code == 404


def test_there_is_no_list_while_a_poll_is_open(hall: Crowd) -> None:
    poll, seat = hall.poll(), hall.other(W)
    assert seated(seat).get(at(seat, f"polls/{poll.pk}/papers/")).status_code == 404


def test_a_list_stays_as_it_was_written_down_whatever_the_databases_alphabet(hall: Crowd) -> None:
    poll, _ = closed(hall)
    lines = sorted(poll.papers.values_list("number", "choice"), reverse=True)
    poll.papers.all().delete()
    published.write_down(poll, lines)
    page = shown(seated(hall.other(W)), hall.other(W), f"polls/{poll.pk}/papers/")
    assert re.findall('data-number="([^"]+)"', page) == [number for number, _ in lines]


def test_a_name_that_is_corrected_afterwards_stays_on_the_list_as_it_was(hall: Crowd) -> None:
    poll, _ = closed(hall, Secrecy.RECORDED)
    person = hall.seats["工0"].person
    person.name = "王小明"
    person.save()
    assert list(verify.faults(published.export(poll), poll.list_digest)) == []
    page = shown(seated(hall.other(W)), hall.other(W), f"polls/{poll.pk}/papers/")
    assert "工0" in page
    assert "王小明" not in page


def test_staff_do_not_read_what_their_delegates_voted(hall: Crowd) -> None:
    (staff,) = hall.enrol(1)
    poll, _ = closed(hall, Secrecy.RECORDED)
    phone = seated(staff)
    assert phone.get(at(staff, f"polls/{poll.pk}/papers/")).status_code == 404
    assert phone.get(at(staff)).status_code == 200


def test_a_secret_list_has_numbers_and_its_fingerprint_and_no_names(hall: Crowd) -> None:
    poll, number = closed(hall)
    page = shown(seated(hall.other(W)), hall.other(W), f"polls/{poll.pk}/papers/")
    assert page.count('data-number="') == 7
    assert f'data-number="{number}"' in page
    assert poll.list_digest in page
    assert not any(f"工{n}" in page for n in range(6))


def test_a_list_with_names_shows_who_chose_what(hall: Crowd) -> None:
    poll, _ = closed(hall, Secrecy.RECORDED)
    page = shown(seated(hall.other(W)), hall.other(W), f"polls/{poll.pk}/papers/")
    assert all(f"工{n}</span>" in page for n in range(6))
    assert page.count("papers-choice no") == 1


@pytest.mark.parametrize("written", ["{}", " {} ", "low", "bare"])
def test_a_number_is_found_however_it_is_written(hall: Crowd, written: str) -> None:
    poll, number = closed(hall)
    ways = {"low": number.lower(), "bare": number.replace("-", " ")}
    sought = ways.get(written, written.format(number))
    path = at(hall.other(W), f"polls/{poll.pk}/papers/")
    page = seated(hall.other(W)).post(path, {"sought": sought}).content.decode()
    assert 'id="found"' in page


def test_a_number_that_is_not_there_is_said_to_be_missing(hall: Crowd) -> None:
    poll, _ = closed(hall)
    path, phone = at(hall.other(W), f"polls/{poll.pk}/papers/"), seated(hall.other(W))
    for sought in ("AAAA-AAAA", "x", "'; DROP", "\x00-"):
        assert "清单上没有这个号" in phone.post(path, {"sought": sought}).content.decode()


def test_a_name_is_found_in_any_part_and_odd_signs_are_no_name(hall: Crowd) -> None:
    poll, _ = closed(hall, Secrecy.RECORDED)
    path, phone = at(hall.other(W), f"polls/{poll.pk}/papers/"), seated(hall.other(W))
    assert "工3</span>" in phone.post(path, {"sought": "工3\x00"}).content.decode()
    assert "清单上没有这个人" in phone.post(path, {"sought": "%"}).content.decode()


def test_no_address_tells_whose_number_was_looked_for(hall: Crowd) -> None:
    poll, number = closed(hall)
    path = at(hall.other(W), f"polls/{poll.pk}/papers/?sought={number}")
    assert 'id="found"' not in seated(hall.other(W)).get(path).content.decode()


def test_thousands_come_in_pages_and_a_search_opens_the_right_one(hall: Crowd) -> None:
    staff = hall.enrol(450)
    poll = hall.poll(electorate=Electorate.STAFF)
    papers = [
        ballots.Paper(seat.pk, seat.link_serial, poll.pk, "yes", f"{seat.pk:032x}")
        for seat in staff
    ]
    numbers = sorted(str(number) for number in ballots.cast_many(papers))
    hall.close(poll)
    path = at(hall.other(W), f"polls/{poll.pk}/papers/")
    phone = seated(hall.other(W))
    first = phone.get(path).content.decode()
    assert first.count('data-number="') == 200
    assert f'data-starts="{numbers[0]} {numbers[200]} {numbers[400]}"' in first
    last = phone.get(path + "?page=3").content.decode()
    assert last.count('data-number="') == 50
    found = phone.post(path, {"sought": numbers[301]}).content.decode()
    assert f'data-number="{numbers[301]}" class="found"' in found
    assert phone.get(path + "?page=x").status_code == 200


def test_few_votes_have_no_list_and_no_figures(hall: Crowd) -> None:
    poll = hall.poll()
    hall.press(poll, "yes", hall.chief(W), hall.other(W))
    hall.close(poll)
    phone, seat = seated(hall.other(W)), hall.other(W)
    page = shown(phone, seat, f"polls/{poll.pk}/papers/")
    assert "没有清单" in page
    assert "data-number" not in page
    assert "<dt>赞成</dt>" not in page
    assert phone.get(at(seat, f"polls/{poll.pk}/papers/export/")).status_code == 404
    room = shown(phone, seat)
    assert "所以只公布是否通过" in room
    assert "同意" not in room.split('class="verdict')[1].split("</section>")[0]


def test_an_older_versions_list_is_found_in_the_terms_history(hall: Crowd) -> None:
    poll, _ = closed(hall)
    hall.propose(31000, 500, side=E)
    history = f"terms/{hall.term.pk}/"
    address = f"polls/{poll.pk}/papers/"
    assert address in shown(seated(hall.other(W)), hall.other(W), history)
    assert address not in shown(seated(hall.other(E)), hall.other(E), history)
