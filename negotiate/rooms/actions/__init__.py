"""What seats do in a room. The only writers of its tables."""
