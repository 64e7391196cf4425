"""Files written whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file in one step, its folder made where it is missing: a reader sees the old one or the new one, and a
    run that is killed leaves the old one. Its rights stay as they were. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    half = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        half.touch()
        if path.exists():
            shutil.copymode(path, half)  # settings may hold addresses with passwords, which others may not read
        half.write_bytes(data)
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
