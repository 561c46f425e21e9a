"""How this process is doing: for whoever runs the server."""

from dataclasses import asdict

from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from negotiate.live.counts import COUNTS


@never_cache
@require_GET
def counts(request: HttpRequest) -> JsonResponse:
    """The counts of the one process that answers; 404 for everybody but an administrator."""
    if not request.user.is_superuser:
        raise Http404
    return JsonResponse(asdict(COUNTS))
