"""The tests of every room, of conversations over all of them, and of the house's own rules."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.dont_write_bytecode:
    # Somebody wants no compiled files beside the sources. Without any, each process of a run, and
    # each command it tries, would compile everything anew: they are kept in the environment.
    sys.dont_write_bytecode = False
    sys.pycache_prefix = str(Path(sys.prefix) / "pycache")
    os.environ["PYTHONPYCACHEPREFIX"] = sys.pycache_prefix
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
