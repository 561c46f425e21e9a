"""Every address that is no seat's, tried by everybody."""

import pytest

from tests.doors import ACCOUNTS, ADMIN, CHANGES, OF_OFFICES, OF_PROGRAMS, WITHOUT_ACCOUNT, expected
from tests.knocking import path_of
from tests.trace import trace
from tests.world import ANYTHING, World

pytestmark = pytest.mark.on_one_database


@pytest.mark.parametrize("who", [*ACCOUNTS, *WITHOUT_ACCOUNT])
def test_an_office_page_opens_to_its_office(world: World, who: str) -> None:
    visitor, about = world.visitors[who], world.about()
    for name, lines in OF_OFFICES.items():
        path, before = path_of(name, about), trace()
        looks, pushes = (expected(line, who) for line in lines)
        assert str(visitor.get(path).status_code) == looks, name
        if pushes != "-":
            assert str(visitor.post(path, ANYTHING).status_code) == pushes, name
        assert (trace() != before) is ((name, who) in CHANGES), name


def test_an_address_for_programs_knows_no_visitor(world: World) -> None:
    before = trace()
    for name, looks in OF_PROGRAMS.items():
        path = path_of(name, world.about())
        answers = {visitor.get(path).content for visitor in world.visitors.values()}
        assert len(answers) == 1, name
        for visitor in world.visitors.values():
            assert visitor.get(path).status_code == looks, name
            assert visitor.post(path, ANYTHING).status_code == 405, name
    assert trace() == before


def test_the_admin_opens_to_none_of_them(world: World) -> None:
    before = trace()
    for name in sorted(set(ADMIN) - {"admin:None", "admin:login", "admin:logout"}):
        for who, visitor in world.visitors.items():
            status = visitor.get(path_of(name, world.about())).status_code
            assert status in (302, 403), (name, who)
    for who, visitor in world.visitors.items():
        path = path_of("admin:negotiate_federation_add", {})
        assert visitor.post(path, ANYTHING).status_code == 302, who
    assert trace() == before
