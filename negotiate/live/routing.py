"""The one socket of the product."""

from django.urls import path

from negotiate.live.consumer import LiveConsumer

websocket_urlpatterns = [path("live/", LiveConsumer.as_asgi())]
