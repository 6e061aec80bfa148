"""The documents say what is true: settings, commands and contracts."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from bot.cli.main import cli
from bot.config import NAMES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_setting_is_explained_in_the_example_and_no_other() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    named = set(re.findall(r"^([A-Z_]+)=", example, re.MULTILINE))
    assert named == {name.upper() for name in NAMES}


def test_the_readme_gives_the_two_commands() -> None:
    assert "python3 -m pip install -q uv && uv run partnership-bot demo" in README
    assert "python3 -m pip install -q uv && uv run pytest" in README


def test_every_command_of_the_command_line_is_in_the_readme() -> None:
    names = {
        command.name or command.callback.__name__.replace("_", "-")
        for command in cli.registered_commands
        if command.callback is not None
    }
    missing = {name for name in names if f"`{name}" not in README}
    assert not missing


def test_every_document_the_readme_links_to_is_there() -> None:
    links = re.findall(r"\]\((?!http)([^)#]+)\)", README)
    assert links
    assert not [link for link in links if not (ROOT / link).exists()]


def test_every_test_that_a_page_names_as_its_proof_exists() -> None:
    for page in ("security", "reliability", "performance"):
        text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
        named = set(re.findall(r"`((?:tests|bench)/[\w/]+\.py)`", text))
        assert named
        assert not [name for name in named if not (ROOT / name).exists()], page


@pytest.mark.parametrize("page", ["security", "reliability"])
def test_every_claim_names_a_test_that_exists(page: str) -> None:
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    rows = [row for section in _claims(text) for row in section.splitlines()[2:] if row]
    assert len(rows) > 15
    for row in rows:
        named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", row.split("|")[-2])
        assert named, row
        missing = [name for file, name in named if f"def {name}(" not in _source(file)]
        assert not missing, row


def _claims(text: str) -> list[str]:
    """The tables that end in a column of tests."""
    return re.findall(r"^\|[^\n]*\| (?:test|shown by) \|\n(?:\|[^\n]*\n)+", text, re.MULTILINE)


@cache
def _source(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")
