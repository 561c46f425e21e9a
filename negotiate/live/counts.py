"""What went wrong in this process and healed by itself: nobody sees it, so it is counted."""

from dataclasses import dataclass


@dataclass(slots=True)
class Counts:
    """Since the process began."""

    sockets: int = 0  # open now
    replaced: int = 0  # news that a slow phone was not sent, because newer news had come
    missed: int = 0  # rooms whose news the channel layer lost, found by their version
    layer_faults: int = 0  # times that the channel layer raised, or did not bring a pulse back
    unsaved: int = 0  # ballots that could not be stored; their phones were not answered
    floods: int = 0  # sockets closed because they said too much


COUNTS = Counts()
