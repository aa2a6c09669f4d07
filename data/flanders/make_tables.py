#!/usr/bin/env python3
"""Makes the tables of this folder from public sources.

Needs in SOURCES:
  be_municipalities_2021.geojson      municipalities of 2021 with codes, names, province and region:
                                      github.com/sciensanogit/bemaps, data/BE_ADMIN_MUNTY.rda as GeoJSON
  population_municipality_2017_2022.csv   columns year, nis, total: Statbel TF_SOC_POP_STRUCT_2017..2022
                                      as kept in github.com/sciensanogit/bopR, inst/extdata
  official_zones.csv                  columns vintage, zone, nis, part: the zones in force
  reference_regions.csv               columns vintage, referentieregio, nis
  police_zones.csv                    columns vintage, police_zone_name, nis
  logos.csv                           columns nis, logo_2024
  circles.csv                         columns hak_name, territory_kind, nis, part_of_municipality_note,
                                      valid_to, list_complete_for_this_hak, source
  mergers_2025.csv                    columns effective, old_nis, old_name, new_nis, new_name
The origin of each is in README.md beside this script.
"""

import argparse
import collections
import csv
import json
import pathlib
import sys

YEARS = range(2017, 2023)
PROVINCES = {
    "10000": "Antwerpen",
    "20001": "Vlaams-Brabant",
    "30000": "West-Vlaanderen",
    "40000": "Oost-Vlaanderen",
    "70000": "Limburg",
}
FLANDERS, BRUSSELS = "02000", "04000"
REGIONS = {FLANDERS: "Vlaams Gewest", BRUSSELS: "Brussels Hoofdstedelijk Gewest"}
FLEMISH_TOTALS = {2017: 6516011, 2018: 6552967, 2019: 6589069, 2020: 6629143, 2021: 6653062, 2022: 6698876}

# Municipalities of 2018 that had another code or other borders: the mergers and
# renumberings of 1 January 2019.
BEFORE_2019 = {
    "12030": "12041", "12034": "12041",
    "44011": "44083", "44049": "44083",
    "44001": "44084", "44029": "44084",
    "44036": "44085", "44072": "44085", "44080": "44085",
    "45017": "45068", "45057": "45068",
    "71047": "72042", "72040": "72042",
    "72025": "72043", "72029": "72043",
}

# People of the four parts of Antwerpen on 1 January 2022: sectors of 2021 laid over the
# four zones, summed. People without a known sector are in none.
ANTWERPEN = "11002"
PARTS_2019 = {"Antwerpen-Centrum": 202249, "Antwerpen-Oost": 126030, "Antwerpen-Zuid": 109881, "Noord-Antwerpen": 90038}
PARTS_2025 = {**PARTS_2019, "Antwerpen-Oost": 137249}


def read(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write(folder, name, header, rows):
    with open(folder / name, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
    print(f"{name}: {len(rows)} rows")


def municipalities(sources):
    features = json.loads((sources / "be_municipalities_2021.geojson").read_text(encoding="utf-8"))["features"]
    kept = {f["properties"]["nis"]: f["properties"] for f in features if f["properties"]["reg_nis"] in REGIONS}
    population = collections.Counter()
    for row in read(sources, "population_municipality_2017_2022.csv"):
        population[BEFORE_2019.get(row["nis"], row["nis"]), int(row["year"])] += int(row["total"])
    rows = []
    for nis, unit in sorted(kept.items()):
        people = [population[nis, year] for year in YEARS]
        if 0 in people:
            sys.exit(f"no population for {nis} {unit['name_nl']}: {people}")
        province = PROVINCES.get(unit["prov_nis"], REGIONS[BRUSSELS])
        rows.append([nis, unit["name_nl"], unit["name_fr"], province, REGIONS[unit["reg_nis"]], *people])
    for index, year in enumerate(YEARS):
        total = sum(row[5 + index] for row in rows if row[4] == REGIONS[FLANDERS])
        if total != FLEMISH_TOTALS[year]:
            sys.exit(f"{year}: Flanders has {total}, Statbel says {FLEMISH_TOTALS[year]}")
    return rows


def vintage_rows(sources, name, vintage, group):
    return [(row[group], row["nis"], "", row["source"]) for row in read(sources, name) if row["vintage"] == vintage]


def circles(sources, new_code):
    rows = []
    for row in read(sources, "circles.csv"):
        whole = row["list_complete_for_this_hak"] == "yes" and row["territory_kind"] == "huisartsenzone"
        if whole and not row["valid_to"]:
            part = row["part_of_municipality_note"]
            rows.append((row["hak_name"], new_code(row["nis"]), "" if part == "whole" else part, row["source"]))
    return rows


def plan(sources, vintage, parts, brussels):
    rows = []
    for row in read(sources, "official_zones.csv"):
        if row["vintage"] != vintage or row["nis"] in brussels:
            continue
        divided = row["nis"] == ANTWERPEN
        part, people = (row["part"], parts[row["zone"]]) if divided else ("", "")
        rows.append((row["nis"], row["zone"], "", part, people))
    return rows + [(nis, "BruZEL", "", "", "") for nis in brussels]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=pathlib.Path, help="folder with the source files")
    parser.add_argument("out", type=pathlib.Path, help="folder for the tables")
    args = parser.parse_args()
    sources, out = args.sources, args.out

    units = municipalities(sources)
    header = ["nis", "name_nl", "name_fr", "province", "region", *(f"population_{year}" for year in YEARS)]
    write(out, "municipalities.csv", header, units)

    mergers = read(sources, "mergers_2025.csv")
    rows = sorted((row["effective"], row["old_nis"], row["new_nis"], row["new_name"]) for row in mergers)
    write(out, "mergers_2025.csv", ["date", "old", "new", "new_name"], rows)
    renamed = {row["old_nis"]: row["new_nis"] for row in mergers}

    province_2019 = {row[0]: row[3] for row in units}
    # A merged municipality lies in the province that its new code belongs to.
    moved = {"46": "Oost-Vlaanderen"}
    province_2025 = {}
    for nis, province in province_2019.items():
        new = renamed.get(nis, nis)
        province_2025[new] = moved.get(new[:2], province)
    by_source = "Statbel, codes of the municipalities"
    tables = {
        "provinces_2019.csv": [(group, nis, "", by_source) for nis, group in province_2019.items()],
        "provinces_2025.csv": [(group, nis, "", by_source) for nis, group in province_2025.items()],
        "reference_regions_2019.csv": vintage_rows(sources, "reference_regions.csv", "2019-2024", "referentieregio"),
        "reference_regions_2025.csv": vintage_rows(sources, "reference_regions.csv", "2025", "referentieregio"),
        "police_zones_2019.csv": vintage_rows(sources, "police_zones.csv", "2019-2024", "police_zone_name"),
        "police_zones_2025.csv": vintage_rows(sources, "police_zones.csv", "2025", "police_zone_name"),
        "logos.csv": [(row["logo_2024"], row["nis"], "", row["source"]) for row in read(sources, "logos.csv")],
        "circles_2019.csv": circles(sources, lambda nis: nis),
        "circles_2025.csv": circles(sources, lambda nis: renamed.get(nis, nis)),
    }
    for name, rows in tables.items():
        write(out, name, ["group", "unit", "part", "source"], sorted(set(rows)))

    brussels = [row[0] for row in units if row[4] == REGIONS[BRUSSELS]]
    for vintage, parts in (("2019-2024", PARTS_2019), ("2025", PARTS_2025)):
        rows = sorted(plan(sources, vintage, parts, brussels))
        write(out, f"official_plan_{vintage[:4]}.csv", ["unit", "zone", "region", "part", "population"], rows)


if __name__ == "__main__":
    main()
