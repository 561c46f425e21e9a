"""What a Word file says."""

from io import BytesIO

from docx import Document


def words(content: bytes) -> str:
    """All text of a Word file."""
    paper = Document(BytesIO(content))
    cells = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in paper.paragraphs), *cells])
