"""The archive."""

from django.urls import path

from agreements.archive import views

urlpatterns = [
    path("archive/", views.archive, name="archive"),
    path("archive/<int:paper_id>/", views.paper, name="archive-paper"),
]
