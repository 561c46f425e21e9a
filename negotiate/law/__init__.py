"""The law: what may happen, who may, how it is counted. Standard library only."""
