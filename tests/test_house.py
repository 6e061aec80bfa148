"""The house rules, held: who may import whom, sizes, circles, ids, names, and what is committed."""

from __future__ import annotations

import ast
import importlib
import inspect
import io
import re
import subprocess
import sys
import tokenize
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from bot.app import register
from bot.sample import sample_plan
from bot.services.context import Context

ROOT = Path(__file__).parents[1]
BOT = ROOT / "bot"

ROOMS: dict[str, tuple[set[str], set[str]]] = {
    # room: (our rooms it may import, outside packages it may import)
    "core": (set(), set()),
    "messages": ({"core"}, set()),
    "disclosure": ({"core"}, {"phonenumbers", "stdnum"}),
    "quarterly": ({"core", "messages"}, set()),
    "areas": ({"core"}, set()),
    "reading": ({"areas", "core", "disclosure"}, {"rapidfuzz", "dateutil"}),
    "answers": ({"core", "messages", "reading"}, set()),
    "clock": ({"core"}, set()),
    "config": ({"core", "setting_texts"}, {"dotenv"}),
    "setting_texts": ({"core", "areas"}, set()),
    "logs": (set(), set()),
    "metrics": (set(), {"prometheus_client"}),
    "store": ({"core", "messages"}, {"sqlalchemy", "alembic"}),
    "blocks": ({"core", "messages", "quarterly"}, {"slack_sdk"}),
    "files": (
        {"core", "messages", "disclosure", "quarterly"},
        {
            "openpyxl",
            "python_calamine",
            "charset_normalizer",
            "rapidfuzz",
            "docx",
            "docxtpl",
            "jinja2",
            "typst",
        },
    ),
    "sample": ({"core", "services"}, set()),
    "services": (
        {
            "areas",
            "core",
            "messages",
            "reading",
            "answers",
            "disclosure",
            "quarterly",
            "store",
            "files",
        },
        {"holidays", "rapidfuzz"},
    ),
    "handlers": ({"core", "messages", "services", "blocks"}, {"slack_bolt", "slack_sdk"}),
    "slack": (
        {"core", "messages", "blocks", "store", "config"},
        {"slack_bolt", "slack_sdk", "starlette", "uvicorn", "cryptography"},
    ),
    "schedule": ({"services"}, {"apscheduler"}),
    "opening": ({"clock", "config", "core", "services", "store"}, set()),
    "run": ({"app", "config", "logs", "opening", "services", "slack"}, set()),
    "cli": (
        {"answers", "app", "clock", "config", "core", "disclosure", "files", "opening", "quarterly"}
        | {"run", "sample", "sandbox", "services", "slack", "store"},
        {"rich", "slack_sdk", "typer"},
    ),
    "sandbox": (
        {"app", "clock", "config", "core", "sample", "services", "slack"},
        {"slack_bolt", "starlette", "uvicorn"},
    ),
}
UNRESTRICTED = {"app", "__main__", "__init__"}


@cache
def _python_files() -> tuple[Path, ...]:
    return tuple(p for p in BOT.rglob("*.py") if "migrations/versions" not in p.as_posix())


def _room(path: Path) -> str:
    first = path.relative_to(BOT).parts[0]
    return first.removesuffix(".py")


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(_text(path))


@cache
def _nodes(path: Path) -> tuple[ast.AST, ...]:
    """Everything in a module that a rule may be about, walked once for all of them."""
    return tuple(ast.walk(_tree(path)))


def _imports(path: Path) -> Iterator[str]:
    for node in _nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "bot":
                yield from (f"bot.{alias.name}" for alias in node.names)
            else:
                yield node.module


@pytest.mark.parametrize("room", sorted({_room(path) for path in _python_files()} - UNRESTRICTED))
def test_each_room_imports_only_what_the_house_allows(room: str) -> None:
    ours, outside = ROOMS[room]
    for path in (path for path in _python_files() if _room(path) == room):
        for name in _imports(path):
            top, *rest = name.split(".")
            if top == "bot":
                assert not rest or rest[0] in ours | {room}, f"{path} must not import {name}"
            elif top not in sys.stdlib_module_names:
                assert top in outside, f"{path} must not import {name}"


TIMELESS = {"answers", "core", "disclosure", "quarterly", "reading"}
"""Rooms that are told what day it is."""


def test_the_core_and_the_rules_never_ask_the_time() -> None:
    for path in (path for path in _python_files() if _room(path) in TIMELESS):
        assert "time" not in set(_imports(path)), path
        for node in _nodes(path):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                asked = node.value.id in {"date", "datetime"} and node.attr
                assert asked not in {"now", "utcnow", "today"}, path


def test_no_two_rooms_import_each_other() -> None:
    edges = {
        (_room(path), name.split(".")[1])
        for path in _python_files()
        for name in _imports(path)
        if name.startswith("bot.") and name.split(".")[1] != _room(path)
    }
    assert not {edge for edge in edges if edge[::-1] in edges}


def _tracked() -> list[Path]:
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return [ROOT / name for name in listing.stdout.split("\0") if name]


def test_nothing_committed_names_a_package_registry() -> None:
    hosts = ["pypi" + ".org", "python" + "hosted", "registry." + "npmjs", "deb." + "debian"]
    for path in _tracked():
        if path.suffix in {".py", ".toml", ".txt", ".md", ".lock", ".js", ".html", ".css", ""}:
            text = path.read_text(encoding="utf-8", errors="ignore")
            assert not [host for host in hosts if host in text], path


# Sizes


MOST_LINES = 300
LONGER: dict[str, int] = {}
"""Files still above the limit, and how long they are: entries only go or get smaller."""
MOST_FUNCTION_LINES = 60
LONGER_FUNCTIONS: dict[str, int] = {}
"""The same for functions."""


def _length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def _above(found: dict[str, int], most: int) -> dict[str, int]:
    return {name: lines for name, lines in found.items() if lines > most}


def _functions() -> dict[str, int]:
    """Every function (room/file.py:name) and its length in lines."""
    return {
        f"{path.relative_to(BOT).as_posix()}:{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in _python_files()
        for node in _nodes(path)
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    }


def test_no_file_is_longer_than_a_reader_can_hold() -> None:
    sources = [*_python_files(), *BOT.rglob("*.js"), *BOT.rglob("*.css")]
    found = {path.relative_to(BOT).as_posix(): _length(path) for path in sources}
    _only_shrinks(_above(found, MOST_LINES), LONGER)


def test_functions_are_small() -> None:
    lengths = _functions()
    _only_shrinks(_above(lengths, MOST_FUNCTION_LINES), LONGER_FUNCTIONS)
    ordered = sorted(lengths.values())
    assert ordered[len(ordered) // 2] <= 7
    assert ordered[len(ordered) * 9 // 10] <= 20


def _only_shrinks(found: dict[str, int], listed: dict[str, int]) -> None:
    grown = {name: count for name, count in found.items() if count > listed.get(name, 0)}
    assert not grown, f"more than allowed: {grown}"
    settled = {name for name in listed if name not in found}
    assert not settled, f"take these out of the list of exceptions: {settled}"


# Names


CATCH_ALLS = {"said", "told", "found", "heard", "kept", "whole"}
"""Words that could name anything: whatever is called so has a name that tells what it holds."""


def _names_made(path: Path) -> Iterator[str]:
    """Every name a module gives: functions, classes, parameters, variables and attributes."""
    for node in _nodes(path):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            yield node.attr
        elif isinstance(node, (ast.MatchAs, ast.MatchStar)) and node.name:
            yield node.name
        elif isinstance(node, ast.alias) and node.asname:
            yield node.asname


def test_everything_is_named_for_what_it_holds() -> None:
    for path in _python_files():
        assert not [n for n in _names_made(path) if n.strip("_") in CATCH_ALLS], path


# Circles


def _modules(room: Path) -> dict[str, set[str]]:
    """The modules of a room and those of the same room each imports."""
    inside = f"bot.{room.name}."
    names = {path.stem for path in room.glob("*.py")} - {"__init__"}
    return {
        path.stem: {
            part
            for name in _imported_modules(path)
            if name.startswith(inside) and (part := name.split(".")[2]) in names
        }
        for path in room.glob("*.py")
        if path.stem in names
    }


def _imported_modules(path: Path) -> Iterator[str]:
    for node in _nodes(path):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _in_circles(imports: dict[str, set[str]]) -> set[str]:
    """What is left when modules that import nothing left are taken away again and again, from
    both ends: every one of these stands in a circle or between two."""
    left = {name: set(targets) for name, targets in imports.items()}
    while True:
        imported = {target for targets in left.values() for target in targets}
        free = {name for name, targets in left.items() if not targets or name not in imported}
        if not free:
            return set(left)
        left = {name: targets - free for name, targets in left.items() if name not in free}


@pytest.mark.parametrize("room", sorted(p.parent.name for p in BOT.glob("*/__init__.py")))
def test_no_modules_of_a_room_import_each_other_in_a_circle(room: str) -> None:
    assert not _in_circles(_modules(BOT / room))


def test_no_scripts_of_the_demo_page_import_each_other_in_a_circle() -> None:
    imports = {
        path.name: set(re.findall(r'from "\./([\w.]+)"', path.read_text(encoding="utf-8")))
        for path in BOT.rglob("*.js")
    }
    assert not _in_circles(imports)


def test_words_for_statuses_are_the_partnerships_own() -> None:
    for path in (BOT / "handlers").glob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "self._context.labels" not in text, f"{path.name}: self._context.of(caller).labels"


# Ids of what people press


class Recorder:
    """Stands in for Bolt's App and writes down what is listened to."""

    def __init__(self) -> None:
        self.found: dict[str, list[Any]] = defaultdict(list)

    def __getattr__(self, kind: str) -> Any:
        def listen(what: Any) -> Any:
            self.found[kind].append(what)
            return lambda listener: listener

        return listen

    def hears(self, kind: str, name: str) -> bool:
        """Whether somebody listens to this id."""
        return any(
            what.match(name) if isinstance(what, re.Pattern) else what == name
            for what in self.found[kind]
        )


def _block_modules() -> list[ModuleType]:
    names = sorted(path.stem for path in (BOT / "blocks").glob("*.py") if path.stem != "__init__")
    return [importlib.import_module(f"bot.blocks.{name}") for name in names]


def _drawn_ids(module: ModuleType) -> Iterator[tuple[str, str]]:
    """(kind of listener, id) of everything in a module of `blocks` that can be pressed or sent."""
    for function in ast.parse(inspect.getsource(module)).body:
        text = ast.unparse(function)
        read_when_sent = "input_block(" in text and "dispatch=True" not in text
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in {"kit.button", "button"}:
                if not isinstance(node.args[0], ast.Starred):
                    yield "action", _value_of(node.args[1], module)
            elif isinstance(node, ast.Dict):
                yield from _ids_of(node, module, read_when_sent=read_when_sent)


def _ids_of(
    node: ast.Dict, module: ModuleType, *, read_when_sent: bool
) -> Iterator[tuple[str, str]]:
    pairs = zip(node.keys, node.values, strict=True)
    entries = {key.value: value for key, value in pairs if isinstance(key, ast.Constant)}
    action = entries.get("action_id")
    if "callback_id" in entries and "submit" in entries:
        yield "view", _value_of(entries["callback_id"], module)
    if not read_when_sent and isinstance(action, ast.Name) and action.id.isupper():
        yield "action", _value_of(action, module)


def _value_of(node: ast.AST, module: ModuleType) -> str:
    """The id an expression gives: a constant of the module, alone or before ":…"."""
    if isinstance(node, ast.JoinedStr):
        return "".join(_value_of(part, module) for part in node.values)
    if isinstance(node, ast.FormattedValue):
        known = isinstance(node.value, ast.Name) and node.value.id.isupper()
        return _value_of(node.value, module) if known else "x"
    if isinstance(node, ast.Constant):
        return str(node.value)
    assert isinstance(node, ast.Name), f"{module.__name__}: an id that is no constant"
    return str(getattr(module, node.id))


def test_everything_that_blocks_can_draw_has_a_listener() -> None:
    recorder = Recorder()
    register(recorder, Context(None, None, None, None))  # type: ignore[arg-type]
    drawn = {entry for module in _block_modules() for entry in _drawn_ids(module)}
    assert len(drawn) > 20
    assert not [(kind, name) for kind, name in drawn if not recorder.hears(kind, name)]


def test_only_blocks_holds_the_id_of_anything_people_press() -> None:
    ids = {
        value
        for module in _block_modules()
        for name, value in vars(module).items()
        if name.isupper() and isinstance(value, str) and "_" in value and " " not in value
    }
    keys = {"action_id", "callback_id"}
    for path in _python_files():
        if _room(path) not in {"blocks", "sandbox"}:
            texts = set(_constants(path))
            reads = set() if _room(path) in {"handlers", "slack"} else keys
            assert not texts & (ids | reads), path


def _constants(path: Path) -> Iterator[str]:
    """Every text in a module's code that is no docstring."""
    said = {id(node.value) for node in _nodes(path) if isinstance(node, ast.Expr)}
    for node in _nodes(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


# What belongs to one partnership, or to the person who typed it


def test_only_the_command_line_the_demo_and_tests_know_the_sample() -> None:
    knows = {
        _room(p)
        for p in _python_files()
        if any(n.startswith("bot.sample") for n in _imported_modules(p))
    }
    assert knows <= {"cli", "sandbox", "sample"}


A_READING = {"encoding", "expression", "glossary", "wants"}
"""What a reading is and how it is said; everything else of that room reads what people type."""


def test_answers_know_readings_and_never_what_was_typed() -> None:
    for path in (BOT / "answers").glob("*.py"):
        parts = [name.split(".") for name in _imports(path)]
        assert {part[2] for part in parts if part[:2] == ["bot", "reading"]} <= A_READING, path
        assert "question.text" not in _text(path), path


def _own_names() -> re.Pattern[str]:
    """Names the sample's area and plan have to themselves."""
    area = tomllib.loads((BOT / "areas" / "sevenoaks.toml").read_text(encoding="utf-8"))
    english = set((BOT / "disclosure" / "data" / "english.txt").read_text(encoding="utf-8").split())
    places = {place for key in ("places", "nearby", "landmarks") for place in area[key]}
    own = {place for place in places if not set(place.split()) <= english} | {"kent"}
    own -= {"london"}  # the time zone's
    named = re.compile("|".join(rf"\b{re.escape(place)}\b" for place in sorted(own)), re.IGNORECASE)
    names = (name for agency in sample_plan().agencies for name in (agency.name, *agency.aliases))
    bodies = {name for name in names if named.search(name)}
    words = "|".join(sorted(map(re.escape, bodies | own), key=len, reverse=True))
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


_YEAR = re.compile(r"\b20(?!00)[0-4]\d\b")


def _prose(path: Path) -> Iterator[str]:
    """A module's comments and docstrings."""
    for token in tokenize.generate_tokens(io.StringIO(_text(path)).readline):
        if token.type == tokenize.COMMENT:
            yield token.string
    for node in _nodes(path):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield str(node.value.value)


def _spelt_apart(path: Path) -> Iterator[str]:
    """Every name a module gives, its words apart: `of_kent` -> "of kent", `OfKent` -> "Of Kent"."""
    for name in _names_made(path):
        yield re.sub(r"(?<=[a-z])(?=[A-Z0-9])|_", " ", name)


@pytest.mark.slow
def test_no_code_names_the_bodies_places_and_years_of_one_partnership() -> None:
    own = _own_names()
    for path in _python_files():
        if _room(path) not in {"sample", "areas"}:
            code = (*_constants(path), *_spelt_apart(path))
            assert not [text for text in code if _YEAR.search(text)], path
            assert not [text for text in (*code, *_prose(path)) if own.search(text)], path


# Documents


def test_contributing_shows_every_room_and_no_other() -> None:
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"`bot/(\w+)(?:\.py)?`", text))
    assert shown >= set(ROOMS) | {"app"}
    assert not [
        name for name in shown if not (BOT / name).is_dir() and not (BOT / f"{name}.py").exists()
    ]
