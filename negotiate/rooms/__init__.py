"""The live meeting: agenda, ledger of terms, consent of both sides, what each face shows."""
