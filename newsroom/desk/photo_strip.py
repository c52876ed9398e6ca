"""The photos on the writing page: their words, their order, and new ones taken in."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from newsroom.contributors.models import User
from newsroom.lib.images import Unusable
from newsroom.releases import actions, photos, refusals
from newsroom.releases.actions import Words
from newsroom.releases.content import Content
from newsroom.releases.models import Photo, Release
from newsroom.releases.tasks import prepare_soon

from .forms import PhotoForm
from .marks import FOR_ALL, faces_told

_WORDS = ("caption", "credit", "alt")


def forms(release: Release, typed: Mapping[str, Any] | None = None) -> list[PhotoForm]:
    """A form for each photo of the working text; photos the person did not have open stay as is."""
    return [
        PhotoForm(_typed_for(photo, typed), instance=photo, prefix=_prefix(photo))
        for photo in release.photos.kept().with_counts()
    ]


def save(release: Release, strip: list[PhotoForm], *, by: User, at: datetime) -> None:
    """Write what changed: words, order, and photos that go. Raises a Refusal."""
    changed = [form for form in strip if form.is_bound and form.has_changed()]
    for form in changed:
        _save_one(form, by=by, at=at)
    if any("position" in form.changed_data for form in changed):
        actions.arrange(release, _order(strip), by=by, at=at)


def faces_open(release: Release, strip: list[PhotoForm]) -> int:
    """How many faces of all photos wait for an answer; none where all are blurred anyway."""
    if release.concerns_children:
        return 0
    return sum(getattr(form.instance, "faces_open", 0) for form in strip)


def answer_faces(release: Release, sent: Mapping[str, Any], *, by: User, at: datetime) -> None:
    """One answer for every open face of the text, where the button for it was pressed."""
    answer = sent.get("faces", "")
    if answer in FOR_ALL:
        actions.answer_all(release, answer, by=by, at=at)


def typed(strip: list[PhotoForm], saved: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The photos of a content with the words typed for them, to set beside the saved ones."""
    sent = {form.instance.pk: _as_typed(form) for form in strip if form.is_bound}
    return [photo | sent.get(photo["id"], {}) for photo in saved]


def shown(release: Release, content: Content) -> list[Photo]:
    """The photos of the text to read; ``told`` on each is what the content says of its faces."""
    entries = {entry["id"]: entry for entry in content["photos"]}
    photos = [photo for photo in release.photos.kept() if photo.pk in entries]
    for photo in photos:
        photo.told = faces_told(entries[photo.pk])  # type: ignore[attr-defined]
    return photos


def take_in(
    release: Release, uploads: "Iterable[UploadedFile[bytes]]", *, by: User, at: datetime
) -> list[str]:
    """Attach each upload by itself; a sentence, with the file's name, for each that is refused."""
    refused = []
    for upload in uploads:
        try:
            actions.attach(release, photos.read(upload), by=by, at=at)
        except (Unusable, refusals.Refusal) as reason:
            refused.append(f"{upload.name}: {reason}")
    prepare_soon(release)
    return refused


def _save_one(form: PhotoForm, *, by: User, at: datetime) -> None:
    photo = form.instance
    if form.cleaned_data["removed"]:
        actions.remove(photo, by=by, at=at)
    elif set(_WORDS) & set(form.changed_data):
        focal = {"focal_x": photo.focal_x, "focal_y": photo.focal_y}
        words = Words(**_words(form.cleaned_data), **focal)
        # A photo that was public is replaced; whoever goes on with the form means the new one.
        form.instance = actions.describe(photo, words, by=by, at=at)


def _as_typed(form: PhotoForm) -> dict[str, Any]:
    """The words, also those the form refuses, as a check never needs a form that holds good."""
    return {name: (form[name].value() or "").strip() for name in _WORDS}


def _words(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: values[name] for name in _WORDS}


def _order(strip: list[PhotoForm]) -> list[int]:
    placed = [(form["position"].value(), form.instance.pk) for form in strip]
    return [pk for _position, pk in sorted(placed, key=lambda pair: int(pair[0] or 0))]


def _prefix(photo: Photo) -> str:
    return f"photo-{photo.pk}"


def _typed_for(photo: Photo, typed: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    if typed is None or f"{_prefix(photo)}-caption" not in typed:
        return None
    return typed
