"""Signing in and out."""

from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path

from negotiate.people import views

urlpatterns = [
    path(
        "sign-in/",
        LoginView.as_view(
            template_name="negotiate/people/sign_in.html", redirect_authenticated_user=True
        ),
        name="sign-in",
    ),
    path("sign-out/", LogoutView.as_view(next_page="home"), name="sign-out"),
    path("enter/<str:key>/<str:token>/", views.enter, name="enter"),
]
