"""Asks two independent readers whether a bundle is what it claims to be.

    python3 -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python witness.py BUNDLE...

bagit-python (Library of Congress) must accept each bundle as a BagIt bag and refuse copies with a
flipped byte, a missing, an extra and a renamed file. frictionless must accept its Data Package,
and refuse a copy for each key and constraint of each CSV file, broken one at a time. Between them
the CSV and the JSON files must say the same. Exit code 0 if all is so; else 1, with a line for
each surprise.
"""

import csv
import io
import json
import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path

import bagit
import frictionless

logging.getLogger("bagit").setLevel(logging.CRITICAL)


def bag_is_valid(bundle: Path) -> bool:
    try:
        bagit.Bag(str(bundle)).validate()
        return True
    except bagit.BagError:
        return False


def package_errors(bundle: Path) -> list[str]:
    """The types of all errors that frictionless finds; none if it accepts the package."""
    here = os.getcwd()
    os.chdir(bundle / "data")
    try:
        report = frictionless.validate("datapackage.json")
    finally:
        os.chdir(here)
    return [error.type for task in report.tasks for error in task.errors] + [
        error.type for error in report.errors
    ]


def damages(bundle: Path):
    """Yields a name and a function that damages a copy, for what bagit must see."""

    def flip(copy: Path, file: str):
        path = copy / file
        data = bytearray(path.read_bytes())
        data[len(data) // 2] ^= 1
        path.write_bytes(data)

    files = sorted(
        str(path.relative_to(bundle)) for path in bundle.rglob("*") if path.is_file()
    )
    for file in files:
        if (bundle / file).stat().st_size > 0:
            yield f"a flipped bit in {file}", lambda copy, file=file: flip(copy, file)
    payload = [file for file in files if file.startswith("data/")]
    for file in payload:
        yield f"{file} missing", lambda copy, file=file: (copy / file).unlink()
        yield f"{file} renamed", lambda copy, file=file: (copy / file).rename(
            copy / (file + ".old")
        )
    yield "an extra file", lambda copy: (copy / "data" / "extra.csv").write_text("id\r\n")


def read_rows(path: Path) -> list[list[str]]:
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8"), newline="")))


def write_rows(path: Path, rows: list[list[str]]) -> None:
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    path.write_bytes(text.getvalue().encode("utf-8"))


def breakages(resource: dict, rows: list[list[str]]):
    """Yields a name, the broken rows, and the type of error that frictionless must report."""
    header, records = rows[0], rows[1:]
    if not records:
        return
    schema = resource["schema"]

    def with_value(column: str, value: str) -> list[list[str]] | None:
        place = header.index(column)
        for index, record in enumerate(records):
            if record[place] != "" or value == "":
                changed = [list(record) for record in rows]
                changed[index + 1][place] = value
                return changed
        return None

    if schema.get("primaryKey"):
        yield "primary key", rows + [records[0]], "primary-key"
    for key in schema.get("foreignKeys", []):
        column = key["fields"][-1]
        yield f"foreign key {column}", with_value(column, "nowhere"), "foreign-key"
    for field in schema["fields"]:
        rules = field.get("constraints", {})
        if rules.get("required"):
            yield f"empty {field['name']}", with_value(field["name"], ""), "constraint-error"
        if "enum" in rules or "pattern" in rules:
            yield f"odd {field['name']}", with_value(field["name"], "?"), "constraint-error"
        if field["type"] in ("integer", "date"):
            yield f"odd {field['name']}", with_value(field["name"], "?"), "type-error"


def differences(data: Path) -> list[str]:
    """Where the CSV files and the JSON files do not say the same."""

    def table(name: str) -> list[dict]:
        header, *records = read_rows(data / "csv" / f"{name}.csv")
        return [dict(zip(header, record)) for record in records]

    def records(name: str) -> list[dict]:
        lines = (data / "json" / f"{name}.ndjson").read_bytes().split(b"\n")
        return [json.loads(line) for line in lines[:-1]]

    if not (data / "csv").exists() or not (data / "json").exists():
        return []
    kinds = (("teacher", "teachers"), ("student", "students"), ("parent", "parents"))
    pairs = {
        "memberships": (
            [
                (row["school_id"], row["class_id"], row["member_id"], row["member_type"])
                for row in table("memberships")
            ],
            [
                (one["school_id"], one["id"], who["id"] if isinstance(who, dict) else who, kind)
                for one in records("classes")
                for kind, key in kinds
                for who in one[key]
            ],
        ),
        "contacts": (
            sorted(
                (row["id"], row["student_id"], row["relationship"], row["email"], row["last_name"])
                for row in table("contacts")
            ),
            sorted(
                (one["id"], child["id"], child["relationship"], one["email"], one["last_name"])
                for one in records("contacts")
                for child in one["children"]
            ),
        ),
    }
    for name in ("staff", "students"):
        pairs[name] = (
            [
                (row["school_id"], row["id"], row["first_name"], row["last_name"])
                for row in table(name)
            ],
            sorted(
                (
                    (school, one["id"], one["first_name"], one["last_name"])
                    for one in records(name)
                    for school in one["school_ids"]
                ),
                key=lambda row: (row[0].encode(), row[1].encode()),
            ),
        )
    return [
        f"CSV and JSON differ in {name}" for name, (left, right) in pairs.items() if left != right
    ]


def witness(bundle: Path) -> list[str]:
    surprises = []
    if not bag_is_valid(bundle):
        surprises.append("bagit refuses the bundle")
    if errors := package_errors(bundle):
        surprises.append(f"frictionless refuses the bundle: {', '.join(errors)}")
    package = json.loads((bundle / "data" / "datapackage.json").read_text("utf-8"))
    for resource in package["resources"]:
        if resource.get("format") == "csv":
            rows = read_rows(bundle / "data" / resource["path"])
            names = [field["name"] for field in resource["schema"]["fields"]]
            if rows[0] != names:
                surprises.append(f"{resource['path']} has other columns than its schema")
        else:
            lines = (bundle / "data" / resource["path"]).read_bytes().split(b"\n")
            keys = [key["name"] for key in resource["keys"]]
            for line in lines[:-1]:
                if list(json.loads(line)) != keys:
                    surprises.append(f"{resource['path']} has other keys than are described")
                    break
    surprises += differences(bundle / "data")
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        for name, damage in damages(bundle):
            shutil.copytree(bundle, copy)
            damage(copy)
            if bag_is_valid(copy):
                surprises.append(f"bagit accepts the bundle with {name}")
            shutil.rmtree(copy)
        shutil.copytree(bundle, copy)
        # Sizes, hashes and counts would give every change away before a key is looked at.
        for resource in package["resources"]:
            for fact in ("bytes", "hash", "rows"):
                resource.pop(fact, None)
        (copy / "data" / "datapackage.json").write_text(json.dumps(package), "utf-8")
        for resource in package["resources"]:
            if resource.get("format") != "csv":
                continue
            path = copy / "data" / resource["path"]
            rows = read_rows(path)
            whole = path.read_bytes()
            for name, broken, error in breakages(resource, rows):
                if broken is None:
                    continue
                write_rows(path, broken)
                if error not in package_errors(copy):
                    surprises.append(f"frictionless accepts {resource['path']} with {name}")
                path.write_bytes(whole)
    return surprises


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__, file=sys.stderr)
        return 64
    code = 0
    for name in sys.argv[1:]:
        surprises = witness(Path(name).resolve())
        for surprise in surprises:
            print(f"{name}: {surprise}")
            code = 1
        if not surprises:
            print(f"{name}: as it should be")
    return code


if __name__ == "__main__":
    sys.exit(main())
