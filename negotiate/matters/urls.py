"""The office."""

from django.urls import path

from negotiate.matters import views

urlpatterns = [
    path("", views.home, name="home"),
    path("matters/new/", views.new, name="new-matter"),
    path("matters/<int:matter_id>/screen/", views.screen, name="screen-matter"),
]
