//! The report as a web page, as a user asks for it, on a territory of twelve squares.

use std::fs;

use assert_cmd::Command;

use crate::squares::Squares;

const ELEMENTS_WITHOUT_END: [&str; 7] = ["meta", "input", "option", "br", "hr", "link", "img"];

/// The page that the program writes, with this exit code.
fn page(squares: &Squares, arguments: &[&str], code: i32) -> String {
    let file = squares.path("page.html");
    Command::cargo_bin("zonewerk")
        .unwrap()
        .current_dir(squares.path(""))
        .args(arguments)
        .args(["--report", "page.html"])
        .assert()
        .code(code);
    fs::read_to_string(file).unwrap()
}

/// Ids and the elements that are still open: every start has its end, in order.
fn assert_well_formed(page: &str) {
    let mut open: Vec<String> = Vec::new();
    let mut ids = std::collections::BTreeSet::new();
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        let end = rest.find('>').expect("every tag ends");
        let tag = &rest[..end];
        rest = &rest[end + 1..];
        if let Some(id) = tag.split(" id=\"").nth(1).and_then(|id| id.split('"').next()) {
            assert!(ids.insert(id.to_owned()), "id {id} stands twice");
        }
        let name = tag.trim_start_matches('/').split([' ', '\n', '/']).next().unwrap_or_default().to_owned();
        if tag.starts_with('!') || tag.ends_with('/') || ELEMENTS_WITHOUT_END.contains(&name.as_str()) {
            continue;
        }
        if tag.starts_with('/') {
            assert_eq!(open.pop().as_deref(), Some(name.as_str()), "before {}", &rest[..rest.len().min(80)]);
            continue;
        }
        if name == "script" || name == "style" {
            let end = rest.find(&format!("</{name}>")).expect("scripts and styles end");
            rest = &rest[end..];
        }
        open.push(name);
    }
    assert!(open.is_empty(), "left open: {open:?}");
}

/// Nothing that a browser would fetch.
fn assert_asks_for_nothing(page: &str) {
    for attribute in
        ["src=", "href=\"http", "href=\"//", "url(h", "url(\"", "@import", "<link", "<img", "<iframe"]
    {
        assert!(!page.contains(attribute), "the page has {attribute}");
    }
    for reference in page.split("href=\"").skip(1) {
        assert!(reference.starts_with('#'), "a reference to {}", &reference[..reference.len().min(40)]);
    }
    assert!(page.contains("default-src 'none'"), "and it may load nothing");
}

#[test]
fn a_page_of_a_solve_is_whole_and_asks_for_nothing() {
    let squares = Squares::new();
    let english = page(&squares, &["solve", "scenario.toml"], 0);
    assert_well_formed(&english);
    assert_asks_for_nothing(&english);
    assert!(english.starts_with("<!DOCTYPE html>\n<html lang=\"en\">"));
    for section in ["verdict", "map", "zones", "chart", "findings", "optimal", "basis"] {
        assert!(english.contains(&format!("<section id=\"{section}\"")), "no section {section}");
    }
    assert!(english.contains("Proven best: 2 zones; neighbours in different zones 3"), "{english}");
    assert_eq!(english, page(&squares, &["solve", "scenario.toml"], 0), "the same bytes twice");
    assert!(english.len() < 200_000);
}

#[test]
fn a_page_speaks_dutch_throughout() {
    let squares = Squares::new();
    let dutch = page(&squares, &["solve", "scenario.toml", "--lang", "nl"], 0);
    assert_well_formed(&dutch);
    assert!(dutch.contains("<html lang=\"nl\">") && dutch.contains("Bewezen het beste"));
    for page in [&dutch, &page(&squares, &["solve", "scenario.toml"], 0)] {
        assert!(!page.contains("{page-") && !page.contains("{audit-"), "a message is missing");
    }
    let body = dutch.split("<body>").nth(1).and_then(|body| body.split("<script").next()).expect("a body");
    let english_page = page(&squares, &["solve", "scenario.toml"], 0);
    for english in ["Find a unit", "Legend<", "Layers<", "Zoom in", "Proven best", "Inhabitants"] {
        assert!(english_page.contains(english), "not on an English page: {english}");
        assert!(!body.contains(english), "English on a Dutch page: {english}");
    }
}

#[test]
fn names_cannot_leave_their_place() {
    let squares = Squares::new();
    let units = fs::read_to_string(squares.path("units.csv")).unwrap();
    let wicked = "</script><script>alert('x')</script> & \"\"b\"\"";
    let mut lines: Vec<String> = units.lines().map(str::to_owned).collect();
    let header: Vec<&str> = lines[0].split(',').collect();
    let place = header.iter().position(|name| *name == "name").expect("units have names");
    let mut fields: Vec<String> = lines[1].split(',').map(str::to_owned).collect();
    fields[place] = format!("\"{wicked}\"");
    lines[1] = fields.join(",");
    fs::write(squares.path("units.csv"), lines.join("\n") + "\n").unwrap();
    let page = page(&squares, &["solve", "scenario.toml"], 0);
    assert_well_formed(&page);
    assert!(!page.contains("<script>alert") && !page.contains("</script><script>"));
    assert!(page.contains("&lt;script&gt;alert(&#39;x&#39;)"), "but it is shown");
    assert_eq!(page.matches("<script").count(), 2, "the data and the page's own");
}

#[test]
fn an_impossible_question_has_a_page_that_says_why() {
    let squares = Squares::new();
    let page = page(&squares, &["solve", "scenario.toml", "--zones", "1"], 1);
    assert_well_formed(&page);
    assert_asks_for_nothing(&page);
    assert!(page.contains("Proved impossible") && page.contains("id=\"drawing\""));
    assert!(!page.contains("<section id=\"zones\"") && !page.contains("<section id=\"chart\""));
}
