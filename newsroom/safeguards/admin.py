"""The units' dictionaries at the desk: a list to look at; words come and go on the unit's page."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from unfold.admin import ModelAdmin

from .access import words_of
from .models import DictionaryWord


@admin.register(DictionaryWord)
class DictionaryWordAdmin(ModelAdmin):
    """Everybody sees the words of their own units."""

    list_display = ["word", "facility", "added_by", "at"]
    list_select_related = ["facility", "added_by"]
    search_fields = ["word", "facility__name"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[DictionaryWord]:
        """Through the doorman only."""
        user: Any = request.user
        return words_of(user).order_by("folded", "pk")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The verb keeps words, on the unit's page."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A word is taken out and kept anew."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """The verb takes words out, on the unit's page."""
        return False
