"""What people type in a room. The law's sentences come from the actions, not from here."""
