"""The comparison of agreed figures."""

from django.urls import path

from agreements.compare import views

urlpatterns = [
    path("archive/compare/", views.compare, name="compare"),
    path("archive/compare/xlsx/", views.book, name="compare-book"),
]
