"""Figures in pairs: medians, ranges, and how they are printed and kept."""

import os
import statistics


class Figures:
    """What a measurement gave, as the README says how to read."""

    def __init__(self, section, title, what, unit, values, **more):
        self.row = {
            "section": section,
            "title": title,
            "what": what,
            "unit": unit,
            "median": statistics.median(values),
            "low": min(values),
            "high": max(values),
            "values": list(values),
            **more,
        }

    def line(self):
        row = self.row
        form = "{:,.0f}" if row["median"] >= 1000 else "{:.1f}" if row["median"] >= 20 else "{:.2f}"
        median, low, high = (form.format(row[key]) for key in ("median", "low", "high"))
        return f"  {row['title']:<34} {row['what']:<34} {median:>10} {row['unit']:<8} ({low} to {high})"


class Report:
    """All figures of a run, printed as they come."""

    def __init__(self):
        self.rows = []

    def section(self, name, says):
        print(f"\n{name}: {says}\n  load {load()}", flush=True)

    def add(self, *arguments, **more):
        figures = Figures(*arguments, **more)
        self.rows.append(figures.row)
        print(figures.line(), flush=True)

    def end(self):
        print(f"  load {load()}", flush=True)


def load():
    """The machine's load average of the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def ratios(ours, theirs):
    """Of each pair."""
    return [a / b for a, b in zip(ours, theirs)]
