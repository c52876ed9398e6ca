"""EYD V and the ministry's terms as tables (*.tsv), and the engine that finds slips by them.

rules.tsv is written and read in Indonesian; every row carries a sentence it must find (``bad``) and
a near one it must leave alone (``good``). Pure: files are read once, at import.
"""

from .engine import Hit, hits
from .loading import RULES, LanguageRule

__all__ = ["RULES", "Hit", "LanguageRule", "hits"]
