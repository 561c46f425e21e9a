"""The archive."""

from django.urls import path

from agreements.archive import views

urlpatterns = [
    path("archive/", views.archive, name="archive"),
    path("archive/suggest/", views.suggest, name="archive-suggest"),
    path("archive/<int:key>/", views.agreement, name="archive-paper"),
    path("archive/<int:key>/publish/", views.publishing, name="archive-publish"),
    path("published/", views.published, name="published"),
    path("published/suggest/", views.suggest_published, name="published-suggest"),
    path("published/<int:key>/", views.published_agreement, name="published-paper"),
]
