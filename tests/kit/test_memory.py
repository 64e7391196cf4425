"""Large blocks go back to the system, and a C library without the setting is no trouble."""

import ctypes
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from wiredesk.kit.memory import keep_large_blocks_apart

_HOLES = """
from pathlib import Path
from wiredesk.kit.memory import keep_large_blocks_apart

def held():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))

{call}
bytes(16 << 20)  # a block this large, once it is gone, would raise the limit
before, blocks, kept = held(), [], []
for number in range(60):
    blocks.append(b"x" * 1_400_000)
    kept.append(b"x" * 5_000)  # what stays lies between
blocks.clear()
print(held() - before)
"""


def _left(call: str) -> int:
    done = subprocess.run([sys.executable, "-c", _HOLES.format(call=call)], capture_output=True, text=True, check=True)
    return int(done.stdout)


def test_what_was_let_go_between_small_blocks_goes_back() -> None:
    if Path("/proc/self/status").exists() and platform.libc_ver()[0] == "glibc":  # where there is such a setting
        assert _left("keep_large_blocks_apart()") < 20_000  # kB, of the 84,000 that were let go
        assert _left("") > 60_000
    else:
        keep_large_blocks_apart()


def test_another_c_library_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: object())
    keep_large_blocks_apart()
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: int("no library"))
    with pytest.raises(ValueError, match="no library"):
        keep_large_blocks_apart()
