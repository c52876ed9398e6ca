"""Attachments nobody outside may see yet: no public address, a permission check each time."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from newsroom.lib.sending import send
from newsroom.releases.access import release_for
from newsroom.releases.models import Attachment
from newsroom.releases.models.attachments import file_name


@require_safe
def attachment(request: HttpRequest, pk: int, attachment_pk: int) -> HttpResponseBase:
    """The file, taken out of the text or not, for those who may see its release.

    Like every page of the desk it is kept in no cache: admin_view says so.
    """
    release = release_for(request.user, pk)
    found = Attachment.objects.filter(release=release, pk=attachment_pk).defer("text").first()
    if found is None:
        raise Http404
    name = file_name(found.title, found.format)
    return send(found.file, content_type=found.kind.content_type, download_as=name)
