"""Which ways of saying nobody misses: takes templates of the grammar and lines of the patterns out
one by one and lists those without which every sentence is read as before.

    uv run python -m tools.lexicon [QUESTIONS.yaml ...]

Sentences are those of the tests, and the `text` of every question of the files named. A line that
is listed may still be right: no sentence holds it, and it is to be given one or to be taken out.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import chain
from pathlib import Path
from unittest.mock import patch

import yaml

from bot.reading import grammar, safety
from bot.reading.parts import Index
from bot.reading.reader import read
from bot.reading.tokens import words
from bot.sample import sample_plan

TODAY = date(2018, 10, 10)
TESTS = Path(__file__).parents[1] / "tests"


def sentences(files: Iterable[str]) -> list[str]:
    """Texts of two words or more: of the question files, and every string of the tests."""
    paths = [TESTS / "reading" / "question_examples.json", *map(Path, files)]
    asked = [q["text"] for p in paths for q in yaml.safe_load(p.read_text("utf-8"))["questions"]]
    for path in sorted((*TESTS.glob("reading/*.py"), *TESTS.glob("answers/*.py"))):
        tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        asked += [n.value for n in tree if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    return [text for text in dict.fromkeys(asked) if 1 < len(text.split()) < 60]


def unmissed_templates(texts: list[str]) -> Iterator[str]:
    """The templates of the grammar that no sentence needs."""
    index, every = Index(sample_plan()), tuple(grammar.lines())
    before = {text: (frozenset(words(text)), read(text, index, TODAY)) for text in texts}
    for number, line in enumerate(every):
        near = [text for text, (typed, _) in before.items() if _may_say(line, typed)]
        with without(every, number):
            missed = any(read(text, index, TODAY) != before[text][1] for text in near)
        if not missed and line.sort is not grammar.Sort.FILLER:
            yield f"{line.sort} {','.join(line.values)} = {line.template}"


def _may_say(line: grammar.Line, typed: frozenset[str]) -> bool:
    """Whether a text may hold the template: any word of it, as far as brackets tell."""
    return not typed.isdisjoint(re.findall(r"[\w/]+", line.template)) or "(s)" in line.template


@contextmanager
def without(every: tuple[grammar.Line, ...], number: int) -> Iterator[None]:
    """The grammar but for one template."""
    rest = (*every[:number], *every[number + 1 :])
    grammar._grammar.cache_clear()
    with patch.object(grammar, "lines", lambda: rest):
        yield
    grammar._grammar.cache_clear()


def unmissed_patterns(texts: list[str]) -> Iterator[str]:
    """The lines of the patterns that match no sentence."""
    plain = [" ".join(words(text)) for text in texts]
    for name, line in safety.pattern_lines():
        pattern = re.compile(safety.of_words(line))
        if not any(map(pattern.search, plain)):
            yield f"[{name}] {line}"


def main() -> None:
    """Print what nobody misses."""
    texts = sentences(sys.argv[1:])
    for line in chain(unmissed_patterns(texts), unmissed_templates(texts)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
