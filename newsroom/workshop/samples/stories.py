"""Tells the sample releases by walking each along the real road."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.utils.text import slugify

from facilities.models import Facility, Programme
from newsroom.contributors.models import User
from newsroom.lib.html import paragraphs
from newsroom.releases import actions, faces, photos
from newsroom.releases.actions import Words
from newsroom.releases.models import Release, Topic
from newsroom.releases.moves import latest_revision

from .people import Cast, byline_of
from .pictures import draw
from .signing import whole_signature

_TEXTS = Path(__file__).with_name("releases.json")
_STEP = timedelta(minutes=4)
Sample = dict[str, Any]


def tell(cast: Cast, *, at: datetime) -> None:
    """Create every sample release and take it as far as its ``ends`` says."""
    for sample in json.loads(_TEXTS.read_text(encoding="utf-8")):
        _Telling(cast, sample, at).tell()


def sample_texts() -> list[str]:
    """The bodies of the samples, plain, in the order of the file."""
    samples: list[Sample] = json.loads(_TEXTS.read_text(encoding="utf-8"))
    return ["\n\n".join(sample["body"]) for sample in samples]


class _Telling:
    """One sample's way. The hours lie before ``at``, so nothing is younger than the demo."""

    def __init__(self, cast: Cast, sample: Sample, at: datetime) -> None:
        self.cast, self.sample, self.now = cast, sample, at
        published = sample.get("published_at")
        ago = timedelta(days=sample.get("days_ago", 0))
        self.at = datetime.fromisoformat(published) if published else at - ago
        self.facility = Facility.objects.select_related("region").get(name=sample["facility"])
        home = cast.writer.held_memberships[0].facility_id == self.facility.pk
        self.writer = cast.writer if home else cast.national
        self.editor = cast.regional if home else cast.administrator

    def tell(self) -> None:
        """Draft, illustrate, and go on to the end the sample names (published by default)."""
        release = actions.create(
            facility=self.facility, by=self.writer, at=self.at - 5 * _STEP, fields=self._fields()
        )
        if "picture" in self.sample:
            self._illustrate(release)
        actions.submit(release, by=self.writer, at=self.at - 3 * _STEP)
        ends: dict[str, Callable[[Release], Any]] = {
            "in_review": lambda _release: None,
            "returned": self._send_back,
            "scheduled": self._schedule,
            "withdrawn": self._withdraw,
            "published": self._publish,
        }
        ends[self.sample.get("ends", "published")](release)

    def _fields(self) -> dict[str, Any]:
        sample = self.sample
        day = sample.get("event_date")
        return {
            "headline": sample["headline"],
            "lead": sample["lead"],
            "body": paragraphs("\n\n".join(sample["body"])),
            "dateline_place": sample["dateline_place"],
            "event_date": date.fromisoformat(day) if day else self.at.date(),
            "contributors": [byline_of(self.facility)],
            "programmes": list(Programme.objects.filter(name__in=sample.get("programmes", []))),
            "topics": [_topic(name) for name in sample["topics"]],
        }

    def _illustrate(self, release: Release) -> None:
        words = Words(
            caption=self.sample["caption"],
            credit="WartaPas, gambar contoh",
            alt=self.sample["alt"],
        )
        photo = actions.attach(
            release,
            draw(self.sample["picture"]),
            by=self.writer,
            at=self.at - 4 * _STEP,
            words=words,
        )
        at = self.at - 4 * _STEP
        faces.search(photo.pk, at=at)
        # Drawings show nobody; what was taken for a face is one of nobody too.
        actions.answer_all(release, "public_figure", by=self.writer, at=at)
        photos.render(photo.pk, at=at)

    def _approve(self, release: Release, by: User, at: datetime) -> None:
        revision = latest_revision(Release.objects.get(pk=release.pk))
        signature = whole_signature(revision, at=at)
        actions.approve(release, revision=revision, by=by, at=at, signature=signature)

    def _publish(self, release: Release) -> None:
        self._approve(release, self.editor, self.at - _STEP)
        actions.publish(release, by=self.editor, at=self.at)
        if "correction" in self.sample:
            self._correct(release, self.sample["correction"])

    def _correct(self, release: Release, correction: Sample) -> None:
        at = datetime.fromisoformat(correction["at"])
        actions.correct(release, by=self.writer, at=at - 3 * _STEP)
        fields = {"lead": correction["lead"], "change_note": correction["note"]}
        actions.revise(release, by=self.writer, at=at - 2 * _STEP, fields=fields)
        actions.submit(release, by=self.writer, at=at - 2 * _STEP)
        self._approve(release, self.editor, at - _STEP)
        actions.publish(release, by=self.editor, at=at)

    def _withdraw(self, release: Release) -> None:
        self._publish(release)
        note = self.sample["withdrawal_note"]
        actions.withdraw(release, by=self.editor, at=self.at + _STEP, note=note)

    def _send_back(self, release: Release) -> None:
        note = self.sample["return_note"]
        actions.send_back(release, by=self.editor, at=self.at - _STEP, note=note)

    def _schedule(self, release: Release) -> None:
        self._approve(release, self.editor, self.at - _STEP)
        tomorrow = self.now + timedelta(days=1)
        actions.schedule(release, by=self.editor, at=self.at, publish_at=tomorrow)


def _topic(name: str) -> Topic:
    topic, _created = Topic.objects.get_or_create(slug=slugify(name), defaults={"name": name})
    return topic
