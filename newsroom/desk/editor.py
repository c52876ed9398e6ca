"""The text editor: what it offers, and its words in the reader's language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

#: The same short list that newsroom.lib.html keeps; the editor offers nothing that would be lost.
EDITOR = {
    "extensions": {
        "Bold": True,
        "Italic": True,
        "BulletList": True,
        "OrderedList": {"enableListAttributes": False},
        "ListItem": True,
        "Blockquote": True,
        "HardBreak": True,
        "Heading": {"levels": [2, 3]},
        "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
        "History": True,
    }
}

#: By the English words that django-prose-editor itself carries.
EDITOR_WORDS: dict[str, str | Promise] = {
    "paragraph": _("Paragraph"),
    "Paragraph": _("Paragraph"),
    "Heading 2": _("Heading"),
    "Heading 3": _("Small heading"),
    "unordered list": _("Unordered list"),
    "ordered list": _("Ordered list"),
    "blockquote": _("Quote"),
    "bold": _("Bold"),
    "italic": _("Italic"),
    "insert link": _("Link"),
    "remove link": _("Unlink"),
    "undo": _("Undo"),
    "redo": _("Redo"),
    "Edit Link": _("Link"),
    "URL": _("Address of the link"),
    "Title": _("Title of the link"),
    "Update": _("Save"),
    "Cancel": _("Cancel"),
}
