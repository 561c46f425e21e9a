"""The evidence of how a paper came to be signed: gathered when it is completed, kept with it, told
as JSON and as a paper of one page (签署证明)."""
