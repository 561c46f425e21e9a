"""What is filed with a contract (domain.md §5)."""

from negotiate.law.enclosed import Enclosure, required

E = Enclosure
OF_ONE = {E.CONTRACT, E.PROCESS, E.REPRESENTATIVES, E.RESOLUTION, E.MINUTES, E.OFFER}


def test_one_enterprise_files_six_papers_and_a_sector_names_whom_it_binds() -> None:
    assert set(required(binds_many=False)) == OF_ONE
    assert set(required(binds_many=True)) == OF_ONE | {E.BOUND}
