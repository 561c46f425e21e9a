"""A one-time link that signs an account in, and the page of one that is locked out."""

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from negotiate.people.entry import account_of


@never_cache
@require_GET
def enter(request: HttpRequest, key: str, token: str) -> HttpResponse:
    account = account_of(key, token)
    if account is None and request.user.is_authenticated:
        return redirect("home")
    if account is None:
        refused = gettext("这个登录链接已用过或已失效，请用账号和密码登录。")
        page = {"refused": refused}
        return render(request, "negotiate/people/no_entry.html", page, status=404)
    login(request, account, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home")


def locked(request: HttpRequest, *_: object) -> HttpResponse:
    """After too many failures; called by axes, which knows how many and for how long."""
    page = {"refused": gettext("登录失败次数太多，请十五分钟后再试。")}
    return render(request, "negotiate/people/no_entry.html", page, status=429)
