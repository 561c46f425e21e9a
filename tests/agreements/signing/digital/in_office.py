"""Run by the system's Python, which knows UNO: asks a running LibreOffice about each file named,
and prints a line of JSON a file: for each signature (valid?, status of its certificate) or null if
it gives no answer, and how many milliseconds it took.

    python3 in_office.py PORT FILE …
"""

import json
import sys
import time
from typing import Any

import uno  # Debian: python3-uno
from com.sun.star.beans import PropertyValue


def connected(port: int) -> Any:
    """LibreOffice's component context, as soon as it answers."""
    local = uno.getComponentContext()
    manager = local.ServiceManager
    resolver = manager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    address = f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext"
    until = time.monotonic() + 60
    while True:
        try:
            return resolver.resolve(address)
        except Exception:  # it is not listening yet
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def signatures(context: Any, path: str) -> list[tuple[bool, int]]:
    """What it says of each signature of the file."""
    manager = context.ServiceManager
    storages = manager.createInstanceWithContext("com.sun.star.embed.StorageFactory", context)
    as_zip = PropertyValue("StorageFormat", 0, "ZipFormat", 0)
    given = uno.Any("[]com.sun.star.beans.PropertyValue", (as_zip,))
    words = (uno.systemPathToFileUrl(path), 1, given)  # 1: to read
    storage = uno.invoke(storages, "createInstanceWithArguments", (words,))
    service = "com.sun.star.security.DocumentDigitalSignatures"
    judge = manager.createInstanceWithArgumentsAndContext(service, ("1.2",), context)
    found = judge.verifyDocumentContentSignatures(storage, None)
    return [(bool(one.SignatureIsValid), int(one.CertificateStatus)) for one in found]


def main(port: int, paths: list[str]) -> None:
    context = connected(port)
    for path in paths:
        began = time.perf_counter()
        try:
            told = signatures(context, path)
        except Exception:  # it cannot read the file, or has ended itself over it
            told = None
        took = round((time.perf_counter() - began) * 1000, 1)
        print(json.dumps({"signatures": told, "ms": took}), flush=True)


main(int(sys.argv[1]), sys.argv[2:])
