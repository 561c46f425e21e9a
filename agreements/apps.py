"""The second of the two Django apps; its models live in the rooms."""

from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    """From agreed terms to a signed paper."""

    name = "agreements"
    verbose_name = "协商成果"
