"""The people of one side by id and by name, as others write them."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from innopraktik_match.domain.names import closest, key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST_PARTS = 8
"""Parts of a name that is looked for within a list; each costs a look for every word of the list."""
LONGEST_PARTED = 300
MOST_SUGGESTIONS = 20
MOST_CANDIDATES = 2000
SHORTEST_PART = 4
"""Characters of the beginning of a name, "Skatteforv.", that are enough to propose it."""
_MARK = re.compile(r"([|;,\n])")
_BETWEEN = re.compile(
    r"\s*[/&+>]\s*|\s+[-–]\s+|\s+(?:(?:og|samt|and)\s+)?(?:eller|derefter|dernæst|så|then|or)\s+|\s+(?:og|samt|and)\s+"
)
"""What parts names that are known, and stands within others: "Vejle / DSB", "Børn og Unge"."""
_NUMBER = re.compile(r"(?:^|(?<=[\s;,|]))(\d{1,2})\s*[).:]\s+")


def _unnumbered(text: str) -> str:
    """Return a list that is numbered from 1, "1) DMI 2) Skat", as one that is parted by marks."""
    numbers = [int(number) for number in _NUMBER.findall(text)]
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)):
        return text
    return "; ".join(part.strip(" ;,|\n") for part in _NUMBER.split(text)[2::2])


def _parts(name: str) -> list[str]:
    """Return what stands before a comma, and what stands before and in parentheses: an abbreviation."""
    before, _, rest = name.partition("(")
    parts = [name.partition(",")[0], *((before, rest.partition(")")[0]) if rest else ())]
    return [part.strip() for part in parts if part.strip()]


class Directory:
    """The people of one side by id and by name, as others write them.

    Parameters
    ----------
    people : iterable of (id, name, further names...)
        Id and name of each, and what else they may be called, such as their workplace; None is no name. A
        further name, the part of a name before a comma, or what stands before or in parentheses, counts where
        nobody's id or name is the word.
    """

    def __init__(self, people: Iterable[tuple[str | None, ...]]) -> None:
        self._ids: set[str] = set()
        self._names: dict[str, str | None] = {}
        self._by_id: dict[str, dict[str, None]] = defaultdict(dict)
        self._by_name: dict[str, dict[str, None]] = defaultdict(dict)
        self._by_more: dict[str, dict[str, None]] = defaultdict(dict)
        for identity, name, *more in people:
            assert identity is not None
            self._ids.add(identity)
            self._names[identity] = name
            self._by_id[key(identity)][identity] = None
            if name:
                self._by_name[key(name)][identity] = None
            for word in filter(None, more):
                self._by_more[key(word)][identity] = None
            if more:
                for part in (part for word in filter(None, (name, *more)) for part in _parts(word)):
                    self._by_more[key(part)][identity] = None
        called = [*self._by_id, *self._by_name, *self._by_more]
        self._longest = min(MOST_PARTS, 1 + max((len(_MARK.findall(name)) for name in called), default=0))
        self._any_begins_with_mark = any(name[:1] in ("|", ";", ",") for name in called)
        self._near: dict[str, str | None] = {}

    def __iter__(self) -> Iterator[str]:
        """Yield everybody's id, in the order given."""
        return iter(self._names)

    def __contains__(self, identity: str) -> bool:
        return identity in self._ids

    def label(self, identity: str) -> str:
        """Return what somebody is called, with the id: "Vejmuseet (v2)".

        Examples
        --------
        >>> Directory([("v2", "Vejmuseet"), ("v3", None)]).label("v2")
        'Vejmuseet (v2)'
        """
        name = self._names.get(identity)
        return f"{name} ({identity})" if name not in (None, identity) else identity

    def find(self, word: str) -> tuple[str, ...]:
        """Return the ids that a word may mean: that id, else ids written alike, else a name, else another.

        Examples
        --------
        >>> Directory([("v1", "Afdeling for måling", "Kystlab"), ("v2", "Vejmuseet", None)]).find("kystlab")
        ('v1',)
        >>> Directory([("v1", "Styrelsen for Kort (SFK)", None)]).find("SFK")
        ('v1',)
        """
        if word in self._ids:
            return (word,)
        plain = key(word)
        by = (self._by_id, self._by_name, self._by_more)
        return tuple(next((found for one in by if (found := one.get(plain))), ()))

    def split(self, text: str) -> list[str]:
        """Return the words of a list, parted by marks or numbered; a name that holds a comma stays whole.

        Examples
        --------
        >>> Directory([("v1", "DMI")]).split("1) DMI 2) Skat")
        ['DMI', 'Skat']
        >>> Directory([("v1", "Teknik, Aarhus"), ("v2", None)]).split("v2, Teknik, Aarhus")
        ['v2', 'Teknik, Aarhus']
        >>> Directory([("v1", "DMI"), ("v2", "Børn og Unge")]).split("Børn og Unge eller DMI")
        ['Børn og Unge', 'DMI']
        """
        if self.find(text):
            return [text.strip()]
        pieces = _MARK.split(_unnumbered(text))  # words, and between them the marks
        words, start = [], 0
        while start < len(pieces):
            if not (pieces[start] or self._any_begins_with_mark):
                start += 2
                continue
            ends = range(min(len(pieces), start + 2 * self._longest - 1), start, -2)
            end = next((end for end in ends if self.find("".join(pieces[start:end]))), start + 1)
            words += self._parted("".join(pieces[start:end]).strip())
            start = end + 1
        return [word for word in words if word]

    def _parted(self, text: str) -> list[str]:
        """Return the names that a text holds, where they are known; else the text."""
        if len(text) > LONGEST_PARTED or self.find(text):
            return [text]
        pieces = re.split(f"({_BETWEEN.pattern})", text)
        words, start = [], 0
        while start < len(pieces):  # the longest name that begins here
            ends = range(len(pieces), start, -2)
            end = next((end for end in ends if self.find("".join(pieces[start:end]))), start + 1)
            words.append("".join(pieces[start:end]).strip())
            start = end + 1
        return words if any(map(self.find, words)) else [text]

    def nearest(self, word: str) -> dict[str, object]:
        """Return the id that was probably meant, as the issue value `suggestion`, or nothing."""
        if word not in self._near:
            if len(self._near) >= MOST_SUGGESTIONS:
                return {}
            self._near[word] = self._nearest(key(word))
        found = self._near[word]
        return {} if found is None else {"suggestion": found}

    def _nearest(self, plain: str) -> str | None:
        found = self.find(plain)
        if found:
            return found[0]
        known = self._by_more | self._by_id | self._by_name
        if len(known) > MOST_CANDIDATES:
            alike = (one for one in known if one[:2] == plain[:2] and abs(len(one) - len(plain)) < 3)
            known = {one: known[one] for one, _ in zip(alike, range(MOST_CANDIDATES), strict=False)}
        short = plain.removesuffix(".")
        begun = [one for one in known if one.startswith(short)] if len(short) >= SHORTEST_PART else []
        if len(begun) == 1:
            return next(iter(known[begun[0]]))
        near = closest(plain, known, cutoff=0.7)
        return next(iter(known[near])) if near else None
