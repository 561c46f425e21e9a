"""One-time sign-in links for accounts: printed by the demonstration.

The token dies with the sign-in that uses it, because it is made from the last sign-in's time.
"""

from django.contrib.auth.tokens import PasswordResetTokenGenerator
from django.urls import reverse
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from negotiate.people.models import Account


class _EntryTokens(PasswordResetTokenGenerator):
    key_salt = "negotiate one-time sign-in"


_TOKENS = _EntryTokens()


def entry_path(account: Account) -> str:
    key = urlsafe_base64_encode(str(account.pk).encode())
    return reverse("enter", args=[key, _TOKENS.make_token(account)])


def account_of(key: str, token: str) -> Account | None:
    try:
        pk = int(urlsafe_base64_decode(key))
    except ValueError:
        return None
    account = Account.objects.filter(pk=pk, is_active=True).first()
    return account if account and _TOKENS.check_token(account, token) else None
