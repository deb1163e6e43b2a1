# SPDX-License-Identifier: GPL-3.0-or-later
"""What is said of the turns that tests/bench/run has measured: ratios of medians that were measured in turns."""
import statistics


def median(values):
    return statistics.median(values)


def spread(values):
    """The distance between the quartiles."""
    if len(values) < 2:
        return 0.0
    quarters = statistics.quantiles(values, n=4)
    return quarters[2] - quarters[0]


# What is measured, its unit, where the turns of the program and of what stands beside it are, and the goal as text.
# The number is that of the list of figures to reach.
FIGURES = [
    (1, "exec to the first rows / a bare window painted", "ms", ("start", "program"), ("start", "plain"), "≤ 2.0"),
    (2, "memory / with few rows", "kB", ("memory", "program"), ("memory", "few"), "≤ 1.2"),
    (2, "memory / a bare window", "kB", ("memory", "program"), ("memory", "plain"), "≤ 2.2"),
    (4, "a page of 100 rows / by plain C", "ms", ("reads", "first page"), ("reads", "plain page"), "≤ 1.5"),
    (4, "a page behind nine tenths / the first one", "ms", ("reads", "deep page"), ("reads", "first page"), "≤ 1.5"),
    (5, "plain C inserting parsed rows / pages of a provider to committed rows", "ms", ("ingest", "plain"), ("ingest", "program"), "≥ 0.75"),
    (6, "search for a prefix / a scan", "ms", ("reads", "search prefix"), ("reads", "plain scan"), "≤ 0.01"),
    (6, "search for a substring / a scan", "ms", ("reads", "search substring"), ("reads", "plain scan"), "≤ 0.2"),
    (6, "search without a hit / a scan", "ms", ("reads", "search no hit"), ("reads", "plain scan"), "≤ 0.2"),
    (7, "GET a second on six connections / curl --parallel", "1/s", ("gets", "program"), ("gets", "plain"), "≥ 0.33"),
    (8, "a creation / a bare POST and a commit", "ms", ("creates", "program"), ("creates", "plain"), "≤ 1.2"),
    (9, "event loop, p99.9 while rows are written / idle", "ms", ("loop", "writing"), ("loop", "idle"), "≤ 2"),
    (10, "speed of sqlite3 -csv / CSV export", "s", ("export", "plain"), ("export", "program"), "≥ 0.6"),
    (10, "memory of an export / of few rows", "kB", ("export memory", "program"), ("export memory", "few"), "≤ 1.1"),
    (11, "rows imported a second / curl --parallel with the same bodies", "1/s", ("imports", "program"), ("imports", "plain"), "≥ 0.8"),
    (12, "counts of all chips / a page", "ms", ("reads", "counts"), ("reads", "first page"), "≤ 3"),
    ("", "session list, first 100 / of few rows", "s", ("lists", "program"), ("lists", "few"), "≤ 1.5"),
]


def turns(results, place):
    found = results
    for name in place:
        found = found[name]
    return found


def ratio(results, figure):
    return median(turns(results, figure[3])) / median(turns(results, figure[4]))


def cell(values):
    middle = median(values)
    digits = 0 if middle >= 1000 else 1 if middle >= 10 else 2 if middle >= 1 else 3
    return f"{middle:,.{digits}f} ± {spread(values):,.{digits}f}"


def table(results):
    lines = [f"{results['rows']:,} sessions beside {results['few']:,}, {results['repeats']} turns, {results['processors']} processors; "
             "medians and the distance between the quartiles.", "", "| # | ratio | | one | other | measured | goal |", "|---|---|---|---|---|---|---|"]
    for figure in FIGURES:
        number, name, unit, one, other, goal = figure
        lines.append(f"| {number} | {name} | {unit} | {cell(turns(results, one))} | {cell(turns(results, other))} | "
                     f"{ratio(results, figure):.2f} | {goal} |")
    idle = results["idle"]
    lines += ["", f"Idle: {idle['share of a core']:.2%} of a core and {idle['wake-ups a second']:.1f} wake-ups a second (goals: 0.5 % and 5)."]
    return "\n".join(lines)


# How many times as long something may take, or as much memory it may need, with ten times as many rows. Pages, lists and memory stay as
# they are but for what the noise of a short run adds; an export grows with its rows, and no faster.
MOST_GROWTH = 3


def wrong_growth(results):
    """Sentences about what grows otherwise than it has to."""
    problems = []
    for name in ("first page", "deep page"):
        growth = median(results["reads"][name]) / median(results["reads of few"][name])
        if growth > MOST_GROWTH:
            problems.append(f"{name}: {growth:.1f} times as long with {results['rows'] / results['few']:.0f} times as many rows")
    for name in ("memory", "export memory", "lists"):
        growth = median(results[name]["program"]) / median(results[name]["few"])
        if growth > (MOST_GROWTH if name == "lists" else 1.5):
            problems.append(f"{name}: {growth:.1f} times with {results['rows'] / results['few']:.0f} times as many rows")
    rows = results["exported rows"] / results["exported rows of few"]
    growth = median(results["export"]["program"]) / median(results["export"]["few"])
    if growth > MOST_GROWTH * rows:
        problems.append(f"export: {growth:.1f} times as long with {rows:.1f} times as many rows")
    return problems
