"""All addresses. `s/<seat>/` is a seat's own world; everything else belongs to offices."""

from django.contrib import admin
from django.urls import include, path

from negotiate.health import healthz
from negotiate.live.views import counts

urlpatterns = [
    path("", include("negotiate.matters.urls")),
    path("", include("negotiate.places.urls")),
    path("", include("negotiate.people.urls")),
    path("", include("negotiate.clocks.urls")),
    path("", include("negotiate.rooms.urls")),
    path("", include("negotiate.record.urls")),
    path("", include("agreements.urls")),
    path("admin/", admin.site.urls),
    path("i18n/", include("django.conf.urls.i18n")),
    path("healthz", healthz, name="healthz"),
    path("counts", counts, name="counts"),
]
handler400 = "negotiate.errors.bad_request"
handler404 = "negotiate.errors.not_found"
handler500 = "negotiate.errors.server_error"
