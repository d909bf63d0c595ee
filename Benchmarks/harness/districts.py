"""Made-up districts to run on, made once and used again."""

import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

from measure import Failed

SEED = 1


class District:
    """An export in `clever/`, and the truth about it where its maker tells one."""

    def __init__(self, folder: Path, students: int):
        self.folder, self.students = folder, students
        self.export = folder / "clever"
        truth = folder / "truth.json"
        self.truth = json.loads(truth.read_text()) if truth.exists() else None
        self.files = sorted(file for file in self.export.rglob("*") if file.is_file())
        self.bytes = sum(file.stat().st_size for file in self.files)

    def operator(self) -> str:
        """The Clever id of somebody whose list has all schools of the district.

        Our own maker names one; of the rivals' generator it is the first school admin.
        """
        key = self.folder / "answer-key.json"
        if key.exists():
            return json.loads(key.read_text(encoding="utf-8"))["importer"]
        with open(self.export / "school_admins.ndjson", encoding="utf-8") as lines:
            return json.loads(lines.readline())["data"]["id"]


def district(students: int, work: Path, rivals: Path | None, binary: Path) -> District:
    """The district of that size, made unless the same maker has made it before."""
    folder = work / f"district-{students}"
    maker = rivals / "generate.py" if rivals else binary
    made_by = f"{maker.name} {hashlib.sha256(maker.read_bytes()).hexdigest()} seed {SEED}\n"
    mark = folder / "made-by.txt"
    if not mark.exists() or mark.read_text() != made_by:
        shutil.rmtree(folder, ignore_errors=True)
        if rivals:
            generate(maker, students, folder)
        else:
            synthesize(binary, students, folder)
        mark.write_text(made_by)
    return District(folder, students)


def in_pages(district: District, rivals: Path | None, binary: Path) -> Path:
    """The same records as list pages, in a folder beside the export; made once with it."""
    folder = district.folder / "pages"
    if not folder.exists():
        if rivals:
            generate(rivals / "generate.py", district.students, folder, layout="pages")
        else:
            synthesize(binary, district.students, folder, form="pages")
    return folder / "clever"


def generate(maker: Path, students: int, folder: Path, layout: str = "ndjson") -> None:
    """The generator of the rivals' folder; the truth goes beside the export, not into it."""
    export = folder / "clever"
    folder.mkdir(parents=True)
    call = [sys.executable, "-B", str(maker), str(export), "--students", str(students)]
    call += ["--seed", str(SEED), "--layout", layout]
    if subprocess.run(call, stdout=subprocess.DEVNULL).returncode:
        raise Failed(f"'{maker}' did not make a district")
    (export / "truth.json").rename(folder / "truth.json")


def synthesize(binary: Path, students: int, folder: Path, form: str = "ndjson") -> None:
    """Our own maker of districts, where this build has one."""
    told = subprocess.run([binary, "synthesize", "--help"], capture_output=True, text=True)
    if "--students" not in told.stdout:
        raise Failed(
            "this build has no command 'synthesize'; give --rivals a folder with 'generate.py'"
        )
    call = [binary, "synthesize", folder, "--students", str(students), "--seed", str(SEED)]
    call += ["--form", form]
    if subprocess.run(call, stdout=subprocess.DEVNULL).returncode:
        raise Failed("'synthesize' did not make a district")
