#!/usr/bin/env python3
"""Makes synthetic_circles.csv: circles of GPs that do not exist, over the municipalities of Flanders.

The real territories of most huisartsenkringen are not public. These stand in for them to show
what a complete family asks of zones: some circles hold two or three zones of one possible plan,
some share a zone, some are a zone, and a few municipalities lie in none. That plan keeps them
all, so zones without a straddle exist.

  zonewerk solve flanders-2019 --goal inertia --out plan
  zonewerk graph flanders-2019 --out graph.csv
  python3 make_synthetic_circles.py plan/plan.csv graph.csv > synthetic_circles.csv
"""

import argparse
import collections
import csv
import random
import sys

SEED = 2017
FIXED = "21"  # municipalities of Brussels, one zone that is given
LEFT_OUT = 0.06  # of the municipalities of circles that share a zone or are one, in no circle


def read(name):
    with open(name, newline="", encoding="utf-8") as table:
        return list(csv.DictReader(table))


def around(members, beside):
    """What borders a set, in order."""
    return sorted({other for unit in members for other in beside[unit]} - set(members))


def parts(zone, beside, number):
    """Cuts a zone into so many contiguous parts, as far as it can."""
    seeds = random.sample(sorted(zone), number)
    of_unit = {seed: place for place, seed in enumerate(seeds)}
    while True:
        free = [unit for unit in around(of_unit, beside) if unit in zone]
        if not free:
            break
        unit = random.choice(free)
        of_unit[unit] = of_unit[random.choice([other for other in sorted(beside[unit]) if other in of_unit])]
    found = collections.defaultdict(list)
    for unit, place in of_unit.items():
        found[place].append(unit)
    return list(found.values())


def circles(zones, beside):
    """Sets of municipalities, and whether each lies inside one zone."""
    zone_of = {unit: zone for zone, units in zones.items() for unit in units}
    waiting = sorted(zones)
    random.shuffle(waiting)
    done = set()
    for zone in waiting:
        if zone in done:
            continue
        done.add(zone)
        units = list(zones[zone])
        kind = random.random()
        if kind < 0.3:
            for _ in range(random.choice([1, 1, 2])):
                near = {zone_of[unit] for unit in around(units, beside) if unit in zone_of}
                near = [other for other in sorted(near) if other not in done]
                if near:
                    other = random.choice(near)
                    done.add(other)
                    units += zones[other]
            yield units, len(units) == len(zones[zone])
        elif kind < 0.7 and len(units) >= 4:
            for part in parts(set(units), beside, random.choice([2, 2, 3])):
                yield part, True
        else:
            yield units, True


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("plan")
    arguments.add_argument("graph")
    arguments = arguments.parse_args()
    random.seed(SEED)
    zones = collections.defaultdict(list)
    for row in read(arguments.plan):
        if not row["unit"].startswith(FIXED):
            zones[row["zone"]].append(row["unit"])
    beside = collections.defaultdict(set)
    for row in read(arguments.graph):
        beside[row["unit"]].add(row["neighbour"])
        beside[row["neighbour"]].add(row["unit"])
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["group", "unit"])
    rows = []
    for number, (units, in_one_zone) in enumerate(circles(dict(zones), beside), 1):
        may_leave = in_one_zone and len(units) > 1
        kept = [unit for unit in sorted(units) if not may_leave or random.random() >= LEFT_OUT]
        rows += [(f"synthetic circle {number:02}", unit) for unit in kept]
    writer.writerows(rows)


if __name__ == "__main__":
    main()
