"""From a matter raised to terms agreed: the Django project package."""
