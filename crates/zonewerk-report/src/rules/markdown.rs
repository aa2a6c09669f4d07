use super::RuleBook;
use super::asked::{Asked, asked, askers, is_same_in_all};
use super::guide::guide;
use super::value::{keys, numbers, values};
use super::words::{self, about, holds, weighs, weight};
use crate::period::period;
use crate::text::capital;
use zonewerk_audit::{RULES, Rule, SubjectKind};
use zonewerk_core::problem::Profile;
use zonewerk_core::words::visible_lines;
use zonewerk_core::words::{Language, Words};

/// The reference of all rules and profiles, or the section of one rule.
pub(super) fn markdown(book: &RuleBook, language: Language) -> String {
    let page = Page { book, language };
    match book.rule {
        Some(rule) => page.rule(rule).trim_start().to_owned(),
        None => page.reference(),
    }
}

struct Page<'a> {
    book: &'a RuleBook,
    language: Language,
}

impl Page<'_> {
    fn say(&self, words: Words) -> &'static str {
        words.in_language(self.language)
    }

    fn reference(&self) -> String {
        let mut text = self.say(words::INTRODUCTION).to_owned();
        text += &self.contents();
        text += &self.side_by_side();
        text += &self.articles();
        for kind in self.kinds() {
            text += &format!("\n## {}\n", self.heading(kind));
            text += &self.about(kind).map(|rule| self.rule(rule)).collect::<String>();
        }
        text += &format!("\n## {}\n", self.say(words::PROFILES));
        text += &self.book.profiles.iter().map(|profile| self.profile(profile)).collect::<String>();
        text + &guide(self.language)
    }

    fn kinds(&self) -> impl Iterator<Item = SubjectKind> {
        SubjectKind::ALL.into_iter().filter(|kind| self.about(*kind).next().is_some())
    }

    fn about(&self, kind: SubjectKind) -> impl Iterator<Item = &'static Rule> {
        self.book.rules().filter(move |rule| rule.id.about() == kind)
    }

    fn heading(&self, kind: SubjectKind) -> String {
        format!("{} {}", self.say(words::RULES_ABOUT), self.say(about(kind)))
    }

    fn contents(&self) -> String {
        let mut text = format!("\n## {}\n\n", self.say(words::CONTENTS));
        let chapter = |heading: &str| format!("- [{heading}](#{})\n", slug(heading));
        text += &chapter(self.say(words::SIDE_BY_SIDE));
        text += &chapter(self.say(words::ARTICLES));
        for kind in self.kinds() {
            text += &chapter(&self.heading(kind));
            for rule in self.about(kind) {
                text += &format!("  - {}: {}\n", link(rule.id.name()), self.say(rule.summary));
            }
        }
        text += &chapter(self.say(words::PROFILES));
        for profile in &self.book.profiles {
            let title = literal(profile.title_in(self.language));
            text += &format!("  - [{0}](#{1}): {title}\n", literal(&profile.name), slug(&profile.name));
        }
        for heading in guide(self.language).lines().filter_map(|line| line.strip_prefix("## ")) {
            text += &chapter(heading);
        }
        text
    }

    fn side_by_side(&self) -> String {
        let rows = self.book.rules().map(|rule| {
            let words = self.asked(rule).map(|asked| asked.word().to_owned());
            [link(rule.id.name())].into_iter().chain(words).collect()
        });
        let explained = self.say(words::MARKS_EXPLAINED);
        let table = table(self.columns(), rows);
        format!("\n## {}\n\n{explained}\n{table}", self.say(words::SIDE_BY_SIDE))
    }

    fn articles(&self) -> String {
        let rows = self.book.rules().filter_map(|rule| {
            let articles: Vec<Option<&str>> =
                self.asked(rule).map(|asked| asked.article.filter(|_| asked.severity.is_some())).collect();
            let cells = articles.iter().map(|article| article.map(literal).unwrap_or_default());
            let any = articles.iter().any(Option::is_some);
            any.then(|| [link(rule.id.name())].into_iter().chain(cells).collect())
        });
        let table = table(self.columns(), rows);
        format!("\n## {}\n{table}", self.say(words::ARTICLES))
    }

    fn asked(&self, rule: &'static Rule) -> impl Iterator<Item = Asked<'_>> {
        self.book.profiles.iter().map(|profile| asked(rule, profile, self.language))
    }

    /// A column for the rules and one for each profile.
    fn columns(&self) -> Vec<String> {
        let profiles = self.book.profiles.iter().map(|profile| literal(&profile.name));
        [self.say(words::RULE).to_owned()].into_iter().chain(profiles).collect()
    }

    fn rule(&self, rule: &'static Rule) -> String {
        let (name, summary) = (rule.id.name(), self.say(rule.summary));
        let mut text = format!("\n### {name}\n\n**{summary}.**\n\n");
        text += &format!("{}\n\n", self.linked(self.say(rule.explanation)));
        let fields = [
            (words::ABOUT, self.say(about(rule.id.about())).to_owned()),
            (words::SEVERITY, weighs(rule, self.language)),
            (words::HOLDS, literal(&holds(rule, &askers(rule, &self.book.profiles), self.language))),
        ];
        for (field, content) in fields {
            text += &format!("- {}: {content}\n", self.say(field));
        }
        if is_same_in_all(rule, &self.book.profiles) {
            return text;
        }
        text += &self.parameters(rule);
        let header = [words::PROFILE, words::SEVERITY, words::ARTICLE, words::IN_FORCE];
        let rows = self.asked(rule).map(|asked| {
            let article = asked.article.map(literal).unwrap_or_default();
            let days = period(asked.period, self.language).unwrap_or_default();
            let (article, days) = if asked.severity.is_some() { (article, days) } else { <_>::default() };
            vec![literal(&asked.profile.name), weight(&asked, self.language).to_owned(), article, days]
        });
        text + &table(header.map(|words| self.say(words).to_owned()).to_vec(), rows)
    }

    /// What can be set for a rule, and what each profile that asks for it sets.
    fn parameters(&self, rule: &'static Rule) -> String {
        if rule.id.parameters().is_empty() {
            return String::new();
        }
        let rows = rule.id.parameters().iter().flat_map(|&parameter| {
            keys(parameter).enumerate().map(move |(place, key)| {
                let set = self.asked(rule).map(|asked| {
                    let setting = asked.profile.rules.get(&rule.id);
                    let mut values = values(parameter, asked.profile, setting);
                    let value = values.swap_remove(place).1.filter(|_| asked.severity.is_some());
                    value.map(|value| format!("`{value}`")).unwrap_or_default()
                });
                let meaning = capital(self.say(parameter.meaning()));
                [format!("`{key}`"), meaning].into_iter().chain(set).collect()
            })
        });
        let profiles = self.columns().into_iter().skip(1);
        let fixed = [words::PARAMETER, words::SETS].map(|words| self.say(words).to_owned());
        table(fixed.into_iter().chain(profiles).collect(), rows)
    }

    fn profile(&self, profile: &Profile) -> String {
        let mut text = format!("\n### {}\n\n", literal(&profile.name));
        text += &format!("{}\n\n", literal(profile.title_in(self.language)));
        text += &format!("- {}: {}\n", self.say(words::SOURCE), literal(profile.source_in(self.language)));
        if let Some(days) = period(profile.period, self.language) {
            text += &format!("- {}: {days}\n", self.say(words::IN_FORCE));
        }
        let asked = self.book.rules().filter(|rule| !askers(rule, std::slice::from_ref(profile)).is_empty());
        text += &format!("- {}: {}\n", self.say(words::ASKS_FOR), asked.count());
        let rows =
            numbers(profile).into_iter().map(|(key, value)| vec![format!("`{key}`"), value.to_string()]);
        text + &table(
            [words::PARAMETER, words::NUMBER].map(|words| self.say(words).to_owned()).to_vec(),
            rows,
        )
    }

    /// The text with each name of a rule as a link to it, where the whole reference is shown.
    fn linked(&self, text: &str) -> String {
        if self.book.rule.is_some() {
            return text.to_owned();
        }
        let names = RULES.iter().map(|rule| rule.id.name());
        names.fold(text.to_owned(), |text, name| text.replace(&format!("`{name}`"), &link(name)))
    }
}

fn link(rule: &str) -> String {
    format!("[`{rule}`](#{rule})")
}

fn table(header: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | "));
    let rule: Vec<String> = header.iter().map(|_| "---".to_owned()).collect();
    let rows: String = rows.map(|row| line(&row)).collect();
    format!("\n{}{}{rows}", line(&header), line(&rule))
}

/// What a heading is linked by: small letters and digits, spaces as hyphens, the rest left out.
fn slug(heading: &str) -> String {
    let kept = heading.chars().filter(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | '_'));
    kept.flat_map(char::to_lowercase).map(|letter| if letter == ' ' { '-' } else { letter }).collect()
}

/// What people wrote, in which nothing is taken for Markdown.
fn literal(text: &str) -> String {
    let mut literal = String::with_capacity(text.len());
    for letter in visible_lines(text).chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            literal.push('\\');
        }
        literal.push(if letter == '\n' { ' ' } else { letter });
    }
    literal
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use zonewerk_io as load;

    fn book() -> RuleBook {
        let profiles = load::profile_names().map(|name| load::profile(name).unwrap().0);
        RuleBook { rule: None, profiles: profiles.collect() }
    }

    #[test]
    fn every_link_leads_to_a_heading_that_stands_once() {
        for language in Language::ALL {
            let page = markdown(&book(), language);
            let mut headings = BTreeSet::new();
            for heading in page.lines().filter(|line| line.starts_with("##")) {
                let heading = slug(heading.trim_start_matches('#').trim());
                assert!(headings.insert(heading.clone()), "{heading} twice in {}", language.code());
            }
            let links: Vec<&str> =
                page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()).collect();
            assert!(links.len() > 3 * RULES.len());
            let nowhere: Vec<&&str> = links.iter().filter(|link| !headings.contains(**link)).collect();
            assert_eq!(nowhere, Vec::<&&str>::new(), "{}", language.code());
        }
    }

    #[test]
    fn every_row_of_a_table_has_as_many_fields_as_its_header() {
        for language in Language::ALL {
            let page = markdown(&book(), language);
            let fields = |line: &str| line.replace("\\|", "").matches('|').count();
            let tables: Vec<&str> = page.split("\n\n").filter(|block| block.starts_with('|')).collect();
            assert!(tables.len() > RULES.len());
            for table in tables {
                let counts: BTreeSet<usize> = table.trim().lines().map(fields).collect();
                assert_eq!(counts.len(), 1, "{table}");
            }
        }
    }

    #[test]
    fn words_of_a_profile_are_taken_literally() {
        let mut book = book();
        book.profiles[0].title = "A *bold* | <b>title</b>".to_owned();
        let page = markdown(&book, Language::English);
        assert!(page.contains(r"A \*bold\* \| \<b\>title\</b\>"));
    }
}
