"""All admin pages of the app, where Django looks for them."""

from negotiate.people.admin import AccountAdmin, EnterpriseAdmin, FederationAdmin

__all__ = ["AccountAdmin", "EnterpriseAdmin", "FederationAdmin"]
