"""Steps that ask first: a dialog of unfold's, posted with its token, answered for htmx or not."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.functional import Promise
from unfold.decorators import action
from unfold.forms import BaseDialogForm

Words = str | Promise


def asked(
    label: Words, question: Words, *, icon: str, form: type[BaseDialogForm] | None = None
) -> Any:
    """An action of a detail page that opens a dialog and acts only on its posted form."""
    dialog = {
        "title": label,
        "description": question,
        "form_class": form,
        "form_submit_text": label,
    }
    return action(description=label, icon=icon, permissions=["steer"], dialog=dialog)


def done(
    request: HttpRequest, message: str, url: str, level: int = messages.SUCCESS
) -> HttpResponse:
    """Back to a page with a message, whether the dialog was sent by htmx or by the browser."""
    messages.add_message(request, level, message)
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": url})
    return HttpResponseRedirect(url)
