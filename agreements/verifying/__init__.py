"""The strict verifier of signed papers. Pure: a file, a bundle of what is trusted, an answer.

Other verifiers are open-world: what a signature does not mention they let pass, though a reader
may be shown it. This one is closed: every byte of a paper is signed, or is known to show nothing,
and a signature must be, letter for letter, the one that this product would have written.
"""
