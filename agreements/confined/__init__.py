"""A process alone, bounded by the kernel, for files that strangers made. Imports no Django."""
