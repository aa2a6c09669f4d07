//! Styles in QGIS's own format (QML), as QGIS 3.22 and later read it: what is not said is as
//! QGIS has it by default.

use crate::svg_text::escaped;

/// A symbol of one layer.
#[derive(Clone, Debug)]
pub(super) struct Symbol {
    /// `fill` or `line`.
    kind: &'static str,
    class: &'static str,
    options: Vec<(&'static str, String)>,
    /// The property that a column decides, and the column.
    by_column: Option<(&'static str, &'static str)>,
}

impl Symbol {
    /// An area: its colour, its pattern, its outline's colour, and that one's width in
    /// millimetres.
    pub(super) fn fill(colour: &str, pattern: &str, outline: &str, width: &str) -> Self {
        let options = [
            ("color", colour),
            ("style", pattern),
            ("outline_color", outline),
            ("outline_style", "solid"),
            ("outline_width", width),
            ("outline_width_unit", "MM"),
            ("joinstyle", "round"),
        ];
        Self { kind: "fill", class: "SimpleFill", options: owned(&options), by_column: None }
    }

    /// A line: its colour, its style, its width in millimetres.
    pub(super) fn line(colour: &str, style: &str, width: &str) -> Self {
        let options = [
            ("line_color", colour),
            ("line_style", style),
            ("line_width", width),
            ("line_width_unit", "MM"),
            ("capstyle", "round"),
            ("joinstyle", "round"),
        ];
        Self { kind: "line", class: "SimpleLine", options: owned(&options), by_column: None }
    }

    /// The same, filled with the colour in a column.
    pub(super) fn filled_by(self, column: &'static str) -> Self {
        Self { by_column: Some(("fillColor", column)), ..self }
    }

    fn written(&self, name: usize) -> String {
        let options: String =
            self.options.iter().map(|(name, value)| option(name, "QString", value)).collect();
        let by_column = self.by_column.map(|(property, column)| {
            let inside = option("active", "bool", "true")
                + &option("field", "QString", column)
                + &option("type", "int", "2");
            let property = map(Some(property), &inside);
            let all = option("name", "QString", "")
                + &map(Some("properties"), &property)
                + &option("type", "QString", "collection");
            format!("<data_defined_properties>\n{}</data_defined_properties>\n", map(None, &all))
        });
        format!(
            "<symbol type=\"{}\" name=\"{name}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n\
             <layer class=\"{}\" enabled=\"1\" locked=\"0\" pass=\"0\">\n{}{}</layer>\n</symbol>\n",
            self.kind,
            self.class,
            map(None, &options),
            by_column.unwrap_or_default()
        )
    }
}

fn owned(options: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    options.iter().map(|&(name, value)| (name, value.to_owned())).collect()
}

fn option(name: &str, kind: &str, value: &str) -> String {
    format!("<Option type=\"{kind}\" name=\"{name}\" value=\"{}\"/>\n", escaped(value))
}

fn map(name: Option<&str>, inside: &str) -> String {
    let name = name.map(|name| format!(" name=\"{name}\"")).unwrap_or_default();
    format!("<Option type=\"Map\"{name}>\n{inside}</Option>\n")
}

/// A style that draws every row alike.
pub(super) fn single(symbol: &Symbol, label: Option<&str>) -> String {
    let symbols = format!("<symbols>\n{}</symbols>\n", symbol.written(0));
    document(
        &format!("<renderer-v2 type=\"singleSymbol\" symbollevels=\"0\">\n{symbols}</renderer-v2>\n"),
        label,
    )
}

/// A style that draws rows by the value of a column: value, meaning, symbol. Rows that lie
/// over others come last.
pub(super) fn categorised(column: &str, categories: &[(&str, String, Symbol)]) -> String {
    let entry = |(place, (value, meaning, _)): (usize, &(&str, String, Symbol))| {
        format!(
            "<category value=\"{}\" label=\"{}\" symbol=\"{place}\" render=\"true\"/>\n",
            escaped(value),
            escaped(meaning)
        )
    };
    let entries: String = categories.iter().enumerate().map(entry).collect();
    let symbols = categories.iter().enumerate().map(|(place, (.., symbol))| symbol.written(place));
    document(
        &format!(
            "<renderer-v2 type=\"categorizedSymbol\" attr=\"{column}\" symbollevels=\"0\">\n\
             <categories>\n{entries}</categories>\n<symbols>\n{}</symbols>\n</renderer-v2>\n",
            symbols.collect::<String>()
        ),
        None,
    )
}

fn document(renderer: &str, label: Option<&str>) -> String {
    let (labels, labelling) = match label {
        None => (0, String::new()),
        Some(column) => (1, labelling(column)),
    };
    format!(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n\
         <qgis version=\"3.22.0\" styleCategories=\"Symbology|Labeling\" labelsEnabled=\"{labels}\">\n\
         {renderer}{labelling}</qgis>\n"
    )
}

/// Names with a white halo, each once, inside its area.
fn labelling(column: &str) -> String {
    format!(
        "<labeling type=\"simple\">\n<settings calloutType=\"simple\">\n\
         <text-style fieldName=\"{column}\" isExpression=\"0\" fontSize=\"8\" fontSizeUnit=\"Point\" \
         textColor=\"17,17,17,255\" textOpacity=\"1\" fontFamily=\"Sans\" fontWeight=\"50\">\n\
         <text-buffer bufferDraw=\"1\" bufferSize=\"0.7\" bufferSizeUnits=\"MM\" \
         bufferColor=\"255,255,255,255\" bufferOpacity=\"0.8\"/>\n</text-style>\n\
         <text-format multilineAlign=\"1\" autoWrapLength=\"14\" useMaxLineLengthForAutoWrap=\"1\"/>\n\
         <placement placement=\"1\" centroidInside=\"1\" centroidWhole=\"1\" quadOffset=\"4\" \
         polygonPlacementFlags=\"2\" distUnits=\"MM\" offsetUnits=\"MM\" priority=\"5\"/>\n\
         <rendering drawLabels=\"1\" labelPerPart=\"0\" obstacle=\"0\"/>\n</settings>\n</labeling>\n"
    )
}
