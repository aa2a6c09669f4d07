use super::RuleBook;
use super::asked::{asked, askers, is_same_in_all};
use super::value::keys;
use super::words::{self, about, holds, weighs, weight};
use crate::period::period;
use crate::text::{WIDTH, capital, paragraph};
use zonewerk_audit::{Rule, SubjectKind};
use zonewerk_core::words::{Language, Words};

/// All rules in a table by subject, or one rule in full.
pub(super) fn text(book: &RuleBook, language: Language) -> String {
    match book.rule {
        Some(rule) => in_full(rule, book, language),
        None => table(book, language),
    }
}

fn table(book: &RuleBook, language: Language) -> String {
    let columns = Columns::of(book);
    let names: Vec<&str> = book.profiles.iter().map(|profile| profile.name.as_str()).collect();
    let title = words::ALL_RULES.in_language(language);
    let mut text = paragraph("", &format!("{} {title} {}", book.rules().count(), names.join(", ")));
    text += &columns.header(&names);
    for kind in SubjectKind::ALL {
        let rules: Vec<&Rule> = book.rules().filter(|rule| rule.id.about() == kind).collect();
        if !rules.is_empty() {
            text += &format!("\n{}\n", capital(about(kind).in_language(language)));
        }
        for rule in rules {
            let words = book.profiles.iter().map(|profile| asked(rule, profile, language).word());
            text += &columns.row(rule.id.name(), &words.collect::<Vec<_>>(), &names);
            text += &paragraph("      ", rule.summary.in_language(language));
        }
    }
    text += "\n";
    text + &paragraph("", words::MARKS.in_language(language))
}

/// Where the words of each profile stand: in columns, or where those do not fit in a line
/// that names each.
struct Columns {
    name: usize,
    widths: Option<Vec<usize>>,
}

impl Columns {
    fn of(book: &RuleBook) -> Self {
        const WORD: usize = "warning".len();
        let longest = |text: &str| text.chars().count();
        let name = book.rules().map(|rule| longest(rule.id.name())).max().unwrap_or_default();
        let widths = book.profiles.iter().map(|profile| longest(&profile.name).max(WORD));
        let widths: Vec<usize> = widths.collect();
        let total = 2 + name + widths.iter().map(|width| 2 + width).sum::<usize>();
        Self { name, widths: (total <= WIDTH).then_some(widths) }
    }

    fn header(&self, names: &[&str]) -> String {
        if self.widths.is_some() { format!("\n{}", self.row("", names, names)) } else { String::new() }
    }

    fn row(&self, rule: &str, words: &[&str], names: &[&str]) -> String {
        let Some(widths) = &self.widths else {
            let named: Vec<String> =
                names.iter().zip(words).map(|(name, word)| format!("{name} {word}")).collect();
            return format!("  {rule}\n{}", paragraph("      ", &named.join(", ")));
        };
        let cells = words.iter().zip(widths).map(|(word, width)| format!("  {word:width$}"));
        let row = format!("  {rule:name$}{}", cells.collect::<String>(), name = self.name);
        format!("{}\n", row.trim_end())
    }
}

fn in_full(rule: &Rule, book: &RuleBook, language: Language) -> String {
    let say = |words: Words| words.in_language(language);
    let mut text = format!("{}\n", rule.id.name());
    text += &paragraph("  ", say(rule.summary));
    text += "\n";
    text += &paragraph("  ", say(rule.explanation));
    text += "\n";
    let field = |name: Words, content: &str| paragraph(&format!("  {:<10}  ", say(name)), content);
    text += &field(words::ABOUT, say(about(rule.id.about())));
    text += &field(words::SEVERITY, &weighs(rule, language));
    text += &field(words::HOLDS, &holds(rule, &askers(rule, &book.profiles), language));
    for (place, &parameter) in rule.id.parameters().iter().enumerate() {
        let keys: Vec<&str> = keys(parameter).collect();
        let content = format!("{}: {}", keys.join(", "), say(parameter.meaning()));
        text += &field(if place == 0 { words::PARAMETERS } else { words::NOTHING }, &content);
    }
    let profiles = if is_same_in_all(rule, &book.profiles) { &[] } else { book.profiles.as_slice() };
    for profile in profiles {
        let asked = asked(rule, profile, language);
        text += &format!("\n{}: {}\n", profile.name, weight(&asked, language));
        if asked.severity.is_none() {
            continue;
        }
        if let Some(article) = asked.article {
            text += &field(words::ARTICLE, article);
        }
        if let Some(period) = period(asked.period, language) {
            text += &field(words::IN_FORCE, &period);
        }
        for (key, value) in &asked.values {
            text += &paragraph("  ", &format!("{key} = {value}"));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use zonewerk_audit::RULES;
    use zonewerk_core::problem::Profile;
    use zonewerk_io as load;

    fn built_in() -> Vec<Profile> {
        load::profile_names().map(|name| load::profile(name).unwrap().0).collect()
    }

    fn fits(text: &str) {
        for line in text.lines() {
            assert!(line.chars().count() <= WIDTH, "{line}");
            assert_eq!(line.trim_end(), line);
        }
    }

    #[test]
    fn table_names_every_rule_with_a_word_for_each_profile() {
        for language in Language::ALL {
            let text = text(&RuleBook { rule: None, profiles: built_in() }, language);
            fits(&text);
            for rule in RULES {
                let rows = text.lines().filter(|line| line.split_whitespace().next() == Some(rule.id.name()));
                let rows: Vec<&str> = rows.collect();
                assert_eq!(rows.len(), 1, "{}", rule.id.name());
                assert_eq!(rows[0].split_whitespace().count(), 1 + built_in().len(), "{}", rows[0]);
            }
        }
    }

    #[test]
    fn table_of_many_profiles_names_each_beside_its_word() {
        let many =
            (1..=12).map(|number| Profile { name: format!("profile-{number}"), ..built_in()[0].clone() });
        let text = text(&RuleBook { rule: None, profiles: many.collect() }, Language::English);
        fits(&text);
        assert_eq!(text.matches("profile-12 ").count(), RULES.len());
        assert!(text.contains("  wrong-number-of-zones\n      profile-1 info, profile-2 info, "));
    }

    #[test]
    fn rule_in_full_says_what_each_profile_makes_of_it() {
        for (rule, language) in RULES.iter().flat_map(|rule| Language::ALL.map(|language| (*rule, language)))
        {
            let text = text(&RuleBook { rule: Some(rule), profiles: built_in() }, language);
            fits(&text);
            assert!(text.starts_with(rule.id.name()));
            let is_told = |profile: &Profile| text.contains(&format!("\n{}: ", profile.name));
            assert!(
                built_in().iter().all(is_told) || is_same_in_all(rule, &built_in()),
                "{}",
                rule.id.name()
            );
        }
        let rule = zonewerk_audit::rule(zonewerk_audit::RuleId::WrongNumberOfZones);
        insta::assert_snapshot!(text(&RuleBook { rule: Some(rule), profiles: built_in() }, Language::English), @r"
        wrong-number-of-zones
          The plan has as many zones as the scenario or the profile says

          Zones without a unit do not count. The number that the scenario itself asks for is an error,
          whatever the profile says of this rule.

          About       plans
          Severity    warning, unless the profile says otherwise
          Holds       in the profiles that name it: call-2017
          Parameters  levels.zone.count_minimum, levels.zone.count_maximum: number of zones of a plan

        call-2017: info
          Article     60 zones: 59 and Brussels
          In force    from 1 July 2017 until 31 December 2017
          levels.zone.count_minimum = 60
          levels.zone.count_maximum = 60

        decree-2019: not asked for

        decree-2024: not asked for
        ");
    }
}
