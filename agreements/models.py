"""All models of the app in one place, where Django looks for them; each lives in its room."""

from agreements.api.models import Token, TokenBook
from agreements.archive.index_models import EngineIndex, Rebuild
from agreements.archive.models import Card, Clause, Figure, Text
from agreements.evidence.models import Evidence
from agreements.layouts.models import Choice, CountyLayouts, Layout
from agreements.old.models import Import, ImportLine, OldPaper
from agreements.papers.models import Paper, PaperNumber
from agreements.signing.models import (
    Certificate,
    Initial,
    Refusal,
    Revocation,
    Signature,
)
from agreements.signing.scan_models import Finding, Scan, ScanFile, ScanPicture
from agreements.similar.models import AgreementBand, ClauseBand, Likeness, Uncompared

__all__ = [
    "AgreementBand", "Card", "Certificate", "Choice", "Clause", "ClauseBand", "CountyLayouts",
    "EngineIndex", "Evidence", "Figure", "Finding", "Import", "ImportLine", "Initial", "Layout",
    "Likeness", "OldPaper", "Paper", "PaperNumber", "Rebuild", "Refusal", "Revocation", "Scan",
    "ScanFile", "ScanPicture", "Signature", "Text", "Token", "TokenBook",
    "Uncompared",
]  # fmt: skip
