"""Asks independent readers whether the forms of a report are what they claim to be.

    python3 -m venv venv && venv/bin/pip install -r requirements.txt
    venv/bin/python witness_forms.py SCHEMA FOLDER...

SCHEMA is the published schema of report.json. Each folder holds report.json, findings.csv,
findings.sarif and junit.xml of one report. jsonschema must accept the JSON; pydantic-sarif, which
is made from the schema of OASIS, the SARIF; junitparser and the standard library's XML parser the
tests. All four must have the same findings. A copy of the first folder's files with each of many
damages must be refused. Exit code 0 if all is so; else 1, with a line for each surprise.
"""

import copy
import csv
import io
import json
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import jsonschema
import junitparser
import pydantic
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Log


def is_apart(result: dict) -> bool:
    """Whether a result is no finding of this report: it is fixed, or its rule is suppressed."""
    return result.get("baselineState") == "absent" or "suppressions" in result


def json_faults(schema: dict, report: dict) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema)
    return [f"report.json: {error.message[:200]}" for error in validator.iter_errors(report)]


def sarif_faults(log: dict) -> list[str]:
    """What the schema forbids, and what it cannot say: whether references lead somewhere."""
    try:
        Log.model_validate(log)
    except pydantic.ValidationError as error:
        return [f"findings.sarif: {one['loc']} {one['msg']}" for one in error.errors()]
    faults = []
    for run in log["runs"]:
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        if len(set(rules)) != len(rules):
            faults.append("findings.sarif: a rule is described twice")
        prints = []
        for result in run["results"]:
            if is_apart(result):
                continue
            index = result["ruleIndex"]
            if not 0 <= index < len(rules) or rules[index] != result["ruleId"]:
                faults.append(f"findings.sarif: rule {index} is not '{result['ruleId']}'")
            prints.append(result["partialFingerprints"]["finding/v1"])
            for location in result["locations"] + result.get("relatedLocations", []):
                file = location.get("physicalLocation", {}).get("artifactLocation", {})
                base = file.get("uriBaseId")
                if base is not None and base not in run["originalUriBaseIds"]:
                    faults.append(f"findings.sarif: '{base}' is the name of no folder")
        if len(set(prints)) != len(prints):
            faults.append("findings.sarif: two results have one fingerprint")
    return faults


def junit_faults(text: bytes) -> list[str]:
    try:
        ElementTree.fromstring(text)
        suites = junitparser.JUnitXml.fromstring(text)
    except Exception as error:  # whatever a parser says of a damaged file
        return [f"junit.xml: {error}"]
    if not isinstance(suites, junitparser.JUnitXml):
        return ["junit.xml: is no list of suites"]
    said = [suites.tests, suites.failures, suites.errors, suites.skipped]
    sums = [[suite.tests, suite.failures, suite.errors, suite.skipped] for suite in suites]
    faults = []
    if said != [sum(column) for column in zip(*sums)] and sums:
        faults.append(f"junit.xml: {said} are not the sums of the suites")
    for suite in suites:
        counts = [0, 0, 0, 0]
        for case in suite:
            counts[0] += 1
            for result in case.result:
                kinds = (junitparser.Failure, junitparser.Error, junitparser.Skipped)
                counts[kinds.index(type(result)) + 1] += 1
        if counts != [suite.tests, suite.failures, suite.errors, suite.skipped]:
            faults.append(f"junit.xml: suite '{suite.name}' has {counts}")
    return faults


def same_findings(folder: Path) -> list[str]:
    report = json.loads((folder / "report.json").read_text("utf-8"))
    log = json.loads((folder / "findings.sarif").read_text("utf-8"))
    text = (folder / "findings.csv").read_bytes().decode("utf-8-sig")
    rows = [row for row in csv.DictReader(io.StringIO(text, newline="")) if not row["suppressed"]]
    listed = [(rule["code"], rule["level"]) for rule in report["rules"] for _ in rule["findings"]]
    results = [
        (result["ruleId"], result["properties"]["level"])
        for run in log["runs"]
        for result in run["results"]
        if not is_apart(result)
    ]
    faults = []
    if listed != results:
        faults.append("findings.sarif has other findings than report.json")
    if len(rows) != len(listed) or [level for _, level in listed] != [row["level"] for row in rows]:
        faults.append("findings.csv has other findings than report.json")
    tree = ElementTree.fromstring((folder / "junit.xml").read_bytes())
    counted = sum(
        int(one.get("value")) for one in tree.iter("property") if one.get("name") == "findings"
    )
    if counted != sum(report["findings"].values()):
        faults.append("junit.xml counts other findings than report.json")
    return faults


def damaged_json(report: dict):
    for key in report:
        changed = copy.deepcopy(report)
        del changed[key]
        yield f"without '{key}'", changed
    for key, value in (("extra", 1), ("report", 2), ("rules", {}), ("findings", {"error": -1})):
        changed = copy.deepcopy(report)
        changed[key] = value
        yield f"with {key} = {value}", changed


def damaged_sarif(log: dict):
    def change(name, edit):
        changed = copy.deepcopy(log)
        edit(changed["runs"][0], changed)
        return name, changed

    result = lambda run: run["results"][0]
    yield change("without runs", lambda run, log: log.pop("runs"))
    yield change("of another version", lambda run, log: log.update(version="2.0.0"))
    yield change("without a tool", lambda run, log: run.pop("tool"))
    yield change("without a message", lambda run, log: result(run).pop("message"))
    yield change("with a level of ours", lambda run, log: result(run).update(level="blocker"))
    yield change("with a member of ours", lambda run, log: result(run).update(fixer="me"))
    yield change("with a wrong index", lambda run, log: result(run).update(ruleIndex=99_999))
    yield change("with another column kind", lambda run, log: run.update(columnKind="bytes"))
    yield change(
        "with a rule twice",
        lambda run, log: run["tool"]["driver"]["rules"].append(run["tool"]["driver"]["rules"][0]),
    )
    yield change("with a result twice", lambda run, log: run["results"].append(result(run)))
    yield change("with an unknown base", lambda run, log: run.update(originalUriBaseIds={}))
    yield change(
        "with a line of 0",
        lambda run, log: [
            location["physicalLocation"]["region"].update(startLine=0)
            for one in run["results"]
            for location in one.get("locations", [])
            if "region" in location.get("physicalLocation", {})
        ],
    )


def damaged_junit(text: bytes):
    yield "cut", text[: len(text) // 2]
    yield "with a bare '&'", text.replace(b'name="', b'name="&', 1)
    yield "with a control character", text.replace(b'name="', b'name="\x1b', 1)
    yield "with a test too few", text.replace(b"</testsuite>", b"<testcase name='x'/></testsuite>", 1)
    yield "without a failure", text.replace(b"<failure ", b"<skipped ").replace(
        b"</failure>", b"</skipped>"
    )


def main() -> int:
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 64
    schema = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    surprises = []
    for name in sys.argv[2:]:
        folder = Path(name)
        report = json.loads((folder / "report.json").read_text("utf-8"))
        log = json.loads((folder / "findings.sarif").read_text("utf-8"))
        junit = (folder / "junit.xml").read_bytes()
        faults = json_faults(schema, report) + sarif_faults(log) + junit_faults(junit)
        surprises += [f"{name}: {fault}" for fault in faults + same_findings(folder)]
    folder = Path(sys.argv[2])
    report = json.loads((folder / "report.json").read_text("utf-8"))
    for damage, changed in damaged_json(report):
        if not json_faults(schema, changed):
            surprises.append(f"report.json {damage} is accepted")
    log = json.loads((folder / "findings.sarif").read_text("utf-8"))
    for damage, changed in damaged_sarif(log):
        if not sarif_faults(changed):
            surprises.append(f"findings.sarif {damage} is accepted")
    for damage, changed in damaged_junit((folder / "junit.xml").read_bytes()):
        if not junit_faults(changed):
            surprises.append(f"junit.xml {damage} is accepted")
    for surprise in surprises:
        print(surprise)
    print(f"{len(sys.argv) - 2} reports, {len(surprises)} surprises")
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())
