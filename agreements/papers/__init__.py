"""Agreed terms → .docx in the style of Chinese official papers (公文). Imports no Django."""
