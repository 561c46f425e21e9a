"""A phone's socket with a test in the middle, which hears both ends and can hold things back."""

import json
from collections.abc import Callable
from typing import Any

from playwright.sync_api import WebSocketRoute

from tests.e2e.phone import PhonePage

Message = dict[str, Any]


class Tap:
    """`from_server` is asked of each message that the server sends, before the phone gets it;
    `from_phone` of each that the phone sends: only what they give back goes on."""

    def __init__(
        self,
        phone: PhonePage,
        *,
        from_server: Callable[[Message], Message | None] = lambda message: message,
        from_phone: Callable[[Message], Message | None] = lambda message: message,
    ) -> None:
        self.from_server, self.from_phone = from_server, from_phone
        self.socket: WebSocketRoute | None = None
        phone.page.route_web_socket("**/live/", self._join)

    def say(self, **message: Any) -> None:
        """Say something to the phone as if the server had."""
        assert self.socket is not None
        self.socket.send(json.dumps(message))

    def show(self, text: str) -> None:
        """Let the phone show a text that a test can wait for."""
        self.say(t="refused", key="", text=text)

    def _join(self, phone: WebSocketRoute) -> None:
        self.socket = phone
        server = phone.connect_to_server()
        phone.on_message(lambda text: self._pass(self.from_phone, str(text), server.send))
        server.on_message(lambda text: self._pass(self.from_server, str(text), phone.send))

    def _pass(
        self,
        ask: Callable[[Message], Message | None],
        text: str,
        send: Callable[[str], None],
    ) -> None:
        message = ask(json.loads(text))
        if message is not None:
            send(json.dumps(message))
