"""Where a server enters: pages to Django, sockets to Channels. Nothing here depends on daphne."""

import logging
import os

from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import OriginValidator
from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "negotiate.settings")
pages = get_asgi_application()  # loads the models, so it comes before anything that imports them

from django.conf import settings  # noqa: E402

from negotiate.live.routing import websocket_urlpatterns  # noqa: E402

if settings.MODE == "production" and not settings.REDIS_URL:
    logging.getLogger("negotiate").critical(
        "REDIS_URL is empty: news stays inside one process. Run exactly ONE server process, "
        "or people in the same room will see different things."
    )

# Exact scheme, host and port: Channels' AllowedHostsOriginValidator looks at neither scheme nor
# port, so a page served from another port of the same machine could open sockets as its visitor.
application = ProtocolTypeRouter(
    {
        "http": pages,
        "websocket": OriginValidator(URLRouter(websocket_urlpatterns), settings.PUBLIC_ORIGINS),
    }
)
