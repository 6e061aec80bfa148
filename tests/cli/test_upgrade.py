"""Version, settings, and the steps of docs/upgrade.md, as a host would take them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
UNIT = ROOT / "deploy" / "partnership-bot.service"


def bot(folder: Path, *words: str) -> str:
    """What a command of the bot prints; it must end well."""
    environment = {"PATH": os.environ["PATH"], "DATA_DIR": str(folder / "data")}
    command = [sys.executable, "-m", "bot", *words]
    done = subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_the_version_is_the_one_of_the_project(tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert bot(tmp_path, "--version") == f"partnership-bot {project['version']}\n"
    assert f"## {project['version']} - " in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_the_settings_printed_are_those_of_the_example(tmp_path: Path) -> None:
    assert bot(tmp_path, "settings") == (ROOT / ".env.example").read_text(encoding="utf-8")


def test_a_backup_is_restored_by_the_steps_of_the_page(tmp_path: Path) -> None:
    bot(tmp_path, "import", "--sample", "--apply")
    before = bot(tmp_path, "ask", "--today", "2018-05-14", "ASB3")
    bot(tmp_path, "backup", "before-upgrade.sqlite3")
    history = ROOT / "tests" / "data" / "history.csv"
    bot(tmp_path, "import", str(history), "--apply")
    assert bot(tmp_path, "ask", "--today", "2019-03-30", "what is complete") != before

    data, aside = tmp_path / "data", tmp_path / "aside"
    aside.mkdir()
    for file in data.glob("partnership.sqlite3*"):
        file.rename(aside / file.name)
    shutil.copy(tmp_path / "before-upgrade.sqlite3", data / "partnership.sqlite3")
    bot(tmp_path, "migrate")
    assert bot(tmp_path, "ask", "--today", "2018-05-14", "ASB3") == before
    assert "No update" in bot(tmp_path, "ask", "--today", "2019-03-30", "ASB3")


def test_the_systemd_unit_is_sound(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("NO SYSTEMD: the unit was not verified")
    program = "/srv/partnership-bot/.venv/bin/partnership-bot"
    copy = tmp_path / UNIT.name
    # The program is not installed where the unit expects it; any program does for the check.
    copy.write_text(UNIT.read_text(encoding="utf-8").replace(program, "/bin/true"))
    done = subprocess.run(["systemd-analyze", "verify", copy], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
