"""`python -m tests.serving PORT`: the product's server with one more socket, which echoes."""

import sys
from typing import Any, cast

import django
from channels.generic.websocket import AsyncWebsocketConsumer
from django.urls import path


class Echo(AsyncWebsocketConsumer):
    """Send back what comes."""

    async def receive(self, text_data: str | None = None, bytes_data: bytes | None = None) -> None:
        """Answer one message with itself."""
        await self.send(text_data=text_data, bytes_data=bytes_data)


if __name__ == "__main__":
    django.setup()
    from negotiate.live.routing import websocket_urlpatterns
    from negotiate.serve import EVERYWHERE, serve

    websocket_urlpatterns.append(path("echo/", cast(Any, Echo.as_asgi())))
    serve(EVERYWHERE, int(sys.argv[1]), lambda: None)
