"""Figures as the papers write them."""

from decimal import Decimal

from django import template

from negotiate.law.terms import phrases

register = template.Library()


@register.filter
def figure(amount: Decimal) -> str:
    """Give 3,000 for 3000.0000 and 0.66 for 0.6600."""
    return phrases.figure(amount.normalize())
