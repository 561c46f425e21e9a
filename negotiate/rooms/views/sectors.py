"""The page of the enterprises that an agreement will bind."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from negotiate.law.refusal import Refused
from negotiate.people.door import seat_at
from negotiate.people.enterprise_file import read_enterprises, sample_enterprises
from negotiate.people.forms import BoundForm, BoundListForm
from negotiate.rooms.actions import binding
from negotiate.rooms.views.perform import perform


@never_cache
@require_http_methods(["GET", "POST"])
def bound(request: HttpRequest, seat_id: int) -> HttpResponse:
    """Whom it binds, by whose word; one enterprise more."""
    seat = seat_at(request, seat_id)
    employers = seat.room.seats.at_table().filter(side="employer").select_related("person")
    form = BoundForm(request.POST or None, employers)
    if request.method == "POST" and form.is_valid():
        speaker = form.cleaned_data["speaker"]
        try:
            binding.bind(seat, [form.row()], spoken_for_by=int(speaker) if speaker else None)
            messages.success(request, gettext("企业已登记。"))
            return redirect("bound", seat.pk)
        except Refused as refusal:
            form.add_error(None, refusal.told(gettext))
    listed = seat.room.bound.select_related("represented_by__person")
    page = {
        "seat": seat,
        "form": form,
        "upload": BoundListForm(),
        "listed": listed,
        "workers": sum(each.head_count for each in listed),
        "is_of_many": binding.is_of_many(seat.room),
    }
    status = 422 if form.errors else 200
    return render(request, "negotiate/rooms/bound.html", page, status=status)


@require_GET
def sample(request: HttpRequest, seat_id: int) -> HttpResponse:
    """A list to fill in."""
    seat_at(request, seat_id)
    response = HttpResponse(sample_enterprises(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="enterprises.csv"'
    return response


@require_POST
def upload(request: HttpRequest, seat_id: int) -> HttpResponse:
    """A whole list from a file: all or nothing."""
    seat = seat_at(request, seat_id)

    def act() -> None:
        form = BoundListForm(request.POST, request.FILES)
        if not form.is_valid():
            raise Refused("请选择一个名单文件。")
        binding.bind(seat, read_enterprises(form.cleaned_data["enterprises"]))

    return perform(request, seat, act, gettext("名单已导入。"), then="bound")


@require_POST
def release(request: HttpRequest, seat_id: int, bound_id: int) -> HttpResponse:
    seat = seat_at(request, seat_id)
    act = partial(binding.release, seat, bound_id)
    return perform(request, seat, act, gettext("已从名单上去掉。"), then="bound")
