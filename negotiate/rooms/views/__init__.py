"""Pages of a room. Each asks the door first, then reads a form, then calls one action."""
