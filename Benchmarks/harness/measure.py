"""Whole processes, measured from outside: wall seconds, processor seconds, peak memory."""

import json
import os
import platform
import shlex
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

LAUNCH = Path(__file__).resolve().parent / "launch.py"
FIGURES = ("wall", "cpu", "peak")


class Failed(Exception):
    """Something that ends the benchmark, in words for the person who started it."""


class Program:
    """A program to measure: its command with `{input}` and `{output}`, and which exits are good."""

    def __init__(self, name: str, command: list[str], good_exits: tuple[int, ...] = (0,)):
        self.name, self.command, self.good_exits = name, command, good_exits

    def asked_by(self, operator: str) -> "Program":
        """The program with `{operator}` filled in."""
        command = [part.replace("{operator}", operator) for part in self.command]
        return Program(self.name, command, self.good_exits)

    def run(self, source: Path, work: Path) -> tuple[dict, Path, str]:
        """Runs it into an emptied folder; the figures, the folder and what was printed."""
        target = work / "output" / self.name
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        printed = work / f"{self.name}.printed"
        command = [part.format(input=source, output=target) for part in self.command]
        figures = measured(command, printed)
        if figures["exit"] not in self.good_exits:
            raise Failed(f"'{shlex.join(command)}' ended with exit {figures['exit']}")
        return figures, target, printed.read_text(encoding="utf-8", errors="replace")


def measured(command: list[str], printed: Path) -> dict:
    """What the command took: exit, seconds (`wall`, `cpu`) and bytes (`peak`)."""
    launcher = [sys.executable, "-I", "-S", str(LAUNCH), str(printed), *command]
    done = subprocess.run(launcher, stdout=subprocess.PIPE, check=True)
    return json.loads(done.stdout)


def in_turn(programs: list[Program], source: Path, work: Path, runs: int) -> list[dict]:
    """`runs` rounds; in each the programs come one after the other.

    In turn and not one after all runs of another: what the machine does besides then meets all of
    them, and the ratio inside a round is worth more than any single time.
    """
    rounds = []
    for _ in range(runs):
        rounds.append({program.name: program.run(source, work)[0] for program in programs})
    return rounds


def summed_up(values: list[float]) -> dict:
    """Median, least and most."""
    return {"median": statistics.median(values), "min": min(values), "max": max(values)}


def machine() -> dict:
    """The processor's name, how many there are, and the load average of the last minute."""
    name = platform.processor() or platform.machine()
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                name = line.split(":", 1)[1].strip()
                break
    except OSError:
        asked = subprocess.run(["sysctl", "-n", "machdep.cpu.brand_string"], capture_output=True)
        name = asked.stdout.decode().strip() or name
    return {
        "processor": name,
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.release()}",
        "load": os.getloadavg()[0],
    }
