"""The one socket of the product."""

from typing import Any, cast

from django.urls import path

from negotiate.live.endpoint import endpoint

# Cast to Any: Django's `path` is annotated for views, Channels routes ASGI applications with it.
websocket_urlpatterns: list[Any] = [path("live/", cast(Any, endpoint))]
