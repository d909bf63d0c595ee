"""An outside witness: reads every mail of a folder with Python's own parser.

usage: witness_mail.py FOLDER

Standard library only. Looks for what a mail program would stumble over: defects at any part,
receivers other than one, missing alternatives, subjects that do not decode, sheets that do not
fit the files, an mbox that does not hold the same mails. Prints one line a fault; the exit code
is 0 when there is none, 1 when there are some, 2 when there is nothing to read.
"""

import csv
import hashlib
import mailbox
import pathlib
import sys
from email import message_from_bytes, policy


def faults_of(raw):
    """Yields what is wrong with the bytes of one mail."""
    if b"\n" in raw.replace(b"\r\n", b"") or b"\r" in raw.replace(b"\r\n", b""):
        yield "a line end is not CRLF"
    if b"\0" in raw:
        yield "there is a NUL"
    head, _, _ = raw.partition(b"\r\n\r\n")
    if not head.isascii():
        yield "the header is not ASCII"
    if any(len(line) > 998 for line in raw.split(b"\r\n")):
        yield "a line is longer than 998 octets"
    mail = message_from_bytes(raw, policy=policy.default)
    for part in mail.walk():
        for defect in part.defects:
            yield f"{part.get_content_type()}: {defect!r}"
        for name, value in part.items():
            for defect in getattr(value, "defects", ()):
                yield f"{name}: {defect!r}"
    for name in ("Date", "From", "To", "Subject", "Message-ID", "MIME-Version"):
        if len(mail.get_all(name, [])) != 1:
            yield f"there is not exactly one {name}"
    for name in ("Cc", "Bcc", "Return-Path", "Received"):
        if name in mail:
            yield f"there is a {name}"
    for name in ("To", "From"):
        addresses = mail[name].addresses if mail[name] else ()
        if len(addresses) != 1 or "@" not in addresses[0].addr_spec:
            yield f"{name} is not exactly one address"
    subject = str(mail["Subject"] or "")
    if not subject.strip() or "\ufffd" in subject or "=?" in subject:
        yield "the subject does not decode"
    if mail["Date"] is None or mail["Date"].datetime is None:
        yield "the date is not one"
    kinds = [part.get_content_type() for part in mail.iter_parts()] if mail.is_multipart() else []
    if mail.get_content_type() != "multipart/alternative" or kinds != ["text/plain", "text/html"]:
        yield "the parts are not text and HTML"
        return
    text, html = (part.get_content() for part in mail.iter_parts())
    if not text.strip() or "<html" not in html:
        yield "a part is empty"
    if "\ufffd" in text or "\ufffd" in html:
        yield "a part does not decode"


def sheet(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def main(folder):
    folder = pathlib.Path(folder)
    files = sorted(folder.glob("*.eml"))
    found = []
    raws = {path.name: path.read_bytes() for path in files}
    identifiers = set()
    for name, raw in raws.items():
        found += [f"{name}: {fault}" for fault in faults_of(raw)]
        identifiers.add(message_from_bytes(raw, policy=policy.default)["Message-ID"])
    if len(identifiers) != len(raws):
        found.append("two mails have one Message-ID")
    if (folder / "envelopes.csv").exists():
        rows = {row["file"]: row for row in sheet(folder / "envelopes.csv")}
        if rows.keys() != raws.keys():
            found.append("envelopes.csv: the files are not those of the folder")
        for name, raw in raws.items():
            row = rows.get(name, {})
            mail = message_from_bytes(raw, policy=policy.default)
            if row.get("sha256") != hashlib.sha256(raw).hexdigest():
                found.append(f"envelopes.csv: the hash of {name} is another")
            if row.get("recipient") != mail["To"].addresses[0].addr_spec:
                found.append(f"envelopes.csv: the receiver of {name} is another")
    count = len(raws)
    if (folder / "mail.mbox").exists():
        box = mailbox.mbox(folder / "mail.mbox", create=False)
        boxed = {}
        for message in box:
            mail = message_from_bytes(message.as_bytes(), policy=policy.default)
            boxed[mail["Message-ID"]] = (str(mail["Subject"]), str(mail["To"]))
        count = max(count, len(boxed))
        for name, raw in raws.items():
            mail = message_from_bytes(raw, policy=policy.default)
            if boxed.get(mail["Message-ID"]) != (str(mail["Subject"]), str(mail["To"])):
                found.append(f"mail.mbox: {name} is not in it, or reads differently")
        if raws and len(boxed) != len(raws):
            found.append("mail.mbox: it does not hold as many mails as the folder")
    for fault in found:
        print(fault)
    if count == 0:
        print("no mails to read")
        return 2
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
