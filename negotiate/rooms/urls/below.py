"""Where the addresses of a room begin."""

from typing import Final

SEAT: Final = "s/<int:seat_id>/"
TERM: Final = SEAT + "terms/<int:term_id>/"
