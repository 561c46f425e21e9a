"""`python -m tests.call module:function '[arguments]'`: the other end of `Server.call`."""

import json
import sys
from importlib import import_module

import django

if __name__ == "__main__":
    django.setup()
    module, name = sys.argv[1].split(":")
    function = getattr(import_module(module), name)
    print(json.dumps(function(*json.loads(sys.argv[2]))))
