"""Cleans HTML to the house's short allow-list and turns it into plain text and back.

The list: p, br, strong, em, a (http, https, mailto), ul, ol, li, blockquote, h2, h3. No styles, no
classes, no pictures. Knows no Django: formats, which must stay pure, use it too.
"""

import html as entities
import re

import nh3

TAGS = {
    "p", "br", "strong", "em", "a", "ul", "ol", "li", "blockquote", "h2", "h3",
}  # fmt: skip

#: What Word, mail and other editors write, and what it becomes here.
RENAMED = {
    "b": "strong", "i": "em", "h1": "h2", "h4": "h3", "h5": "h3", "h6": "h3",
    "div": "p", "section": "p", "article": "p", "pre": "p", "tr": "p", "dt": "p", "dd": "p",
}  # fmt: skip

_ATTRIBUTES = {"a": {"href"}}
_SCHEMES = {"http", "https", "mailto"}
_WIDE = nh3.Cleaner(
    tags=TAGS | set(RENAMED) | {"table", "tbody", "td"},  # a parser needs all three to keep a <tr>
    attributes=_ATTRIBUTES,
    url_schemes=_SCHEMES,
    url_relative="deny",
    link_rel=None,
)
_SHORT = nh3.Cleaner(
    tags=TAGS,
    attributes=_ATTRIBUTES,
    url_schemes=_SCHEMES,
    url_relative="deny",
    link_rel="noopener",
)

# Links are matched first so that nothing inside an address is taken for a tag.
_RENAMED_TAG = re.compile(r'<a href="[^"]*">|<(/?)(' + "|".join(RENAMED) + r")>")
_TABLE_TAG = re.compile(r"</?(?:table|tbody)>")
_CELL_END = re.compile(r"</td>")
_PART = re.compile(r"</[^>]*>|<[^>]*>|[^<]+")
_BLANK = re.compile(r"(?:\s|&nbsp;|<br>)*")
_WORDS = ("<strong>", "<em>", "<a ")
_LINK_TO_NOTHING = re.compile(r'<a rel="noopener">(.*?)</a>', re.DOTALL)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff]")
_TAG = re.compile(r'<(?:"[^"]*"|[^>"])*>')
_BLOCK = re.compile(r"</?(?:p|h2|h3|blockquote|ul|ol)>")
_ITEM = re.compile(r"<li>\s*(?:<p>)?")
_ITEM_END = re.compile(r"(?:</p>)?\s*</li>")
_BLANK_LINES = re.compile(r"\n\s*\n")


def clean(html: str) -> str:
    """HTML that holds nothing but the short list; cleaning it again changes nothing.

    Bold and italics become strong and em, foreign blocks paragraphs; empty blocks go.
    """
    wide = _TABLE_TAG.sub("", _WIDE.clean(_CONTROL.sub("", html)))
    renamed = _RENAMED_TAG.sub(_rename, _CELL_END.sub(" </td>", wide))
    return _without_empty(_LINK_TO_NOTHING.sub(r"\1", _SHORT.clean(renamed))).strip()


def plain(html: str) -> str:
    """Readable text: blocks divided by blank lines, list items on lines of their own with "- "."""
    text = re.sub(r"\s+", " ", clean(html))
    text = _ITEM_END.sub("", _ITEM.sub("\n- ", text))
    text = _BLOCK.sub("\n\n", text).replace("<br>", "\n")
    text = entities.unescape(_TAG.sub("", text)).replace("\xa0", " ")
    lines = "\n".join(line.strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def paragraphs(text: str) -> str:
    """Plain text as cleaned HTML: a paragraph for each block, a break for each line in it."""
    blocks = (block.strip() for block in _BLANK_LINES.split(text.replace("\r\n", "\n")))
    return clean(
        "".join(
            f"<p>{entities.escape(block, quote=False).replace(chr(10), '<br>')}</p>"
            for block in blocks
            if block
        )
    )


def _rename(tag: re.Match[str]) -> str:
    if not tag[2]:
        return tag[0]
    return f"<{tag[1]}{RENAMED[tag[2]]}>"


def _without_empty(html: str) -> str:
    """Leave out elements in which nothing but space and breaks stands; of inline ones the space.

    One pass: pasted rubbish can be nested thousands deep.
    """
    kept: list[str] = []
    open_at: list[int] = []
    filled_to = 0  # how many of the open elements are known to hold something
    for part in _PART.findall(html):
        if part.startswith("</"):
            start = open_at.pop()
            if filled_to > len(open_at):
                filled_to = len(open_at)
                kept.append(part)
            else:
                kept[start:] = kept[start + 1 :] if kept[start].startswith(_WORDS) else []
            continue
        if part.startswith("<") and part != "<br>":
            open_at.append(len(kept))
        elif not _BLANK.fullmatch(part):
            filled_to = len(open_at)
        kept.append(part)
    return "".join(kept)
