"""The page on which another account of the enterprise takes over the desk of a room."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from negotiate.law.refusal import Refused
from negotiate.people.door import account_at
from negotiate.people.models import Account, Seat
from negotiate.rooms.actions import taking_over
from negotiate.rooms.forms.reason import ReasonForm
from negotiate.rooms.models import Room


@never_cache
@login_required
@require_http_methods(["GET", "POST"])
def take_desk(request: HttpRequest, matter_id: int) -> HttpResponse:
    account = account_at(request)
    room = _room_of(account, matter_id)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            seat = taking_over.take_over(account, room.pk, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
        else:
            messages.success(request, gettext("会务由您接管了。"))
            return redirect("seat", seat.pk)
    keepers = Seat.objects.filter(room=room).exclude(account=None).select_related("person")
    page = {"room": room, "form": form, "keeper": keepers.first()}
    status = 422 if form.errors else 200
    return render(request, "negotiate/matters/take_desk.html", page, status=status)


def _room_of(account: Account, matter_id: int) -> Room:
    """The room of a matter of this account's enterprise, whose desk it does not keep; else 404."""
    rooms = Room.objects.filter(agenda__matter=matter_id, enterprise=account.enterprise_id)
    room = rooms.exclude(seats__account=account.pk).first()
    if room is None or account.enterprise_id is None:
        raise Http404
    return room
