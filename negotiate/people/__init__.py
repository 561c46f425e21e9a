"""Who takes part: federations and enterprises, accounts, and the seats of a room with their links."""
