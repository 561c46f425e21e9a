"""The first page that anybody sees, in a real browser."""

from playwright.sync_api import Page

from tests.e2e.browser import Pages, barriers
from tests.server import Server


def test_the_front_page_opens_without_complaint_or_barrier(server: Server, phone: Page) -> None:
    server.start()
    answer = phone.goto(server.origin)
    assert answer is not None
    assert answer.ok
    assert barriers(phone) == []


def test_a_page_may_open_its_socket_and_no_other(server: Server, pages: Pages) -> None:
    server.start()
    desktop = pages.desktop()
    desktop.goto(server.origin)
    opened = (
        "url => new Promise(done => { const s = new WebSocket(url); s.onopen = () => done(1) })"
    )
    assert desktop.evaluate(opened, f"{server.sockets}/echo/") == 1
    blocked = """() => new Promise(done => {
        document.addEventListener("securitypolicyviolation", e => done(e.effectiveDirective));
        try { new WebSocket("ws://evil.example/") } catch (refused) { done("connect-src") }
    })"""
    assert desktop.evaluate(blocked) == "connect-src"
    pages.forgive("evil.example")
