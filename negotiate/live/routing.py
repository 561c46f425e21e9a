"""The one socket of the product."""

from typing import Any

from django.urls import path

from negotiate.live.consumer import LiveConsumer

# Typed as Any: Django's `path` is annotated for views, Channels routes ASGI applications with it.
_consumer: Any = LiveConsumer.as_asgi()
websocket_urlpatterns: list[Any] = [path("live/", _consumer)]
