# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws how long things take by the number of rows, on two logarithmic scales, as SVG."""
import math

import figures

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 70, 190, 20, 50
COLOURS = ["#1f5fbf", "#b3541e", "#2c7a4b", "#7a3e9d", "#8a6d00", "#555555"]
LINES = [("a page", "first page"), ("a page far down", "deep page"), ("all counts", "counts"), ("search, prefix", "search prefix"),
         ("search, substring", "search substring"), ("search, no hit", "search no hit")]


def growth(runs):
    """The lines of LINES over the rows of each run; the runs have few rows, too."""
    points = {name: {} for name, _ in LINES}
    for run in runs:
        for rows, reads in ((run["few"], run["reads of few"]), (run["rows"], run["reads"])):
            for name, key in LINES:
                points[name][rows] = figures.median(reads[key])
    xs = sorted({x for line in points.values() for x in line})
    ys = [y for line in points.values() for y in line.values()]
    low, high = math.floor(math.log10(min(ys))), math.ceil(math.log10(max(ys)))

    def across(x):
        span = math.log10(xs[-1]) - math.log10(xs[0]) or 1
        return LEFT + (WIDTH - LEFT - RIGHT) * (math.log10(x) - math.log10(xs[0])) / span

    def up(y):
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (math.log10(y) - low) / ((high - low) or 1)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>']
    for power in range(low, high + 1):
        y = up(10 ** power)
        parts.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#dddddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{10 ** power:g} ms</text>')
    for x in xs:
        parts.append(f'<text x="{across(x):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{x:,}</text>')
    parts.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 10}" text-anchor="middle">sessions</text>')
    ends = []
    for (name, _), colour in zip(LINES, COLOURS):
        line = " ".join(f"{across(x):.1f},{up(y):.1f}" for x, y in sorted(points[name].items()))
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        ends.append((up(points[name][xs[-1]]), name, colour))
    last = -math.inf
    for y, name, colour in sorted(ends):
        last = max(y, last + 15)
        parts.append(f'<text x="{WIDTH - RIGHT + 8}" y="{last + 4:.1f}" fill="{colour}">{name}</text>')
    return "\n".join(parts + ["</svg>", ""])
