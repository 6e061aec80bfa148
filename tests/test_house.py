"""The house rules, held: who may import whom, file sizes, and what must not be committed."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
BOT = ROOT / "bot"

ROOMS: dict[str, tuple[set[str], set[str]]] = {
    # room: (our rooms it may import, outside packages it may import)
    "core": (set(), {"rapidfuzz"}),
    "disclosure": ({"core"}, {"phonenumbers", "stdnum"}),
    "quarterly": ({"core"}, set()),
    "areas": ({"core"}, set()),
    "questions": ({"core", "disclosure", "areas"}, {"rapidfuzz"}),
    "answers": ({"core", "questions"}, set()),
    "clock": (set(), set()),
    "config": ({"core", "areas"}, {"pydantic", "pydantic_settings"}),
    "logs": (set(), set()),
    "metrics": (set(), {"prometheus_client"}),
    "store": ({"core"}, {"sqlalchemy", "alembic"}),
    "blocks": ({"core", "quarterly"}, {"slack_sdk"}),
    "files": (
        {"core", "disclosure", "quarterly"},
        {"openpyxl", "charset_normalizer", "dateutil", "docx", "typst"},
    ),
    "sample": ({"core"}, set()),
    "services": (
        {
            "areas",
            "core",
            "questions",
            "answers",
            "disclosure",
            "quarterly",
            "store",
            "files",
            "sample",
        },
        {"holidays"},
    ),
    "handlers": ({"core", "services", "blocks"}, {"slack_bolt", "slack_sdk"}),
    "slack": (
        {"core", "blocks", "store", "config"},
        {"slack_bolt", "slack_sdk", "starlette", "uvicorn", "cryptography"},
    ),
    "schedule": ({"services"}, {"apscheduler"}),
    "run": ({"app", "config", "logs", "slack"}, set()),
    "cli": (
        {"answers", "app", "clock", "config", "core", "disclosure", "files", "quarterly", "run"}
        | {"sandbox", "services", "slack", "store"},
        {"rich", "slack_sdk", "typer"},
    ),
    "sandbox": (
        {"app", "clock", "config", "core", "sample", "services", "slack"},
        {"pydantic", "slack_bolt", "starlette", "uvicorn"},
    ),
}
UNRESTRICTED = {"app", "__main__", "__init__"}


def _python_files() -> list[Path]:
    return [p for p in BOT.rglob("*.py") if "migrations/versions" not in p.as_posix()]


def _room(path: Path) -> str:
    first = path.relative_to(BOT).parts[0]
    return first.removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            if node.module == "bot":
                yield from (f"bot.{alias.name}" for alias in node.names)
            else:
                yield node.module


@pytest.mark.parametrize("path", _python_files(), ids=lambda p: p.relative_to(BOT).as_posix())
def test_each_room_imports_only_what_the_house_allows(path: Path) -> None:
    room = _room(path)
    if room in UNRESTRICTED:
        return
    ours, outside = ROOMS[room]
    for name in _imports(path):
        top, *rest = name.split(".")
        if top == "bot":
            assert not rest or rest[0] in ours | {room}, f"{room} must not import {name}"
        elif top not in sys.stdlib_module_names:
            assert top in outside, f"{room} must not import {name}"


def test_the_core_never_asks_the_time() -> None:
    for path in (BOT / "core").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                assert node.func.attr not in {"now", "utcnow", "today", "time"}, path


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


def test_start_up_imports_nothing_heavy() -> None:
    heavy = {"matplotlib", "docx", "openpyxl", "alembic", "holidays", "rich", "dateutil"}
    code = "import bot.app, bot.slack.http, sys; print(*sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not heavy & set(shown.stdout.split())
