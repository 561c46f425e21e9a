"""What tests of layouts may ask for."""

import pytest

from tests.agreements.layouts.county import chosen, county, uploaded
from tests.negotiate.meeting import Meeting


@pytest.fixture
def meeting(db: None) -> Meeting:
    """About to be summed up, in a county that uses its own layout of minutes."""
    meeting = Meeting("award")
    meeting.open()
    meeting.agree()
    uploaded(county())
    chosen(county())
    return meeting
