"""An adversary who saw in which order everybody voted, and has everything that the servers kept."""
