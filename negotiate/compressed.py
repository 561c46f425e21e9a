"""Pages and news travel compressed: a page of 30 KB is 6 KB on a hall's network.

A compressed answer tells by its length what in it repeats (the BREACH attack), so a secret beside
a visitor's own words could be guessed byte by byte. Here every form's token is masked anew in each
answer (Django), a random number of bytes is added (Django, up to 100), the pages that carry a
socket's ticket repeat nothing a visitor sends, and SameSite keeps other sites' requests anonymous.
"""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_TEXT = ("text/html", "application/json")


class CompressText(GZipMiddleware):
    """Files that are handed out stay as they are: most are compressed in themselves."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if response.headers.get("Content-Type", "").startswith(_TEXT):
            return super().process_response(request, response)
        return response
