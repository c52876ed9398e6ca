"""The readers' addresses."""

from django.urls import path

from . import pictures

app_name = "public"

urlpatterns = [
    path("foto/<str:token>/<str:name>", pictures.picture, name="picture"),
]
