"""A paper's evidence, from its room's seats and from an office."""

from django.urls import re_path

from agreements.evidence import views

urlpatterns = [
    re_path(
        r"^s/(?P<seat_id>\d+)/paper/evidence\.(?P<ending>json|docx)$",
        views.seat_evidence,
        name="seat-evidence",
    ),
    re_path(
        r"^papers/(?P<paper_id>\d+)/evidence\.(?P<ending>json|docx)$",
        views.evidence,
        name="paper-evidence",
    ),
]
