"""Addresses of papers: to sign, to read, to find again."""

from django.urls import include, path

urlpatterns = [
    path("", include("agreements.signing.urls")),
    path("", include("agreements.archive.urls")),
]
