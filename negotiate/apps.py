"""The first of the two Django apps; its models live in the rooms."""

from django.apps import AppConfig


class NegotiateConfig(AppConfig):
    """From a matter raised to terms agreed."""

    name = "negotiate"
    verbose_name = "集体协商"
