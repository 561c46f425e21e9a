"""All admin pages of the app, where Django looks for them."""

from negotiate.people.admin import AccountAdmin, EnterpriseAdmin, FederationAdmin
from negotiate.places.admin import CountyProfileAdmin, LocalMinimumWageAdmin, OverrideAdmin

__all__ = [
    "AccountAdmin",
    "CountyProfileAdmin",
    "EnterpriseAdmin",
    "FederationAdmin",
    "LocalMinimumWageAdmin",
    "OverrideAdmin",
]
