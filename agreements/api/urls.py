"""The API, and the page on which a federation keeps its tokens."""

from django.urls import include, path

from agreements.api import views
from agreements.api.answering import answering
from agreements.api.service import api

patterns, ninja, namespace = api.urls

urlpatterns = [
    path("tokens/", views.tokens, name="tokens"),
    path("tokens/<int:token_id>/revoke/", views.revoke, name="token-revoke"),
    path("api/v1/", include((answering(patterns), ninja), namespace)),
]
