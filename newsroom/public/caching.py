"""How long a copy of a page may live: never longer than its truth.

Every page may be kept but must be asked for again (``no-cache``), so that no copy outlives a
withdrawal, a hold or a correction. The answer to that question is 304 while nothing has changed.
"""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.utils.http import parse_http_date_safe
from django.views.decorators.http import require_safe

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]


def revalidated(view: View[P]) -> View[P]:
    """A view for GET and HEAD whose answer has an ETag of its bytes and is never reused unasked.

    The ETag is weak because the proxy compresses. Where the view sets Last-Modified, readers
    without ETags are served by it.
    """

    @require_safe
    @wraps(view)
    def asked(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-cache"
        if response.status_code != 200:
            return response
        response["ETag"] = f'W/"{hashlib.blake2b(response.content, digest_size=16).hexdigest()}"'
        modified = response.headers.get("Last-Modified")
        answer = get_conditional_response(
            request,
            etag=response["ETag"],
            last_modified=parse_http_date_safe(modified) if modified else None,
            response=response,
        )
        return answer if isinstance(answer, HttpResponse) else response

    return asked
