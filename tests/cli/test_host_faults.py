"""A fault of the host is one plain line with what to do, exit code 1, no traceback, no secret."""

from __future__ import annotations

import logging
import sqlite3
from contextlib import ExitStack
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine

from bot.cli import doctor
from bot.cli import entry as command_line
from bot.config import NAMES, load_settings
from bot.core.errors import Unusable
from bot.slack import reaching
from bot.slack.reaching import TRIES, wait_for_slack
from bot.store.store import Store
from tests.host_trouble import WORDS, trouble

SECRET = "hunter2secret"
NOBODY = "http://127.0.0.1:1/api"


@pytest.fixture(autouse=True)
def host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A host without settings, where nobody answers as Slack."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(logging.root, "handlers", [])  # `run` puts its own there
    for name in NAMES:
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setenv("SLACK_API_URL", NOBODY)
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-secret")
    monkeypatch.setenv("SLACK_SIGNING_SECRET", "signing")
    return tmp_path


def runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str
) -> tuple[int, str, str]:
    """The exit code of a command, and what it printed on both streams."""
    monkeypatch.setattr("sys.argv", ["partnership-bot", *words])
    with pytest.raises(SystemExit) as ended:
        command_line.main()
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def text_file(host: Path) -> str:
    (host / "text.sqlite3").write_text("No database at all. " * 500)
    return f"sqlite:///{host}/text.sqlite3"


def later_schema(host: Path) -> str:
    Store(f"sqlite:///{host}/later.sqlite3").close()
    with sqlite3.connect(host / "later.sqlite3") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0099'")
    connection.close()
    return f"sqlite:///{host}/later.sqlite3"


def of_another_program(host: Path) -> str:
    with sqlite3.connect(host / "other.sqlite3") as connection:
        connection.execute("CREATE TABLE updates (words TEXT)")
    connection.close()
    return f"sqlite:///{host}/other.sqlite3"


def a_file_for_a_folder(host: Path) -> str:
    (host / "file").write_text("")
    return f"sqlite:///{host}/file/data.sqlite3"


UNREACHED = "server cannot be reached" if find_spec("psycopg") else "driver is not installed"
"""What is said of a PostgreSQL that does not answer; a newcomer's machine lacks its driver."""
WRONG_OPTION = "no address" if find_spec("psycopg") else UNREACHED
ADDRESSES = {
    f"gar:{SECRET}bage": "no address",
    "sqlite://data.db": "no address",
    "sqlite://": "no address",
    "sqlite:///:memory:": "no address",
    f"mysql://a:{SECRET}@h/d": "no address",
    f"postgresql://u:{SECRET}@127.0.0.1:1/d": UNREACHED,
    f"postgresql://u:{SECRET}@host:port/d": "no address",
    f"sqlite+pysqlcipher://:{SECRET}@/data.db": "no address",
    f"sqlite:///data.db?timeout={SECRET}": "no address",
    f"postgresql+asyncpg://u:{SECRET}@127.0.0.1:1/d": UNREACHED,
    f"postgresql://u:{SECRET}@127.0.0.1:1/d?sslmode=sometimes": WRONG_OPTION,
}
MADE = {
    text_file: "is no database",
    later_schema: "A later version",
    a_file_for_a_folder: "written",
    of_another_program: "Another program's tables",
}


@pytest.mark.parametrize("command", [["run", "--http"], ["doctor"], ["ask", "what is overdue"]])
@pytest.mark.parametrize("fault", [*ADDRESSES, *MADE])
def test_a_database_that_cannot_be_used(
    command: list[str],
    fault: object,
    host: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    url = fault(host) if callable(fault) else str(fault)
    words = MADE[fault] if callable(fault) else ADDRESSES[url]
    monkeypatch.setenv("DATABASE_URL", url)
    code, out, err = runs(monkeypatch, capsys, *command)
    said = out if command == ["doctor"] else err
    (line,) = [line for line in said.splitlines() if words in line]
    assert code == 1
    assert SECRET not in out + err
    assert "Traceback" not in out + err
    if command == ["doctor"]:
        assert line.startswith("MEND  database:")
    else:
        assert said.splitlines() == [line]


@pytest.mark.parametrize(
    "command",
    [["run", "--http"], ["doctor"], ["import", "--sample", "--apply"]],
    ids=lambda c: c[0],
)
@pytest.mark.parametrize("kind", WORDS)
def test_a_database_in_trouble(
    command: list[str],
    kind: str,
    host: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    url = f"sqlite:///{host}/data.sqlite3"
    Store(url).close()
    monkeypatch.setenv("DATABASE_URL", url)
    with ExitStack() as stack:

        def in_trouble(*args: Any, **more: Any) -> Engine:
            made = create_engine(*args, **more)
            stack.enter_context(trouble(kind, made, monkeypatch))
            return made

        monkeypatch.setattr("bot.store.engine.create_engine", in_trouble)
        code, out, err = runs(monkeypatch, capsys, *command)
    said = out if command == ["doctor"] else err
    (line,) = [line for line in said.splitlines() if WORDS[kind] in line]
    assert code == 1
    assert "Traceback" not in out + err
    assert line.startswith("MEND  database:") if command == ["doctor"] else said.strip() == line


def test_a_later_schema_is_left_as_it_is(host: Path) -> None:
    url = later_schema(host)
    with pytest.raises(Unusable):
        Store(url)
    with sqlite3.connect(host / "later.sqlite3") as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchone() == ("0099",)
    connection.close()


def damaged(host: Path) -> str:
    """A database of which one page is damaged, that no start reads by itself."""
    file = host / "hurt.sqlite3"
    Store(f"sqlite:///{file}").close()
    content = bytearray(file.read_bytes())
    page = 4096
    content[10 * page : 11 * page] = b"\x55" * page
    file.write_bytes(content)
    return f"sqlite:///{file}"


def test_doctor_finds_damaged_pages_and_goes_on(
    host: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", damaged(host))
    code, out, _ = runs(monkeypatch, capsys, "doctor")
    assert code == 1
    assert "MEND  database: The database is damaged." in out
    assert "Slack: cannot be reached" in out


def test_run_does_not_begin_on_damaged_pages(
    host: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", damaged(host))
    code, _, err = runs(monkeypatch, capsys, "run", "--http")
    assert code == 1
    assert err.startswith("The database is damaged.")
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [("LOG_LEVEL", "loud", "'loud' is no level"), ("SLACK_API_URL", "slack.com/api", "https://")],
)
def test_doctor_names_a_wrong_setting(
    name: str,
    value: str,
    said: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv(name, value)
    code, out, _ = runs(monkeypatch, capsys, "doctor")
    assert code == 1
    assert out.startswith(f"MEND  settings: {name}")
    assert said in out


def test_a_level_is_taken_however_it_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "info")
    assert load_settings().log_level == "INFO"


@pytest.mark.parametrize(
    "words", [["backup", "missing/x.db"], ["export", "--out", "missing/x.xlsx"]]
)
def test_a_file_that_cannot_be_written(
    words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["partnership-bot", "import", "--sample", "--apply"])
    with pytest.raises(SystemExit):
        command_line.main()
    capsys.readouterr()
    code, _, err = runs(monkeypatch, capsys, *words)
    assert code == 1
    assert err.startswith(f"{words[-1]}: No such file or directory")
    assert len(err.splitlines()) == 1


def test_no_setting_shows_a_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgresql://u:{SECRET}@h/d")
    assert SECRET not in repr(load_settings())


def test_run_waits_for_slack_and_says_so_before_it_gives_up() -> None:
    said: list[str] = []
    waited: list[float] = []
    with pytest.raises(Unusable, match="SLACK_API_URL"):
        wait_for_slack(load_settings(), said.append, waited.append)
    assert len(waited) == TRIES
    assert "Slack cannot be reached" in said[0]


def test_a_token_that_is_refused_is_not_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_client: object) -> str:
        raise Unusable("SLACK_BOT_TOKEN: Slack does not accept the bot's token (invalid_auth).")

    monkeypatch.setattr(reaching, "_tried", refused)
    with pytest.raises(Unusable, match="SLACK_BOT_TOKEN"):
        wait_for_slack(load_settings(), lambda _line: None, lambda _seconds: None)


def test_every_check_has_a_remedy_when_it_is_not_well() -> None:
    assert all(check.well or check.remedy for check in doctor.diagnose())
