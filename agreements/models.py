"""All models of the app in one place, where Django looks for them; each lives in its room."""

from agreements.archive.models import Card
from agreements.papers.models import Clause, Paper, PaperNumber
from agreements.signing.models import Initial, Scan, Signature

__all__ = ["Card", "Clause", "Initial", "Paper", "PaperNumber", "Scan", "Signature"]
