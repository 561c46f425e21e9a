"""What each audience sees of a room: read once, chosen for it, worded, drawn."""
