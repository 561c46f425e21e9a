"""From a matter raised to a room booked: intake and screening."""
