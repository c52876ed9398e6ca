"""A small WordPress: the parts of its REST interface we use, with its rules and its traps.

Written from the reference of the REST API and the behaviour of its controllers: application
passwords, roles, slugs made unique, slugs of contributors dropped, media without a trash, posts
with one, file names made unique, and refusals by their real codes.
"""

import base64
import itertools
import re
from dataclasses import dataclass, field
from typing import Any

Fields = dict[str, Any]

WRITE, PUBLISH, UPLOAD = "edit_posts", "publish_posts", "upload_files"
LATER, REMOVE_LATER = "edit_published_posts", "delete_published_posts"
ROLES = {
    "subscriber": set[str](),
    "contributor": {WRITE},
    "author": {WRITE, PUBLISH, UPLOAD, LATER, REMOVE_LATER},
}
STATUSES = {"publish", "future", "draft", "pending", "private"}


class Error(Exception):
    """WordPress' WP_Error: a status, a code, a message."""

    def __init__(self, status: int, code: str, message: str = "Maaf, tidak bisa.") -> None:
        super().__init__(code)
        self.status = status
        self.given = {"code": code, "message": message, "data": {"status": status}}


@dataclass
class WordPress:
    """The state of a site and what each request does to it."""

    address: str = ""
    accounts: dict[str, tuple[str, str]] = field(
        default_factory=lambda: {
            "humas": ("abcd efgh ijkl mnop qrst uvwx", "author"),
            "magang": ("aaaa bbbb cccc dddd eeee ffff", "contributor"),
            "pembaca": ("zzzz yyyy xxxx wwww vvvv uuuu", "subscriber"),
        }
    )
    posts: dict[int, Fields] = field(default_factory=dict)
    media: dict[int, Fields] = field(default_factory=dict)
    trash: bool = True
    passes_authorization: bool = True
    numbers: Any = field(default_factory=lambda: itertools.count(10))

    def rest(self, method: str, path: str, query: Fields, headers: Fields, body: Any) -> Any:
        """The answer to a request below /wp-json/wp/v2/; raises Error."""
        account = self._account(headers)
        kind, _, rest = path.partition("/")
        if path == "users/me" and method == "GET":
            return self._me(account)
        if kind not in {"posts", "media"}:
            raise Error(404, "rest_no_route")
        number, _, deeper = rest.partition("/")
        if deeper == "post-process" and kind == "media":
            return self._known(self.media, number)
        table = self.posts if kind == "posts" else self.media
        if not number:
            return getattr(self, f"_{method.lower()}_{kind}")(account, query, headers, body)
        if kind == "posts":
            return self._one_post(method, number, account, query, body)
        self._allow(account, UPLOAD, "rest_cannot_edit")
        item = self._known(table, number)
        if method == "DELETE":
            return self._delete_media(item, query)
        return item | _rendered(body or {}) if method == "GET" else self._change(item, body)

    def page(self, path: str, query: Fields) -> int:
        """The status a reader without an account gets for a page or file."""
        shown = [post for post in self.posts.values() if post["status"] == "publish"]
        if "p" in query:
            return 301 if any(str(post["id"]) == query["p"] for post in shown) else 404
        files = {item["source_url"] for item in self.media.values()}
        found = {post["link"] for post in shown} | files | {f"{self.address}/"}
        return 200 if f"{self.address}{path}" in found else 404

    def _account(self, headers: Fields) -> tuple[str, set[str]] | None:
        sent = headers.get("authorization", "") if self.passes_authorization else ""
        if not sent.startswith("Basic "):
            return None
        name, _, password = base64.b64decode(sent[6:]).decode().partition(":")
        if name not in self.accounts:
            raise Error(401, "invalid_username")
        expected, role = self.accounts[name]
        if password.replace(" ", "") != expected.replace(" ", ""):
            raise Error(401, "incorrect_password")
        return name, ROLES[role]

    def _me(self, account: tuple[str, set[str]] | None) -> Fields:
        if account is None:
            raise Error(401, "rest_not_logged_in")
        name, may = account
        role = self.accounts[name][1]
        return {
            "id": 1,
            "name": name,
            "roles": [role],
            "capabilities": dict.fromkeys(sorted(may), True),
        }

    def _allow(self, account: tuple[str, set[str]] | None, right: str, code: str) -> str:
        if account is None:
            raise Error(401, code)
        if right not in account[1]:
            raise Error(403, code)
        return account[0]

    def _get_posts(
        self, account: tuple[str, set[str]] | None, query: Fields, _h: Fields, _b: Any
    ) -> list[Fields]:
        asked = set(query.get("status", "publish").split(","))
        if not asked <= STATUSES | {"any"}:
            raise Error(400, "rest_invalid_param")
        if asked != {"publish"}:
            self._allow(account, WRITE, "rest_forbidden_status")
        name = account[0] if account else ""
        readable = [
            post
            for post in self.posts.values()
            if post["status"] in asked and (post["status"] == "publish" or post["author"] == name)
        ]
        return _sought(readable, query)

    def _get_media(
        self, _account: tuple[str, set[str]] | None, query: Fields, _h: Fields, _b: Any
    ) -> list[Fields]:
        return _sought(list(self.media.values()), query)

    def _post_posts(
        self, account: tuple[str, set[str]] | None, _q: Fields, _h: Fields, body: Fields
    ) -> Fields:
        name = self._allow(account, WRITE, "rest_cannot_create")
        status = body.get("status", "draft")
        may_publish = account is not None and PUBLISH in account[1]
        if status in {"publish", "future", "private"} and not may_publish:
            raise Error(403, "rest_cannot_publish")
        if body.get("featured_media") and int(body["featured_media"]) not in self.media:
            raise Error(400, "rest_invalid_featured_media")
        if 404 in body.get("categories", []):
            raise Error(400, "rest_invalid_param", "Invalid parameter(s): categories")
        slug = body.get("slug", "") if may_publish or status == "draft" else ""
        post = {"id": next(self.numbers), "author": name, "status": status}
        post["slug"] = self._unique(slug)
        self.posts[post["id"]] = post
        return self._change(post, {**body, "slug": post["slug"], "status": status})

    def _one_post(
        self,
        method: str,
        number: str,
        account: tuple[str, set[str]] | None,
        query: Fields,
        body: Any,
    ) -> Fields:
        post = self._known(self.posts, number)
        public = post["status"] == "publish"
        if method == "GET":
            if query.get("context") == "edit":
                self._own(account, post, LATER if public else WRITE, "rest_forbidden_context")
            elif not public:
                self._own(account, post, WRITE, "rest_forbidden")
            return post
        if method == "DELETE":
            self._own(account, post, REMOVE_LATER if public else WRITE, "rest_cannot_delete")
            return self._trash(post)
        self._own(account, post, LATER if public else WRITE, "rest_cannot_edit")
        return self._change(post, body)

    def _own(
        self, account: tuple[str, set[str]] | None, post: Fields, right: str, code: str
    ) -> None:
        if self._allow(account, right, code) != post["author"]:
            raise Error(403, code)

    def _trash(self, post: Fields) -> Fields:
        if not self.trash:
            raise Error(501, "rest_trash_not_supported")
        if post["status"] == "trash":
            raise Error(410, "rest_already_trashed")
        return self._change(post, {"status": "trash", "slug": f"{post['slug']}__trashed"})

    def _post_media(
        self, account: tuple[str, set[str]] | None, _q: Fields, headers: Fields, body: bytes
    ) -> Fields:
        self._allow(account, UPLOAD, "rest_cannot_create")
        if not headers.get("content-type", "").startswith("image/"):
            raise Error(400, "rest_upload_no_content_type")
        named = re.search(r'filename="([^"]+)"', headers.get("content-disposition", ""))
        if not named:
            raise Error(400, "rest_upload_no_content_disposition")
        if not body:
            raise Error(400, "rest_upload_no_data")
        stem, _, extension = named[1].rpartition(".")
        taken = {item["slug"] for item in self.media.values()}
        free = next(name for name in _numbered(stem) if name not in taken)
        number = next(self.numbers)
        url = f"{self.address}/wp-content/uploads/{free}.{extension}"
        self.media[number] = {"id": number, "slug": free, "source_url": url, "bytes": len(body)}
        return self.media[number]

    def _delete_media(self, item: Fields, query: Fields) -> Fields:
        if query.get("force") != "true":
            raise Error(501, "rest_trash_not_supported")
        del self.media[item["id"]]
        return {"deleted": True, "previous": item}

    def _known(self, table: dict[int, Fields], number: str) -> Fields:
        if not number.isdigit() or int(number) not in table:
            raise Error(404, "rest_post_invalid_id")
        return table[int(number)]

    def _change(self, item: Fields, body: Fields) -> Fields:
        item |= _rendered(body)
        if "author" in item:
            path = f"/{item['slug']}/" if item["status"] == "publish" else f"/?p={item['id']}"
            item["link"] = f"{self.address}{path}"
        return item

    def _unique(self, slug: str) -> str:
        taken = {post["slug"] for post in self.posts.values()}
        return next(one for one in _numbered(slug) if one not in taken) if slug else ""


def _rendered(body: Fields) -> Fields:
    texts = {"title", "content", "excerpt", "caption"}
    return {
        name: {"raw": value, "rendered": value} if name in texts else value
        for name, value in body.items()
    }


def _numbered(name: str) -> Any:
    yield name
    yield from (f"{name}-{number}" for number in itertools.count(2))


def _sought(items: list[Fields], query: Fields) -> list[Fields]:
    """WordPress finds slugs exactly, and words in title and text (for media: in the title)."""
    words = query.get("search", "")
    return [
        item
        for item in items
        if query.get("slug", item["slug"]) == item["slug"]
        and words in str(item.get("content", item["slug"] if "source_url" in item else ""))
    ]
