"""A paper from its room's seats and from an office."""

from django.urls import path

from agreements.signing import compare_views, file_views, refusing_views, scan_views, views

SCAN = "s/<int:seat_id>/paper/scan/"

urlpatterns = [
    path("s/<int:seat_id>/paper/", views.paper, name="paper"),
    path("s/<int:seat_id>/paper/initial/", views.initials, name="paper-initial"),
    path("s/<int:seat_id>/paper/print/", file_views.print_version, name="paper-print"),
    path("s/<int:seat_id>/paper/seal/", views.seal, name="paper-seal"),
    path("s/<int:seat_id>/paper/time/", views.time, name="paper-time"),
    path("s/<int:seat_id>/paper/refuse/", refusing_views.refuse, name="paper-refuse"),
    path("s/<int:seat_id>/paper/refuse/back/", refusing_views.take_back, name="paper-refuse-back"),
    path(SCAN, scan_views.scan, name="paper-scan"),
    path(f"{SCAN}<int:file_id>/", scan_views.file, name="paper-scan-page"),
    path(f"{SCAN}picture/<int:picture_id>/", scan_views.picture, name="paper-scan-picture"),
    path(f"{SCAN}discard/", scan_views.throw_away, name="paper-scan-discard"),
    path(f"{SCAN}compare/", compare_views.compare, name="paper-compare"),
    path(f"{SCAN}accept/", compare_views.accept, name="paper-scan-accept"),
    path("s/<int:seat_id>/paper/docx/", file_views.seat_docx, name="seat-docx"),
    path("s/<int:seat_id>/paper/scan-file/", file_views.seat_scan, name="seat-scan-file"),
    path("papers/<int:paper_id>/docx/", file_views.docx, name="paper-docx"),
    path("papers/<int:paper_id>/scan/", file_views.scan_file, name="paper-scan-file"),
]
