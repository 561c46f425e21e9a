"""The product's settings as tests and mypy load them; nothing is set here but the mode."""

import os

os.environ["MODE"] = "test"

from negotiate.settings import *  # noqa: E402, F403
