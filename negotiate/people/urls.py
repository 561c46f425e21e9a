"""Signing in and out."""

from django.contrib.auth.views import LoginView, LogoutView, PasswordChangeView
from django.urls import path, reverse_lazy

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
    path(
        "password/",
        PasswordChangeView.as_view(
            template_name="negotiate/people/password.html", success_url=reverse_lazy("home")
        ),
        name="password",
    ),
    path("enter/<str:key>/<str:token>/", views.enter, name="enter"),
]
