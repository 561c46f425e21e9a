"""A paper from its room's seats and from an office."""

from django.urls import path

from agreements.signing import views

urlpatterns = [
    path("s/<int:seat_id>/paper/", views.paper, name="paper"),
    path("s/<int:seat_id>/paper/initial/", views.initials, name="paper-initial"),
    path("s/<int:seat_id>/paper/print/", views.print_version, name="paper-print"),
    path("s/<int:seat_id>/paper/scan/", views.scan, name="paper-scan"),
    path("s/<int:seat_id>/paper/docx/", views.seat_docx, name="seat-docx"),
    path("s/<int:seat_id>/paper/scan-file/", views.seat_scan, name="seat-scan-file"),
    path("papers/<int:paper_id>/docx/", views.docx, name="paper-docx"),
    path("papers/<int:paper_id>/scan/", views.scan_file, name="paper-scan-file"),
]
