"""What was found in the archive, to be taken away: as files with their hashes, or as a workbook."""
