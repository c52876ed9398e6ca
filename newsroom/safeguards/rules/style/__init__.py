"""How a release is built: its headline, its sentences, its quotes, what it leaves unsaid."""

from .abbreviations import abbreviations
from .captions import captions
from .headline import headline
from .paragraphs import paragraphs
from .quotation import quotation
from .sentence_length import sentence_length
from .story_slots import story_slots

STYLE = (
    headline,
    sentence_length,
    quotation,
    story_slots,
    abbreviations,
    paragraphs,
    captions,
)

__all__ = ["STYLE"]
