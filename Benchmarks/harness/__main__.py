"""Measures a whole run of clever-to-bloomz on made-up districts, beside other programs.

Builds the release binary, makes the districts or takes those made before, and holds our bundle and
report to the truth about them; then every program runs once unmeasured and some rounds in turn,
each into an emptied folder. README.md tells how to read the figures.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import districts
import show
from measure import FIGURES, Failed, Program, in_turn, machine, measured, summed_up

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent.parent
PIPELINE = HERE.parent / "whole-run.yaml"
OURS = "clever-to-bloomz"
BEFORE = "before"


def main() -> None:
    chosen = arguments()
    try:
        bench(chosen)
    except Failed as failure:
        sys.exit(f"error: {failure}")


def arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(
        prog="Benchmarks/run",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = options.add_argument
    add("--students", default="10000", help="sizes, with commas between (default: 10000)")
    add("--runs", type=int, default=3, help="measured rounds (default: 3)")
    add("--rivals", type=Path, help="folder with generate.py and peer_NAME.py")
    add("--peers", default="duckdb,python", help="which rivals run (default: duckdb,python)")
    add("--python", default=sys.executable, help="the Python that rivals run with")
    add("--work", type=Path, help="where districts and outputs go (default: .build/benchmarks)")
    add("--binary", type=Path, help="measure this binary instead of building one")
    add("--against", type=Path, metavar="BINARY", help="also measure this earlier binary of ours")
    add(
        "--against-pipeline", type=Path, metavar="FILE", default=PIPELINE,
        help="its spelling of whole-run.yaml (default: ours)",
    )
    add("--reader", action="store_true", help="also build and run the package in Reader/")
    add("--json", type=Path, metavar="FILE", help="also write the figures as JSON")
    return options.parse_args()


def bench(chosen: argparse.Namespace) -> None:
    work = (chosen.work or PACKAGE / ".build" / "benchmarks").resolve()
    work.mkdir(parents=True, exist_ok=True)
    binary = chosen.binary or built(PACKAGE, OURS)
    if not binary.is_file():
        raise Failed(f"there is no binary '{binary}'")
    reader = built(HERE.parent / "Reader", "reader-benchmark") if chosen.reader else None
    rivals = [rival(name, chosen) for name in chosen.peers.split(",")] if chosen.rivals else []
    before = our_run(BEFORE, chosen.against, chosen.against_pipeline) if chosen.against else None
    result = {"machine": machine(), "runs": chosen.runs, "sizes": []}
    print(show.machine_line(result["machine"]))
    for students in map(int, chosen.students.split(",")):
        district = districts.district(students, work, chosen.rivals, binary)
        result["sizes"].append(one_size(
            district, our_run(OURS, binary, PIPELINE), before, reader, rivals, work, chosen.runs,
            chosen.rivals,
        ))
    result["growth"] = show.growth(result["sizes"])
    result["machine"]["load-at-end"] = machine()["load"]
    print(f"load average at the end: {result['machine']['load-at-end']:.1f}")
    if chosen.json:
        chosen.json.write_text(json.dumps(result, indent=2) + "\n")


def built(package: Path, product: str) -> Path:
    """Builds a product of the package for release; its binary."""
    build = ["swift", "build", "-c", "release", "--package-path", str(package)]
    if subprocess.run([*build, "--product", product], stdout=sys.stderr).returncode:
        raise Failed(f"'{product}' does not build")
    folder = subprocess.run([*build, "--show-bin-path"], capture_output=True, text=True)
    return Path(folder.stdout.strip()) / product


def rival(name: str, chosen: argparse.Namespace) -> Program:
    script = chosen.rivals / f"peer_{name}.py"
    if not script.exists():
        raise Failed(f"there is no '{script.name}' in '{chosen.rivals}'")
    return Program(name, [chosen.python, "-B", str(script), "{input}", "{output}"])


def our_run(name: str, binary: Path, pipeline: Path) -> Program:
    """The whole run with a binary of ours; `{operator}` is filled in for each district."""
    return Program(name, [
        str(binary), "run", "--quiet", "--fail-on", "blocker", str(pipeline),
        "--set", "export={input}", "--set", "out={output}",
        "--set", "operator={operator}", "--issue-date", "2026-08-15",
    ])


def one_size(
    district: districts.District,
    ours: Program,
    before: Program | None,
    reader: Path | None,
    rivals: list[Program],
    work: Path,
    runs: int,
    source: Path | None,
) -> dict:
    """Everything about one district: its counts, its rounds, the reading of it."""
    binary = Path(ours.command[0])
    earlier = [before] if before else []
    operator = district.operator()
    programs = [program.asked_by(operator) for program in [ours, *earlier, *rivals]]
    printed, written = {}, {}
    for program in programs:
        _, folder, printed[program.name] = program.run(district.export, work)
        written[program.name] = size_of(folder)
    result = described(district, work / "output" / OURS) | {"written": written}
    show.district_line(result)
    compare(district, work, rivals, printed, result)
    if before:
        hold_to_before(work)

    rounds = in_turn(programs, district.export, work, runs)
    result["programs"] = {
        program.name: summary(turn[program.name] for turn in rounds) for program in programs
    }
    result["ratios"] = {
        program.name: summary(times(turn[program.name], turn[OURS]) for turn in rounds)
        for program in programs[1:]
    }
    show.programs(result)
    if before:
        kept = (times(turn[OURS], turn[BEFORE]) for turn in rounds)
        result["against"] = summary(kept)
        show.against(result["against"])
    exports = {"NDJSON": district.export}
    if reader:
        exports["list pages"] = districts.in_pages(district, source, binary)
    result["reading"] = reading(district, exports, binary, reader, work, runs)
    show.reading(result)
    return result


def summary(runs) -> dict:
    """Median, least and most of each figure over the runs."""
    kept = list(runs)
    return {figure: summed_up([run[figure] for run in kept]) for figure in FIGURES}


def times(first: dict, second: dict) -> dict:
    """How many times as much as the second the first took, in one round."""
    return {figure: first[figure] / second[figure] for figure in FIGURES}


def described(district: districts.District, folder: Path) -> dict:
    """What goes in, in students, bytes and records."""
    report = json.loads((folder / "report" / "report.json").read_text(encoding="utf-8"))
    records = sum(line["read"] for line in report["tally"])
    return {"students": district.students, "bytes": district.bytes, "records": records}


def size_of(folder: Path) -> int:
    """The bytes of all files in the folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def compare(district, work: Path, rivals: list[Program], printed: dict, result: dict) -> None:
    """Holds everybody to the truth; nothing is timed that does another job than it says."""
    if district.truth is None:
        print("no truth is known about this district: counts are not compared")
        return
    for program in rivals:
        if json.loads(printed[program.name].splitlines()[-1]) != district.truth:
            raise Failed(f"'{program.name}' does not tell the truth about this district")
    truth = district.folder / "truth.json"
    call = [sys.executable, "-B", str(HERE / "counts.py"), str(district.export)]
    counted = subprocess.run([*call, str(work / "output" / OURS), str(truth)], capture_output=True)
    if counted.returncode:
        raise Failed(f"the counts could not be compared: {counted.stderr.decode()}")
    result["counts"] = json.loads(counted.stdout)
    show.counts(result["counts"])
    if result["counts"]["unexplained"] or not result["counts"]["memberships-as-expected"]:
        raise Failed("our bundle is not what truth and ledger together say")


def hold_to_before(work: Path) -> None:
    """Ends the benchmark where the two bundles differ: then the two do not do the same job."""
    seals = {
        (work / "output" / name / "bundle" / "tagmanifest-sha256.txt").read_bytes()
        for name in (OURS, BEFORE)
    }
    if len(seals) > 1:
        raise Failed("the bundle is not the one that the earlier binary writes")


def reading(
    district: districts.District,
    exports: dict[str, Path],
    binary: Path,
    reader: Path | None,
    work: Path,
    rounds: int,
) -> dict:
    """Reading alone: `inspect` beside a bare `cat`, and the reader beside a bare walk."""
    files = list(map(str, district.files))
    calls = {"cat": ["cat", *files], "inspect": [str(binary), "inspect", str(district.export)]}
    taken = {name: [] for name in calls}
    for turn in range(rounds + 1):
        for name, call in calls.items():
            with tempfile.TemporaryDirectory(dir=work) as scratch:
                # 'cat' has nowhere to write to: what it prints is not kept.
                target = Path("/dev/null") if name == "cat" else Path(scratch) / "printed"
                figures = measured(call, target)
            if turn:
                taken[name].append(figures)
    result = {name: summary(runs) for name, runs in taken.items()}
    if reader:
        result["passes"] = {form: passes(reader, rounds, path) for form, path in exports.items()}
    return result


def passes(reader: Path, rounds: int, export: Path) -> dict:
    """What the reader and the bare walk take for an export, and its bytes."""
    call = [str(reader), str(rounds), str(export)]
    taken = json.loads(subprocess.run(call, capture_output=True, check=True).stdout)
    return {
        "bytes": sum(file.stat().st_size for file in export.rglob("*") if file.is_file()),
        "ways": {
            name: {figure: summed_up(seconds) for figure, seconds in figures.items()}
            for name, figures in taken.items()
        },
    }


if __name__ == "__main__":
    main()
