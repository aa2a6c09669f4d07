//! Tables from before the mergers, translated: the table and the account that come out.

use zonewerk_core::territory::{Merger, Territory, Unit, UnitCode};
use zonewerk_core::translate::{translate_groups, translate_plan};
use zonewerk_io::{OldTable, TableContent, read_old_table};
use zonewerk_report::{groups_csv, plan_csv, translation_text};

fn unit(code: &str, name: &str, population: u64) -> Unit {
    Unit { code: UnitCode::new(code), name: name.to_owned(), population }
}

fn merger(new: Unit, old_units: [Unit; 2]) -> Merger {
    let date = "2025-01-01".to_owned();
    Merger { date, new_code: new.code, new_name: new.name, old_units: old_units.into() }
}

/// Three units of today: one that always was, one of Akker and Beek with a code of its
/// own, and one of Berg and Bos with the code of Berg.
fn territory() -> Territory {
    let [dorp, bergen] = [unit("d1", "Dorp", 70), unit("b1", "Bergen", 100)];
    let mut territory =
        Territory::new(vec![unit("c1", "Kamp", 5), dorp.clone(), bergen.clone()]).expect("codes differ");
    territory.mergers = vec![
        merger(bergen, [unit("b1", "Berg", 60), unit("b2", "Bos", 40)]),
        merger(dorp, [unit("a1", "Akker", 50), unit("a2", "Beek", 20)]),
    ];
    territory
}

/// The table and the account of a translation, or what is wrong, as text.
fn translated(table: &str) -> String {
    let territory = territory();
    let OldTable { layout, content } = match read_old_table("t.csv", table.as_bytes(), &territory) {
        Ok(table) => table,
        Err(problems) => return problems.to_string(),
    };
    let (bytes, account) = match content {
        TableContent::Plan(plan) => {
            let (plan, account) = translate_plan(&territory, &layout, &plan);
            (plan_csv(&territory, &plan), account)
        }
        TableContent::Groups(groups) => {
            let (groups, account) = translate_groups(&territory, &layout, &groups);
            (groups_csv(&territory, &groups), account)
        }
    };
    format!("{}---\n{}", String::from_utf8(bytes).expect("text"), translation_text(&account))
}

#[test]
fn units_that_agree_become_one_row() {
    insta::assert_snapshot!(translated("unit,zone,region\na1,West,R\na2,West,R\nb1,,\nb2,,\nc1,Oost,\n"), @"
    unit,zone,region
    b1,,
    c1,Oost,
    d1,West,R
    ---
    1 unit kept, 2 mergers applied, 0 conflicts

    Codes that are old and new
      - b1 is read as Berg before its merger: Bos (b2) has rows too
    ");
}

#[test]
fn units_in_different_zones_become_parts_and_one_in_none_stands_in_the_account() {
    insta::assert_snapshot!(translated("unit,zone\na1,West\na2,Oost\nb1,\nb2,West\nc1,Oost\n"), @"
    unit,zone,region,part,population
    b1,West,,Bos,40
    c1,Oost,,,
    d1,West,,Akker,50
    d1,Oost,,Beek,20
    ---
    1 unit kept, 2 mergers applied, 2 conflicts

    Codes that are old and new
      - b1 is read as Berg before its merger: Bos (b2) has rows too

    Conflicts
      - Bergen (b1): keeping it whole in West would move 60 inhabitants
        - in no zone, so without a row: Berg (60 inhabitants)
        - West: Bos (40 inhabitants)
      - Dorp (d1): keeping it whole in West would move 20 inhabitants
        - West: Akker (50 inhabitants)
        - Oost: Beek (20 inhabitants)
    ");
}

#[test]
fn parts_of_an_old_unit_stay_parts_under_names_of_their_own() {
    insta::assert_snapshot!(translated(
        "unit,zone,part,population\na1,West,Beek,30\na1,Oost,rest,\na2,West,,\nb1,West,north,60\nb2,West,,\nc1,Oost,,\n"
    ), @"
    unit,zone,region,part,population
    b1,West,,Bos,40
    b1,West,,north,60
    c1,Oost,,,
    d1,West,,Akker (a1): Beek,30
    d1,Oost,,Akker (a1): rest,
    d1,West,,Beek (a2),20
    ---
    1 unit kept, 2 mergers applied, 2 conflicts

    Codes that are old and new
      - b1 is read as Berg before its merger: Bos (b2) has rows too

    Conflicts
      - Bergen (b1): keeping it whole in West would move 0 inhabitants
        - West: north (60 inhabitants)
        - West: Bos (40 inhabitants)
      - Dorp (d1): what keeping it whole would move is not known
        - West: Akker (a1): Beek (30 inhabitants)
        - Oost: Akker (a1): rest (inhabitants not known)
        - West: Beek (a2) (20 inhabitants)
    ");
}

#[test]
fn a_code_that_is_old_and_new_is_the_new_one_when_its_partners_have_no_row() {
    insta::assert_snapshot!(translated("unit,zone\na1,West\na2,West\nb1,Oost\nc1,Oost\n"), @"
    unit,zone,region
    b1,Oost,
    c1,Oost,
    d1,West,
    ---
    2 units kept, 1 merger applied, 0 conflicts

    Codes that are old and new
      - b1 is read as Bergen after its merger: Bos (b2) has no row
    ");
}

#[test]
fn a_plan_in_new_codes_stays_as_it_is() {
    insta::assert_snapshot!(translated("unit,zone,region\nb1,Oost,\nc1,Oost,\nd1,West,\n"), @"
    unit,zone,region
    b1,Oost,
    c1,Oost,
    d1,West,
    ---
    3 units kept, 0 mergers applied, 0 conflicts

    Codes that are old and new
      - b1 is read as Bergen after its merger: Bos (b2) has no row
    ");
}

#[test]
fn a_group_holds_a_merged_unit_whole_or_in_part() {
    insta::assert_snapshot!(translated(
        "group,source,unit\nNoord,law,b2\nNoord,\"a, b\",a1\nNoord,law,b1\nZuid,law,a2\nZuid,x,a1\nZuid,law,c1\nWest,,b2\n"
    ), @r#"
    group,unit,part,source
    Noord,b1,,law
    Noord,d1,Akker,"a, b"
    Zuid,d1,,law; x
    Zuid,c1,,law
    West,b1,Bos,
    ---
    1 unit kept, 2 mergers applied, 2 conflicts

    Codes that are old and new
      - b1 is read as Berg before its merger: Bos (b2) has rows too

    Conflicts
      - West holds part of Bergen (b1): Bos (40 inhabitants), not Berg (60 inhabitants)
      - Noord holds part of Dorp (d1): Akker (50 inhabitants), not Beek (20 inhabitants)
    "#);
}

#[test]
fn a_part_of_an_old_unit_stays_a_part_of_the_new_one() {
    insta::assert_snapshot!(translated(
        "group,unit,part\nNoord,a1,hill\nZuid,a2,hill\nZuid,a1,shore\nOost,b1,mill\n"
    ), @"
    group,unit,part
    Noord,d1,Akker (a1): hill
    Zuid,d1,Beek (a2): hill
    Zuid,d1,Akker (a1): shore
    Oost,b1,mill
    ---
    1 unit kept, 1 merger applied, 2 conflicts

    Codes that are old and new
      - b1 is read as Bergen after its merger: Bos (b2) has no row

    Conflicts
      - Noord holds part of Dorp (d1): Akker (a1): hill (inhabitants not known), not Beek (20
        inhabitants)
      - Zuid holds part of Dorp (d1): Akker (a1): shore (inhabitants not known) and Beek (a2): hill
        (inhabitants not known)
    ");
}

#[test]
fn what_is_wrong_with_a_table_is_told_at_once() {
    insta::assert_snapshot!(translated("unit,zone\nd1,West\nx9,West\nb2,Oost\na1,West\nb2,Oost\n"), @r#"
    5 problems in the input
      t.csv, line 2, unit: found "d1", expected codes from before the merger or the one after it, not both (line 5 has a1, which merged into d1) [mixed-layouts]
      t.csv, line 3, unit: found "x9", expected the code of a unit of the territory [unknown-unit]
      t.csv, line 6, unit: found "b2", expected one row for each unit (line 4 has it too), or parts with different names [duplicate-unit]
      t.csv, unit: found no row for unit b1 (Berg), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]
      t.csv, unit: found no row for unit c1 (Kamp), expected a row for every unit of the territory; a blank zone where it lies in none [missing-unit]
    "#);
    insta::assert_snapshot!(translated("group,unit\nNoord,a1\nNoord,a1\n,c1\nNoord,d1\nZuid,q\n"), @r#"
    4 problems in the input
      t.csv, line 3, unit: found "a1", expected each unit once in a group [duplicate-unit]
      t.csv, line 4, group: found nothing, expected the name of the group [blank-name]
      t.csv, line 5, unit: found "d1", expected codes from before the merger or the one after it, not both (line 2 has a1, which merged into d1) [mixed-layouts]
      t.csv, line 6, unit: found "q", expected the code of a unit of the territory [unknown-unit]
    "#);
    insta::assert_snapshot!(translated("unit,zoen\na1,West\n"), @r#"
    1 problem in the input
      t.csv, line 1: found the columns unit, zoen, expected the columns unit and zone of a plan, or group and unit of groups (is it "zoen"?) [unknown-table]
    "#);
    insta::assert_snapshot!(translated("unit,zone,group\na1,West,Noord\n"), @"
    1 problem in the input
      t.csv, line 1: found the columns unit, zone, group, expected the columns unit and zone of a plan, or group and unit of groups [unknown-table]
    ");
    insta::assert_snapshot!(translated("zone,units\nWest,a1\n"), @r#"
    1 problem in the input
      t.csv, line 1: found the columns zone, units, expected a column "unit" (is it "units"?) [missing-column]
    "#);
    insta::assert_snapshot!(translated("group,unit\n"), @"
    1 problem in the input
      t.csv: found no rows, expected a row for each unit of a group [empty-table]
    ");
}
