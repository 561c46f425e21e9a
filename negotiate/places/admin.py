"""Where an administrator, or a federation's officer with the rights, keeps the rules of places.
Whatever is changed here is an act, and stands in the county's book as one."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.db.models import ForeignKey, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from negotiate.law.profiles import KEYS
from negotiate.people.door import account_at
from negotiate.people.models import Federation
from negotiate.places import actions
from negotiate.places.admin_forms import OverrideForm, ProfileForm, WageForm
from negotiate.places.models import CountyProfile, LocalMinimumWage, Override
from negotiate.places.table import said

if TYPE_CHECKING:
    Base = admin.ModelAdmin[Any]
else:
    Base = admin.ModelAdmin


class OfPlaces(Base):
    """Shows an officer the places within reach, and nothing else. `settled`: what a thing is about,
    which never changes; `reached_by`: the way from it to its federation."""

    settled: ClassVar[tuple[str, ...]] = ()
    reached_by: ClassVar[str] = ""

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        return _within_reach(request, super().get_queryset(request), self.reached_by)

    def formfield_for_foreignkey(
        self, db_field: ForeignKey[Any], request: HttpRequest, **options: Any
    ) -> Any:
        if db_field.name == "federation":
            options["queryset"] = _within_reach(request, Federation.objects.all(), "pk")
        if db_field.name == "profile":
            of_places = CountyProfile.objects.all()
            options["queryset"] = _within_reach(request, of_places, "federation")
        return super().formfield_for_foreignkey(db_field, request, **options)

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return self.settled if obj else ()

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        for one in queryset:
            self.delete_model(request, one)


def _within_reach(request: HttpRequest, found: QuerySet[Any], way: str) -> QuerySet[Any]:
    account = account_at(request)
    if account.is_superuser:
        return found
    reach = account.federation.reach() if account.federation else []
    return found.filter(**{f"{way}__in": reach})


@admin.register(CountyProfile)
class CountyProfileAdmin(OfPlaces):
    """A copy of one place's rules; it is never taken away, for rooms and the book speak of it."""

    form = ProfileForm
    settled = ("federation",)
    reached_by = "federation"
    list_display = ("name", "federation", "base", "wage_region")

    def save_model(self, request: HttpRequest, obj: CountyProfile, form: Any, change: bool) -> None:
        account = account_at(request)
        if not change or "base" in form.changed_data:
            kept = actions.copy(account, obj.federation, obj.base)
            obj.pk, obj.book_id, obj.name = kept.pk, kept.book_id, kept.name
        if "wage_region" in form.changed_data:
            actions.choose_region(account, obj.pk, obj.wage_region)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Override)
class OverrideAdmin(OfPlaces):
    form = OverrideForm
    settled = ("profile", "key")
    reached_by = "profile__federation"
    list_display = ("profile", "rule", "what", "article", "verified", "checked_by", "checked_on")

    @admin.display(description=_("事项"))
    def rule(self, obj: Override) -> str:
        return gettext(KEYS[obj.key].label)

    @admin.display(description=_("规定"))
    def what(self, obj: Override) -> str:
        return said(KEYS[obj.key], obj.as_value, gettext)

    def save_model(self, request: HttpRequest, obj: Override, form: Any, change: bool) -> None:
        kept = actions.override(account_at(request), obj.profile_id, form.entry())
        obj.pk = kept.pk

    def delete_model(self, request: HttpRequest, obj: Override) -> None:
        actions.take_back(account_at(request), obj.profile_id, obj.key)


@admin.register(LocalMinimumWage)
class LocalMinimumWageAdmin(OfPlaces):
    form = WageForm
    settled = ("profile", "since")
    reached_by = "profile__federation"
    list_display = ("profile", "since", "monthly", "hourly", "source", "checked_by")

    def save_model(
        self, request: HttpRequest, obj: LocalMinimumWage, form: Any, change: bool
    ) -> None:
        kept = actions.write_wage(account_at(request), obj.profile_id, form.entry())
        obj.pk = kept.pk

    def delete_model(self, request: HttpRequest, obj: LocalMinimumWage) -> None:
        actions.take_back_wage(account_at(request), obj.profile_id, obj.pk)
