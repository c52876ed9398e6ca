"""Every address of the newsroom."""

from django.contrib import admin
from django.urls import include, path

from newsroom import health

urlpatterns = [
    path("healthz", health.healthz),
    path("readyz", health.readyz),
    path("desk/", include("newsroom.desk.urls")),
    path("desk/", admin.site.urls),
    path("akun/", include("allauth.urls")),
    path("", include("newsroom.public.urls")),
]
