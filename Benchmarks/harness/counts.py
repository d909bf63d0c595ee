"""Holds a run's bundle and report to the district it came from, and prints what was found as JSON.

    counts.py EXPORT RUN_FOLDER TRUTH_FILE

The export is read again here by other means, the ledger says what became of each record, and from
both follows what the bundle must hold: a difference to the truth is either explained by a rule,
record for record, or counted as unexplained. A process of its own because it needs memory.
"""

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
GRADES = {
    "InfantToddler", "Preschool", "PreKindergarten", "TransitionalKindergarten", "Kindergarten",
    *map(str, range(1, 14)), "PostGraduate", "Ungraded", "Other",
}
ENTITIES = {
    "schools": "school", "teachers": "teacher", "school_admins": "school_admin",
    "students": "student", "contacts": "contact", "sections": "section",
}
# Which rules of ours say what the rivals call by one name.
RULES = {
    "bad_email": [
        "teacher-email-malformed", "admin-email-malformed", "contact-email-malformed",
        "contact-unreachable",
    ],
    "bad_grade": ["student-grade-unknown"],
    "dangling_contact_student": ["contact-names-unknown-student", "contact-without-student"],
    "dangling_school": [
        "teacher-names-unknown-school", "admin-names-unknown-school",
        "student-names-unknown-school", "section-names-unknown-school",
    ],
    "dangling_section_student": ["section-names-unknown-student"],
    "dangling_section_teacher": ["section-names-unknown-teacher"],
    "duplicate_id": [],
    "missing_name": ["teacher-without-name", "student-without-name"],
}


class Export:
    """The records of an export, the first of each id, and the issues in them."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.copies = Counter()
        self.issues = defaultdict(Counter)  # issue: {(entity, id): how many}
        self.ids = {entity: set() for entity in ENTITIES.values()}
        self.parents = defaultdict(list)  # student: contacts

    def records(self, collection: str):
        """The data of each record, copies passed over."""
        entity = ENTITIES[collection]
        known = self.ids[entity]
        for data in self.read(collection):
            if data["id"] in known:
                self.copies[entity] += 1
                continue
            known.add(data["id"])
            yield data

    def read(self, collection: str):
        lines = self.folder / f"{collection}.ndjson"
        if lines.exists():
            with open(lines, encoding="utf-8") as file:
                for line in file:
                    yield json.loads(line)["data"]
            return
        for page in sorted(self.folder.glob(f"{collection}-*.json")):
            for envelope in json.loads(page.read_text(encoding="utf-8"))["data"]:
                yield envelope["data"]

    def note(self, issue: str, entity: str, data: dict, count: int = 1) -> None:
        if count:
            self.issues[issue][entity, data["id"]] += count

    def check_person(self, entity: str, data: dict, school: str | None = None) -> None:
        name = data.get("name") or {}
        if not name.get("first") or not name.get("last"):
            self.note("missing_name", entity, data)
        email = data.get("email")
        if email is not None and not EMAIL.fullmatch(email):
            self.note("bad_email", entity, data)
        if entity != "contact" and school not in self.ids["school"]:
            self.note("dangling_school", entity, data)

    def read_people(self) -> None:
        for _ in self.records("schools"):
            pass
        for data in self.records("teachers"):
            self.check_person("teacher", data, data["roles"]["teacher"].get("school"))
        for data in self.records("school_admins"):
            schools = data["roles"]["staff"].get("schools") or [None]
            self.check_person("school_admin", data, schools[0])
        for data in self.records("students"):
            role = data["roles"]["student"]
            self.check_person("student", data, role.get("school"))
            if role.get("grade") not in GRADES:
                self.note("bad_grade", "student", data)
        students = self.ids["student"]
        for data in self.records("contacts"):
            self.check_person("contact", data)
            links = data["roles"]["contact"].get("student_relationships") or []
            children = {link["student"] for link in links}
            for child in children & students:
                self.parents[child].append(data["id"])
            self.note("dangling_contact_student", "contact", data, len(children - students))

    def sections(self):
        """Each section with its teachers and students who are there."""
        for data in self.records("sections"):
            if data.get("school") not in self.ids["school"]:
                self.note("dangling_school", "section", data)
            teachers, students = set(data.get("teachers") or []), set(data.get("students") or [])
            known_teachers = teachers & self.ids["teacher"]
            known_students = students & self.ids["student"]
            self.note("dangling_section_teacher", "section", data, len(teachers - known_teachers))
            self.note("dangling_section_student", "section", data, len(students - known_students))
            yield data["id"], known_teachers, known_students


class Run:
    """What a run wrote: its report, its ledger, the rows of its bundle."""

    def __init__(self, folder: Path):
        self.bundle = folder / "bundle" / "data"
        report = json.loads((folder / "report" / "report.json").read_text(encoding="utf-8"))
        self.rows = {file["path"]: file["rows"] for file in report["outputs"]["files"]}
        self.not_run = {check["code"]: check["why"] for check in report["checksNotRun"]}
        self.found = defaultdict(set)  # rule: {(entity, id)}
        for rule in report["rules"]:
            for finding in rule["findings"]:
                self.found[rule["code"]].add((finding["entity"], finding["record"]))
        self.reason, self.key, self.merged = {}, {}, Counter()
        with open(folder / "report" / "ledger.csv", encoding="utf-8-sig", newline="") as lines:
            for line in csv.DictReader(lines):
                record = line["entity"], line["id"]
                if line["fate"] == "merged-into":
                    self.merged[line["entity"]] += 1
                    continue
                self.key[record] = line["sis_id"] or line["id"]
                if line["fate"] != "bundled":
                    self.reason[record] = f"{line['fate']}: {line['reason']}"

    def members(self) -> tuple[Counter, Counter]:
        """For each class of memberships.csv how many rows it has, and a sum of their hashes."""
        counts, sums = Counter(), Counter()
        with open(self.bundle / "csv" / "memberships.csv", encoding="utf-8", newline="") as lines:
            for line in csv.DictReader(lines):
                counts[line["class_id"]] += 1
                sums[line["class_id"]] += hash((line["member_id"], line["member_type"]))
        return counts, sums


def compare_rows(export: Export, run: Run, truth: dict) -> tuple[list[dict], bool]:
    """The rows of each kind, theirs and ours; and whether the memberships are the same ones."""
    lost, counts, sums = Counter(), Counter(), Counter()
    for section, teachers, students in export.sections():
        children = defaultdict(list)
        for student in students:
            for parent in export.parents.get(student, ()):
                children[parent].append(student)
        members = [("teacher", person, "teacher", ()) for person in teachers]
        members += [("student", person, "student", ()) for person in students]
        members += [("contact", person, "parent", children[person]) for person in children]
        class_reason = run.reason.get(("section", section))
        class_key = run.key["section", section]
        for entity, person, role, through in members:
            reason = run.reason.get((entity, person))
            if class_reason:
                lost[f"section {class_reason}"] += 1
            elif reason:
                lost[f"{entity} {reason}"] += 1
            elif through and all(("student", child) in run.reason for child in through):
                lost[f"child {run.reason['student', through[0]]}"] += 1
            else:
                counts[class_key] += 1
                sums[class_key] += hash((run.key[entity, person], role))
    our_counts, our_sums = run.members()

    because = defaultdict(Counter)
    for (entity, _), reason in run.reason.items():
        because[entity][f"{entity} {reason}"] += 1
    kinds = {
        "schools": ["school"], "classes": ["section"], "staff": ["teacher", "school_admin"],
        "students": ["student"], "contacts": ["contact"],
    }
    table = []
    for kind, entities in kinds.items():
        reasons = sum((because[entity] for entity in entities), Counter())
        ours = run.rows[f"data/json/{kind}.ndjson"]
        table.append(row(kind, truth["rows"][kind], ours, reasons))
    ours = run.rows["data/csv/memberships.csv"]
    table.append(row("memberships", truth["rows"]["memberships"], ours, lost))
    return table, our_counts == counts and our_sums == sums


def row(kind: str, theirs: int, ours: int, because: Counter) -> dict:
    return {
        "kind": kind, "theirs": theirs, "ours": ours, "because": dict(because.most_common()),
        "unexplained": theirs - ours - because.total(),
    }


def compare_issues(export: Export, run: Run, truth: dict) -> list[dict]:
    """Each issue, theirs and ours, and why those that we do not report are not reported."""
    table = [{
        "issue": "duplicate_id", "theirs": truth["issues"].get("duplicate_id", 0),
        "ours": run.merged.total(), "under": {"merged-into (ledger)": run.merged.total()},
        "because": {}, "unexplained": (export.copies - run.merged).total(),
    }]
    for issue, rules in RULES.items():
        if issue == "duplicate_id":
            continue
        under, because, unexplained = Counter(), Counter(), 0
        for record, count in export.issues[issue].items():
            rule = next((rule for rule in rules if record in run.found[rule]), None)
            why = None if rule else excuse(issue, record, rules, run)
            if rule:
                under[rule] += count
            elif why:
                because[why] += count
            else:
                unexplained += count
        theirs = truth["issues"].get(issue, 0)
        missed = theirs - sum(export.issues[issue].values())
        table.append({
            "issue": issue, "theirs": theirs, "ours": under.total(), "under": dict(under),
            "because": dict(because.most_common()), "unexplained": unexplained + abs(missed),
        })
    return table


def excuse(issue: str, record: tuple[str, str], rules: list[str], run: Run) -> str | None:
    """Why no finding of ours tells this issue of a record; None if nothing explains it."""
    entity = record[0]
    if record in run.reason:
        return f"the {entity} is left out, {run.reason[record]}"
    if issue == "missing_name":
        return "one of the two names is there, and Bloomz asks for one"
    if issue == "bad_email" and entity == "student":
        return "students are not written to: no rule"
    kind = "admin" if entity == "school_admin" else entity
    for rule in rules:
        if rule in run.not_run and rule.startswith(f"{kind}-"):
            return f"'{rule}' did not run: {run.not_run[rule]}"
    return None


def main() -> None:
    export, folder, truth_file = map(Path, sys.argv[1:])
    truth = json.loads(truth_file.read_text())
    source, run = Export(export), Run(folder)
    source.read_people()
    rows, same = compare_rows(source, run, truth)
    issues = compare_issues(source, run, truth)
    print(json.dumps({
        "rows": rows, "issues": issues, "memberships-as-expected": same,
        "unexplained": sum(abs(line["unexplained"]) for line in rows + issues),
    }))


if __name__ == "__main__":
    main()
