"""Similar clauses and copied agreements."""

from django.urls import path

from agreements.similar import views

urlpatterns = [
    path("archive/clauses/<int:clause_id>/similar/", views.similar_clauses, name="similar"),
    path("archive/copies/", views.copies, name="copies"),
    path("archive/copies/<int:card_key>/", views.copies_of_one, name="copies-of"),
]
