"""Honest error pages. No test here has a database: a page that asked one would fail."""

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.views import csrf, defaults


def broken(request: HttpRequest) -> HttpResponse:
    return defaults.server_error(request)


def forbidden(request: HttpRequest) -> HttpResponse:
    return defaults.permission_denied(request, PermissionDenied())


def unreadable(request: HttpRequest) -> HttpResponse:
    return defaults.bad_request(request, SuspiciousOperation())


def stale_form(request: HttpRequest) -> HttpResponse:
    return csrf.csrf_failure(request)


@pytest.mark.parametrize(
    ("answer", "status"),
    [(broken, 500), (forbidden, 403), (unreadable, 400), (stale_form, 403)],
)
def test_every_error_has_a_page_of_ours_with_a_way_on(
    answer: Callable[[HttpRequest], HttpResponse], status: int, rf: RequestFactory
) -> None:
    response = answer(rf.get("/"))
    page = response.content.decode()
    assert response.status_code == status
    assert 'class="masthead"' in page
    assert 'href="/arsip/"' in page
    assert "noindex" in page


def test_an_unknown_address_has_a_page_of_ours(client: Client) -> None:
    response = client.get("/tidak-ada-di-sini/")
    assert response.status_code == 404
    assert b'class="masthead"' in response.content
