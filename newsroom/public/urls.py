"""The addresses of the public newsroom; they are Indonesian and made to stay."""

from django.urls import URLPattern, path, register_converter
from django.urls.converters import IntConverter

from . import attachments, feeds, pictures, views
from .shelves import SHELVES, Shelf

app_name = "public"


class YearConverter(IntConverter):
    """A year of this century."""

    regex = "20[0-9]{2}"


class MonthConverter(IntConverter):
    """A month with two digits."""

    regex = "0[1-9]|1[0-2]"

    def to_url(self, value: int | str) -> str:
        """Two digits, also for January."""
        return f"{int(value):02d}"


register_converter(YearConverter, "year")
register_converter(MonthConverter, "month")


def _pages_of(shelf: Shelf) -> list[URLPattern]:
    address = f"{shelf.path}/<slug:slug>"
    return [
        path(f"{address}/", views.shelf, {"shelf": shelf}, name=shelf.name),
        path(f"{address}/rss.xml", feeds.of_shelf, {"shelf": shelf}, name=f"{shelf.name}_rss"),
    ]


urlpatterns = [
    path("", views.front, name="front"),
    path("rss.xml", feeds.of_all, name="rss"),
    path("siaran/", views.latest, name="latest"),
    path("siaran/<slug:slug>/", views.release, name="release"),
    path("wilayah/", views.regions, name="regions"),
    path("program/", views.programmes, name="programmes"),
    *(page for shelf in SHELVES for page in _pages_of(shelf)),
    path("arsip/", views.archive, name="archive"),
    path("arsip/<year:year>/<month:month>/", views.month, name="month"),
    path("foto/<slug:token>/<str:name>", pictures.picture, name="picture"),
    path("lampiran/<slug:token>/<str:name>", attachments.attachment, name="attachment"),
    path("tentang/", views.about, name="about"),
]
