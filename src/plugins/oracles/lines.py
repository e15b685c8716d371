"""Rows of text logs. The plugin scans by hand; this is the same in regular expressions."""

import re

TIME = (
    r"(?>\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9}(?!\d))?"
    r"(?>(?: ?Z| ?[+-]\d\d:\d\d| ?[+-]\d{4})?)|\d\d/\d\d/\d\d \d\d:\d\d:\d\d)"
)
LEVELS = (
    "TRACE|DEBUG|INFORMATION|INFO|NOTICE|WARNING|WARN|ERROR|ERR|SEVERE|CRITICAL|CRIT|ALERT|EMERG"
    "|FATAL|FINE|VERBOSE"
)
WORD = rf"(?i:{LEVELS})(?![A-Za-z])"
NAME = r"(?>[A-Za-z0-9_.$/@-]+(?:\[\d+\])?)"
MARK = r"(?: -|:)(?= |\Z)"

HEAD = rf"(?:\[(?P<t1>{TIME})\]|(?P<t2>{TIME}))"
LEVEL = rf"(?:\[(?P<l1>{WORD})\]|(?P<l2>{WORD}))"
COMPONENT = rf"(?:\[(?P<c1>[^\[\]]*)\](?>(?:{MARK})?) *|(?P<c2>{NAME}){MARK} *)?"

FORMS = [
    re.compile(form, re.ASCII | re.DOTALL)
    for form in (
        rf"{HEAD} - (?P<c2>{NAME}) - {LEVEL} - (?P<m>.*)",
        rf"{HEAD}(?: - | +){LEVEL}(?>(?:{MARK})?)(?: +|\Z){COMPONENT}(?P<m>.*)",
        rf"{HEAD} +\[(?P<c1>[^\[\]]*)\] +{LEVEL}(?>(?:{MARK})?)(?: +|\Z)(?P<m>.*)",
    )
]

ANSI = re.compile(r"\x1b\[[ -?]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")


def texts(data):
    """The lines that end in a line feed, or at the end of the log."""
    if data and not data.endswith(b"\n"):
        data += b"\n"
    for line in data.split(b"\n")[:-1]:
        yield line.removesuffix(b"\r").decode("utf-8", "replace")


def common(line):
    for form in FORMS:
        found = form.fullmatch(line)
        if found:
            groups = found.groupdict("")
            pick = lambda name: groups.get(name + "1", "") or groups.get(name + "2", "")
            return [pick("t"), pick("l"), pick("c"), groups["m"]]
    return ["", "", "", line]


def by_pattern(pattern):
    compiled = re.compile(pattern.replace("(?<", "(?P<"))

    def cells(line):
        found = compiled.search(line)
        if found is None:
            return [""] * len(compiled.groupindex) + [line]
        return [found[name] or "" for name in compiled.groupindex] + [""]

    return cells


def rows(data, settings):
    kind = settings.get("format", "plain")
    cells = {"plain": lambda line: [line], "common": common}.get(kind) or by_pattern(settings["pattern"])
    for line in texts(data):
        if settings.get("strip-ansi"):
            line = ANSI.sub("", line)
        if settings.get("skip-empty") and not line.strip():
            continue
        yield [cell.replace("\x04", "\ufffd") for cell in cells(line)]
