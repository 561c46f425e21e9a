"""What must not stand in a log."""

import logging


class WithoutAddress(logging.Filter):
    """Leaves the kind of page in the log in place of its address: a link is as good as a key."""

    def filter(self, record: logging.LogRecord) -> bool:
        match = getattr(getattr(record, "request", None), "resolver_match", None)
        if isinstance(record.args, tuple) and record.args:
            record.args = (*record.args[:-1], match.route if match else "?")
        return True
