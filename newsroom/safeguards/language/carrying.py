"""The right word written as large as the wrong one was."""


def carried(found: str, right: str) -> str:
    """``right`` with the capitals of ``found``: purwakrta, Purwakrta, PURWAKRTA."""
    if not right or not found:
        return right
    if found.isupper() and sum(letter.isalpha() for letter in found) > 1:
        return right.upper()
    if not found[0].isupper():
        return right
    words = found.replace("-", " ").split()
    if len(words) > 1 and all(word[0].isupper() for word in words):
        return " ".join(_raised(word) for word in right.split(" "))
    return _raised(right)


def _raised(word: str) -> str:
    return word[:1].upper() + word[1:]
