"""Every address of the newsroom."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("desk/", admin.site.urls),
    path("akun/", include("allauth.urls")),
]
