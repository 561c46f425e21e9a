"""What files are called in their headers."""

from typing import Final

DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PDF: Final = "application/pdf"
PNG: Final = "image/png"
JPEG: Final = "image/jpeg"
ZIP: Final = "application/zip"
ENDINGS: Final = {DOCX: "docx", XLSX: "xlsx", PDF: "pdf", PNG: "png", JPEG: "jpg", ZIP: "zip"}
"""Without the dot."""
OF_PICTURES: Final = {"PNG": PNG, "JPEG": JPEG, "MPO": JPEG}
"""By the format that Pillow finds."""
