"""The command line as a host uses it: one process a command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

DATA = Path(__file__).parents[1] / "data"
Command = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def bot(tmp_path: Path) -> Command:
    """Run `python -m bot …` on a database of its own."""
    environment = {
        "PATH": os.environ["PATH"],
        "DATABASE_URL": f"sqlite:///{tmp_path / 'cli.sqlite3'}",
    }

    def run(*words: str, said: str = "") -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "bot", *words],
            env=environment,
            cwd=tmp_path,
            input=said,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


def _json(ended: subprocess.CompletedProcess[str]) -> dict[str, Any]:
    assert ended.returncode == 0, ended.stderr
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def test_a_year_on_the_command_line(bot: Command, tmp_path: Path) -> None:
    assert bot("import", "--sample", "--apply").returncode == 0
    read = _json(bot("import", str(DATA / "history.csv"), "--apply", "--json"))
    assert (read["kind"], read["applied"], len(read["updates"])) == ("history", True, 46)

    asked = bot(
        "ask",
        "--jsonl",
        "--today",
        "2018-10-10",
        said='{"id":"a","text":"ASB3","agency":"KP","role":"lead"}\n'
        '{"id":"b","text":"my actions","agency":"Kent Police","role":"lead"}\n',
    )
    first, second = (json.loads(line) for line in asked.stdout.splitlines())
    assert (first["id"], first["mode"]) == ("a", "answer")
    assert "ASB3" in first["refs"]
    assert "OCG1" in second["answer_text"]

    summary = bot("summary", "--quarter", "Q2 2018-19", "--today", "2018-10-10", "--out", "out")
    assert "26 of 53 actions reported" in summary.stdout
    assert (tmp_path / "out" / "summary-Q2-2018-19.txt").read_text().startswith("Quarterly")

    assert bot("export", "--out", "plan.xlsx").returncode == 0
    assert (tmp_path / "plan.xlsx").stat().st_mode & 0o077 == 0
    again = _json(bot("import", "plan.xlsx", "--json"))
    assert len(again["actions"]) == 53
    assert bot("backup", "copy.sqlite3").returncode == 0
    assert bot("migrate").stdout == "The schema is current.\n"


def test_a_preview_stores_nothing_and_has_the_fields_of_the_contract(bot: Command) -> None:
    read = _json(bot("import", str(DATA / "plans" / "sevenoaks-2018-19.xlsx"), "--json"))
    wanted = {"kind", "plan", "priorities", "actions", "measures", "problems", "applied"}
    assert wanted <= set(read)
    assert read["applied"] is False
    assert bot("ask", "ASB3").returncode == 2


def test_a_refused_file_exits_2_with_nothing_stored(bot: Command) -> None:
    ended = bot("import", str(DATA / "plans" / "broken" / "empty.xlsx"), "--apply", "--json")
    assert ended.returncode == 2
    told = json.loads(ended.stdout)
    assert set(told["stored"].values()) == {0}
    assert "empty" in told["message"]


def test_the_disclosure_guard_on_lines(bot: Command) -> None:
    said = '{"id":"n1","text":"Family phone is 020 7946 0718, ask for the aunt."}\n'
    found = json.loads(bot("check-note", "--jsonl", said=said).stdout)
    assert found["held"] is True
    assert {"text": "020 7946 0718", "kind": "phone"} in found["spans"]


def test_the_manifest_is_json(bot: Command) -> None:
    assert _json(bot("manifest"))["features"]["slash_commands"]
    over_http = _json(bot("manifest", "--url", "https://bot.example/slack/events"))
    assert over_http["settings"]["socket_mode_enabled"] is False
    assert bot("manifest", "--url", "http://bot.example").returncode == 2


def test_people_are_previewed_and_then_stored(bot: Command, tmp_path: Path) -> None:
    bot("import", "--sample", "--apply")
    people = tmp_path / "people.csv"
    people.write_text("slack_id,email,name,agency,role\nU1,,Ann,Kent Police,lead\n")
    assert "Nothing stored" in bot("members", "people.csv").stdout
    assert _json(bot("members", "people.csv", "--apply", "--json"))["applied"] is True
    people.write_text("slack_id,email,name,agency,role\nU1,,Ann,Nobody,lead\n")
    refused = bot("members", "people.csv", "--apply")
    assert refused.returncode == 2
    assert "put right what is marked above" in refused.stdout
    assert "add --apply" not in refused.stdout


def test_bad_settings_and_unknown_files_are_one_plain_message(bot: Command) -> None:
    missing = bot("import", "no-such-file.xlsx")
    assert missing.returncode == 2
    assert "cannot be read" in missing.stderr
    assert "Traceback" not in missing.stderr
    assert bot("ask", "--agency", "Nobody", "ASB3").returncode == 2
    wrong_day = bot("summary", "--today", "soon")
    assert wrong_day.returncode == 2
    assert "Traceback" not in wrong_day.stderr
