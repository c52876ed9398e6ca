"""Long lists at the desk, which never count what they do not show."""

from typing import Any

from django.http import HttpRequest
from unfold.views import ChangeList


class LongList(ChangeList):
    """For ModelAdmins with ``show_full_result_count = False``.

    Unfold takes the count nobody made for another one and offers "show all" on every list; here it
    is offered where a search or a filter really hides rows.
    """

    def get_results(self, request: HttpRequest) -> None:
        """Django's, and the same number twice where nothing is hidden."""
        super().get_results(request)
        narrowed: Any = self.query or self.has_active_filters
        if not narrowed:
            self.full_result_count = self.result_count
