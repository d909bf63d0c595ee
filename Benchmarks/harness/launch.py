"""Runs one command and prints, as one JSON line, what it took; for `measure.py`.

A process of its own, and a small one: the kernel counts the memory that a child shares with its
parent before `exec` into the child's peak, so a large parent would lend its own size to
everything it measures.
"""

import json
import os
import sys
import time


def main() -> None:
    printed, command = sys.argv[1], sys.argv[2:]
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        try:
            target = os.open(printed, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            os.dup2(target, 1)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.execvp(command[0], command)
        except OSError as error:
            print(f"{command[0]}: {error.strerror}", file=sys.stderr)
        os._exit(127)
    _, status, used = os.wait4(child, 0)
    wall = time.monotonic() - start
    # Linux counts the peak in KiB, macOS in bytes.
    unit = 1 if sys.platform == "darwin" else 1024
    print(json.dumps({
        "exit": os.waitstatus_to_exitcode(status),
        "wall": wall,
        "cpu": used.ru_utime + used.ru_stime,
        "peak": used.ru_maxrss * unit,
    }))


main()
