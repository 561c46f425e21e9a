"""Imports of old files, and what is made of each."""

from django.urls import path

from agreements.old import paper_views, views

urlpatterns = [
    path("imports/", views.imports, name="imports"),
    path("imports/sample/", views.sample, name="import-sample"),
    path("imports/<int:import_id>/", views.one_import, name="import"),
    path("imports/<int:import_id>/go-on/", views.go_on, name="import-go-on"),
    path("imports/<int:import_id>/outcome/", views.outcome, name="import-outcome"),
    path("archive/<int:key>/file/", paper_views.file, name="old-file"),
    path("archive/<int:key>/clauses/", paper_views.clauses, name="old-clauses"),
]
