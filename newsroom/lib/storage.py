"""Where pictures lie: files that only a view which has asked for permission may open."""

from django.core.files.storage import FileSystemStorage


class PrivateStorage(FileSystemStorage):
    """Files below a folder that no web address reaches, not even by mistake in a template."""

    def url(self, name: str | None) -> str:
        """Always ValueError: FileSystemStorage would answer with an address below MEDIA_URL."""
        raise ValueError("A private file has no URL; a view sends it with newsroom.lib.sending.")
