"""Temporary."""

from django.urls import include, path

from newsroom import urls


def page(request, *args):  # pragma: no cover
    raise NotImplementedError


public = (
    [
        path("r/<slug:slug>/", page, name="release"),
        path("f/<slug:slug>/", page, name="facility"),
        path("c/<slug:slug>/", page, name="contributor"),
        path("p/<str:token>/<str:name>", page, name="picture"),
    ],
    "public",
)
urlpatterns = [path("", include(public)), *urls.urlpatterns]
