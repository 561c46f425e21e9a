"""`manage.py demo`: prepare the demonstration, serve it, and say what to open."""

import json
import sys
from argparse import ArgumentParser
from io import StringIO
from typing import Any

import segno
from django.core.management.base import BaseCommand
from django.db import transaction

from agreements.scenarios.showing import officer, prepare, ways_in
from negotiate.people.entry import entry_path
from negotiate.rooms.actions.keeping import keep_time
from negotiate.serve import EVERYWHERE, serve


class Command(BaseCommand):
    help = "Start the demonstration (run.py demo calls this)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--host-lan", default="", help="this machine's address for phones")
        parser.add_argument("--json", action="store_true", help="one line of JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic():
            rooms = [ways_in(showing) for showing in prepare()]
            county = entry_path(officer())
        keep_time()
        hosts = {"local": "127.0.0.1"}
        if options["host_lan"]:
            hosts["lan"] = options["host_lan"]
        bases = {name: f"http://{host}:{options['port']}" for name, host in hosts.items()}
        shown = _with_bases({"rooms": rooms, "county_officer": county}, bases)
        serve(EVERYWHERE, options["port"], lambda: _say(shown, as_json=options["json"]))


def _with_bases(ways: Any, bases: dict[str, str]) -> Any:
    """Every path as full addresses: on this machine, and for phones on its network."""
    if isinstance(ways, dict):
        return {key: _with_bases(value, bases) for key, value in ways.items()}
    if isinstance(ways, list):
        return [_with_bases(value, bases) for value in ways]
    if isinstance(ways, str) and ways.startswith("/"):
        return {name: base + ways for name, base in bases.items()}
    return ways


def _say(shown: dict[str, Any], *, as_json: bool) -> None:
    first = shown["rooms"][0]
    if as_json:
        ways = {key: first[key] for key in ("chair", "screen", "representatives")}
        print(json.dumps({**ways, **shown}, ensure_ascii=False), flush=True)
        return
    print(_told(shown, first), flush=True)


def _told(shown: dict[str, Any], first: dict[str, Any]) -> str:
    lines = ["", "一事一议 演示已就绪 / the demonstration is ready  (Ctrl-C 结束)", ""]
    for room in shown["rooms"]:
        lines += [
            f"■ {room['scenario']}  {room['enterprise']} · {room['title']}",
            f"  主席登录（一次有效）chair, one-time sign-in:  {_both(room['chair'])}",
            f"  大屏 big screen:  {_both(room['screen'])}",
        ]
        lines += [
            f"  {guest['name']}（{guest['side']}{guest['capacity']}）  {_both(guest['link'])}"
            for guest in room["representatives"]
        ]
        lines.append("")
    lines.append(f"■ 县总工会干事 county officer:  {_both(shown['county_officer'])}")
    lines += ["", f"手机扫码入场（{first['title']}）/ scan with a phone:", ""]
    if sys.stdout.isatty():
        lines += [_code(guest) for guest in first["representatives"]]
    return "\n".join(lines)


def _both(ways: dict[str, str]) -> str:
    return "   ".join(ways.values())


def _code(guest: dict[str, Any]) -> str:
    """A QR code for the terminal, with the address that phones can reach."""
    drawn = StringIO()
    address = guest["link"].get("lan", guest["link"]["local"])
    segno.make(address, micro=False, error="l").terminal(drawn, compact=True)
    return f"{guest['name']}（{guest['side']}{guest['capacity']}）\n{drawn.getvalue()}"
