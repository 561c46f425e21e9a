"""Addresses that papers print: anybody may open them."""

from django.urls import path

from agreements.checking import views

urlpatterns = [
    path("verify/", views.check, name="verify"),
    path("verify/roots.pem", views.roots, name="roots"),
]
