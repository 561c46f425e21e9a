"""Addresses of papers: to sign, to read, to find again, to check; and the API."""

from django.urls import include, path

urlpatterns = [
    path("", include("agreements.signing.urls")),
    path("", include("agreements.evidence.urls")),
    path("", include("agreements.sheets.urls")),
    path("", include("agreements.export.urls")),
    path("", include("agreements.archive.urls")),
    path("", include("agreements.compare.urls")),
    path("", include("agreements.similar.urls")),
    path("", include("agreements.old.urls")),
    path("", include("agreements.checking.urls")),
    path("", include("agreements.layouts.urls")),
    path("", include("agreements.api.urls")),
]
