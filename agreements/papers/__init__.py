"""From agreed terms to a paper in Word. The docx core is pure; models and actions are Django's."""
