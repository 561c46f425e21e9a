"""Signatures inside the .docx itself: OOXML digital signatures (ECMA-376 part 2, XML-DSig, XAdES).

Pure: no Django, no database. What is signed, and in which shape, is told in docs/signing.md.
"""
