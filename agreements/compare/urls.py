"""The comparison of agreed figures."""

from django.urls import path

from agreements.compare import side_views, views

urlpatterns = [
    path("archive/compare/", views.compare, name="compare"),
    path("archive/compare/xlsx/", views.book, name="compare-book"),
    path("archive/side-by-side/", side_views.side, name="side-by-side"),
    path("archive/side-by-side/xlsx/", side_views.side_book, name="side-by-side-book"),
]
