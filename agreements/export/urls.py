"""What was found, as a file."""

from django.urls import path

from agreements.export import views

urlpatterns = [
    path("archive/export.zip", views.as_zip, name="export-zip"),
    path("archive/export.xlsx", views.as_workbook, name="export-xlsx"),
]
