"""Who takes part: federations, enterprises, accounts, and the seats of a room with their links."""
