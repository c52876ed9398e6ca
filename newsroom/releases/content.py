"""The working text as canonical JSON with its digest, and the Story made from an edition.

One function writes the JSON (``working_text``); ``story_of`` makes readers' values of it. What is
in the JSON is what a person approves; what is not in it cannot become public.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from django.db.models import Q
from django.urls import reverse

from facilities.models import Facility
from newsroom.lib.addresses import absolute
from newsroom.lib.images import CONTENT_TYPES
from newsroom.safeguards.models import Consent

from .models import Attachment, Edition, Face, Person, Photo, Release, Rendition
from .models.attachments import file_name, format_named
from .story import AttachedFile, Byline, Change, ChangeKind, Picture, PictureFile, Place, Story
from .workflow import effective_risk

Content = dict[str, Any]


def working_text(release: Release) -> Content:
    """Everything of a release that readers, outlets or approvers will see, as plain values."""
    return {
        "headline": release.headline,
        "slug": release.slug,
        "lead": release.lead,
        "body": release.body,
        "dateline_place": release.dateline_place,
        "event_date": release.event_date.isoformat() if release.event_date else None,
        "ednote": release.ednote,
        "language": release.language,
        "risk": str(effective_risk(release)),  # as the release stands; a revision weighs the text
        "concerns_children": release.concerns_children,
        "embargo_until": _instant(release.embargo_until),
        "change": {"kind": release.change_kind, "note": release.change_note},
        "facility": facility_of(release.facility, release.event_date),
        "bylines": [
            {"name": one.name, "kind": one.kind, "slug": one.slug}
            for one in release.contributors.all()
        ],
        "topics": [topic.name for topic in release.topics.all()],
        "programmes": [programme.name for programme in release.programmes.all()],
        "people": [_person(person) for person in release.people.kept()],
        "only_outlets": only_outlets(release),
        "photos": [_photo(photo) for photo in release.photos.kept().prefetch_related("faces")],
        **_attachments(release),
    }


def canonical(content: Content) -> str:
    """The one way to write a content down: sorted keys, no spaces, real letters."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of(text: str) -> str:
    """SHA-256 of the canonical text in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def story_of(edition: Edition) -> Story:
    """The edition as readers and formats see it.

    A withdrawal keeps headline, dateline and place; lead, body, note to editors and photos are
    left out. Costs three queries at most beyond the edition with its release.
    """
    content: Content = json.loads(edition.content)
    gone = edition.kind == Edition.Kind.WITHDRAWAL
    release = edition.release
    return Story(
        guid=release.guid.urn,
        number=edition.number,
        kind=cast(ChangeKind, edition.kind),
        url=absolute(reverse("public:release", args=[release.slug])),
        slug=release.slug,
        language=content["language"],
        headline=content["headline"],
        lead="" if gone else content["lead"],
        body="" if gone else content["body"],
        dateline_place=content["dateline_place"],
        event_date=date.fromisoformat(content["event_date"]),
        place=_place(content["facility"]),
        bylines=tuple(_byline(one) for one in content["bylines"]),
        topics=tuple(content["topics"]),
        programmes=tuple(content["programmes"]),
        ednote="" if gone else content["ednote"],
        change_note=edition.change_note,
        first_published_at=release.first_published_at or edition.published_at,
        published_at=edition.published_at,
        changes=_changes(edition),
        only_outlets=None if gone else _outlets(content.get("only_outlets")),
        pictures=() if gone else _in_order(content["photos"]),
        attachments=() if gone else _attached(content.get("attachments", [])),
    )


def _outlets(keys: list[int] | None) -> tuple[int, ...] | None:
    return None if keys is None else tuple(keys)


def pictures_of(photos: Sequence[Content]) -> dict[int, Picture]:
    """Pictures by photo id, for the photos named in one content or many; one query, or none."""
    if not photos:
        return {}
    made = Rendition.objects.filter(photo__in=[one["id"] for one in photos])
    shared = made.filter(photo__token__isnull=False).order_by("photo", "width", "extension")
    columns = ("photo", "photo__token", "width", "height", "size", "extension")
    files = groupby(shared.values_list(*columns), key=itemgetter(0))
    by_photo = {photo: tuple(_files(rows)) for photo, rows in files}
    return {one["id"]: _picture(one, by_photo.get(one["id"], ())) for one in photos}


def _in_order(photos: Sequence[Content]) -> tuple[Picture, ...]:
    found = pictures_of(photos)
    return tuple(found[one["id"]] for one in photos)


def _attached(told: Sequence[Content]) -> tuple[AttachedFile, ...]:
    """One query where there are any, else none."""
    if not told:
        return ()
    rows = Attachment.objects.filter(pk__in=[one["id"] for one in told], token__isnull=False)
    tokens = dict(rows.values_list("pk", "token"))
    return tuple(_attached_file(one, tokens.get(one["id"])) for one in told)


def _attached_file(one: Content, token: str | None) -> AttachedFile:
    kind, name = format_named(one["format"]), file_name(one["title"], one["format"])
    return AttachedFile(
        name=f"lampiran-{one['id']}",
        title=one["title"],
        format=kind.name,
        content_type=kind.content_type,
        size=one["size"],
        spoken=kind.spoken,
        url=absolute(reverse("public:attachment", args=[token, name])) if token else "",
    )


def facility_of(facility: Facility, day: date | None) -> Content:
    """A facility as contents name it, by its name on the day; None: by today's."""
    return {
        "id": facility.pk,
        "name": facility.name_on(day) if day else facility.name,
        "slug": facility.slug,
        "kind": str(facility.kind),
        "region_id": facility.region_id,
        "region": facility.region.name,
        "city": facility.city,
        "province": facility.province,
        "time_zone": facility.time_zone,
        "zone_label": facility.zone_label,
    }


def _instant(at: datetime | None) -> str | None:
    """In UTC, as the database gives it back: the same instant in any zone is the same text."""
    return at.astimezone(UTC).isoformat() if at else None


def only_outlets(release: Release) -> list[int] | None:
    """Keys of the outlets that every limited consent allows; None where none is limited.

    Somebody may have agreed to be named in some outlets only; the release then goes nowhere else.
    """
    faces = Face.objects.kept().filter(photo__in=release.photos.kept())
    by_anyone = Q(people__in=release.people.kept()) | Q(faces__in=faces)
    relied_on = Consent.objects.filter(by_anyone).distinct().prefetch_related("outlets")
    limits = [{one.pk for one in consent.outlets.all()} for consent in relied_on]
    limited = [limit for limit in limits if limit]
    return sorted(set.intersection(*limited)) if limited else None


def _person(person: Person) -> Content:
    """Without the name: an edition is kept for ever, and a name may have to be forgotten."""
    told = {
        "id": person.pk,
        "part": person.part,
        "age": person.age,
        "consent": person.consent_id,
    }
    return told | {"mark": person.mark} if person.mark else told


def _photo(photo: Photo) -> Content:
    return {
        "id": photo.pk,
        "checksum": photo.checksum,
        "caption": photo.caption,
        "credit": photo.credit,
        "alt": photo.alt,
        "focal": [float(photo.focal_x), float(photo.focal_y)],
        **_seen_in(photo),
    }


def _attachments(release: Release) -> Content:
    """Nothing at all where there are none, as in texts from before there could be any."""
    told = [_attachment(one) for one in release.attachments.kept().defer("text")]
    return {"attachments": told} if told else {}


def _attachment(one: Attachment) -> Content:
    """Its words are in its row, which never changes: lists read whole contents."""
    return {
        "id": one.pk,
        "title": one.title,
        "format": one.format,
        "checksum": one.checksum,
        "size": one.size,
        "pictures": one.pictures,
    }


def _seen_in(photo: Photo) -> Content:
    """What was found in the photo and said of it. ``dismissed``: finds a person has taken away."""
    faces = [face for face in photo.faces.all() if face.removed_at is None]
    gone = [face for face in photo.faces.all() if face.removed_at is not None]
    return {
        "searched": photo.faces_searched_at is not None,
        "given_up": photo.faces_given_up_at is not None,
        "detector": photo.faces_detector,
        "faces": [_face(face) for face in faces],
        "dismissed": sum(face.source == Face.Source.DETECTED for face in gone),
        "lettering": len(photo.lettering),
        "lettering_seen": photo.lettering_seen_at is not None,
    }


def _face(face: Face) -> Content:
    box = [float(one) for one in (face.x, face.y, face.width, face.height)]
    shown = {"box": box, "answer": str(face.answer)}
    return {**shown, "consent": face.consent_id} if face.consent_id else shown


def _place(facility: Content) -> Place:
    return Place(
        facility_id=facility["id"],
        facility=facility["name"],
        facility_url=absolute(reverse("public:facility", args=[facility["slug"]])),
        region_id=facility["region_id"],
        region=facility["region"],
        city=facility["city"],
        province=facility["province"],
        time_zone=facility["time_zone"],
        zone_label=facility["zone_label"],
    )


def _byline(one: Content) -> Byline:
    url = absolute(reverse("public:contributor", args=[one["slug"]]))
    return Byline(name=one["name"], kind=one["kind"], url=url)


def _changes(edition: Edition) -> tuple[Change, ...]:
    if edition.number == 1:
        return (Change(1, "first", "", edition.published_at),)
    editions = Edition.objects.filter(release_id=edition.release_id, number__lte=edition.number)
    rows = editions.order_by("number").values_list("number", "kind", "change_note", "published_at")
    return tuple(
        Change(number, cast(ChangeKind, kind), note, at) for number, kind, note, at in rows
    )


def _picture(one: Content, files: tuple[PictureFile, ...]) -> Picture:
    return Picture(
        name=f"foto-{one['id']}",
        caption=one["caption"],
        credit=one["credit"],
        alt=one["alt"],
        focal=(one["focal"][0], one["focal"][1]),
        files=files,
    )


def _files(rows: Iterable[tuple[Any, ...]]) -> Iterator[PictureFile]:
    """The files of one photo; its address is worked out once."""
    folder = ""
    for _photo_id, token, width, height, size, extension in rows:
        name = f"{width}.{extension}"
        folder = folder or absolute(reverse("public:picture", args=[token, name]))[: -len(name)]
        yield PictureFile(folder + name, CONTENT_TYPES[extension], width, height, size)
