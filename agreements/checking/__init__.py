"""Whether a paper is genuine: the public page, and the command. Asks the strict verifier."""
