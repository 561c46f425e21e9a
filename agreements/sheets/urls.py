"""A room's papers, from its seats and from an office."""

from django.urls import path

from agreements.sheets import views

urlpatterns = [
    path("s/<int:seat_id>/sheets/", views.sheets, name="sheets"),
    path("s/<int:seat_id>/sheets/pack.zip", views.seat_pack, name="seat-pack"),
    path("s/<int:seat_id>/sheets/<slug:name>-<int:number>.docx", views.sheet, name="sheet"),
    path("papers/<int:paper_id>/pack.zip", views.office_pack, name="office-pack"),
]
