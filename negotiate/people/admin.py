"""Where the county's staff keep federations, enterprises and accounts."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from negotiate.people.models import Account, Enterprise, Federation

if TYPE_CHECKING:
    FederationBase = admin.ModelAdmin[Federation]
    EnterpriseBase = admin.ModelAdmin[Enterprise]
    AccountBase = UserAdmin[Account]
else:
    FederationBase = EnterpriseBase = admin.ModelAdmin
    AccountBase = UserAdmin


@admin.register(Federation)
class FederationAdmin(FederationBase):
    list_display = ("name", "parent")
    search_fields = ("name",)


@admin.register(Enterprise)
class EnterpriseAdmin(EnterpriseBase):
    list_display = ("name", "federation")
    search_fields = ("name",)
    autocomplete_fields = ("federation",)


@admin.register(Account)
class AccountAdmin(AccountBase):
    """One office an account: an enterprise's chair or a federation's officer."""

    OFFICE: Any = (_("任职"), {"fields": ("name", "enterprise", "federation")})
    list_display = ("username", "name", "enterprise", "federation", "is_staff")
    search_fields = ("username", "name")
    autocomplete_fields = ("enterprise", "federation")
    fieldsets = (
        (None, {"fields": ("username", "password")}),
        OFFICE,
        (_("权限"), {"fields": ("is_active", "is_staff", "is_superuser")}),
    )
    add_fieldsets = (*UserAdmin.add_fieldsets, OFFICE)
