//! ESRI shapefiles: shapes in a `.shp` file, attributes in the `.dbf` file beside it, the
//! coordinate system in a `.prj` file and the encoding of texts in a `.cpg` file.
//!
//! Every length and count is checked against the bytes at hand before it is believed, so
//! that no file takes more memory than a fixed multiple of its size. Shape and row belong
//! together by their place alone; both files are read in full, or refused.

mod code_page;
mod dbf;
mod encoding;
mod polygons;
mod shp;
#[cfg(test)]
mod tests;

use crate::formats::csv_table::problem;
use crate::{InputPlace, InputProblems, keep};
use zonewerk_core::layer::{Feature, MapLayer, StatedCrs};

/// The bytes of the files that are one shapefile.
pub(crate) struct ShapefileParts<'a> {
    pub(crate) shp: &'a [u8],
    pub(crate) dbf: Option<&'a [u8]>,
    pub(crate) prj: Option<&'a [u8]>,
    pub(crate) cpg: Option<&'a [u8]>,
}

/// Reads a shapefile. A row marked as deleted is left out with its shape; the features
/// after it keep their numbers. Heights and measures are left out.
///
/// The encoding is the user's, by name (`windows-1252`), else what the `.cpg` file says,
/// else what the `.dbf` file says, else UTF-8 where the texts are and windows-1252
/// otherwise.
///
/// # Errors
/// With the faults of the `.shp` and the `.dbf` file together, or when they do not count
/// the same features.
pub(crate) fn layer(
    file: &str,
    parts: &ShapefileParts,
    encoding: Option<&str>,
) -> Result<MapLayer, InputProblems> {
    let mut problems = Vec::new();
    let dbf = beside(file, "dbf");
    let shapes = keep(&mut problems, shp::shapes(file, parts.shp));
    let cpg = parts.cpg.map(|bytes| (beside(file, "cpg"), bytes));
    let table = match parts.dbf {
        Some(bytes) => keep(&mut problems, dbf::table(&dbf, bytes, cpg, encoding)),
        None => {
            let expected = format!("{dbf} beside it");
            problems.push(problem("missing-dbf", file, InputPlace::File, "no file of attributes", &expected));
            None
        }
    };
    if let (Some(shapes), Some(table)) = (&shapes, &table)
        && shapes.len() != table.rows.len()
    {
        let found = format!("{} rows", table.rows.len());
        let expected = format!("{}, one for each shape", shapes.len());
        problems.push(problem("wrong-row-count", &dbf, InputPlace::File, &found, &expected));
    }
    InputProblems::none_of(problems)?;
    let (shapes, table) = (shapes.unwrap_or_default(), table.unwrap_or_default());
    let both = table.rows.into_iter().zip(shapes).zip(1..);
    let feature = |((row, shape), number)| {
        let attributes: Option<Vec<_>> = row;
        attributes.map(|attributes| Feature { number, id: None, attributes, shape })
    };
    Ok(MapLayer {
        file: file.to_owned(),
        name: None,
        crs: crs(parts.prj),
        columns: table.columns,
        features: both.filter_map(feature).collect(),
        encoding: Some(table.encoding),
    })
}

fn crs(prj: Option<&[u8]>) -> StatedCrs {
    let text = prj.map(String::from_utf8_lossy).filter(|text| !text.trim().is_empty());
    text.map_or(StatedCrs::Nothing, |text| StatedCrs::Wkt(text.into_owned()))
}

/// Name of the file beside a `.shp` file: `a/b.dbf` for `a/b.shp`, `B.DBF` for `B.SHP`.
fn beside(file: &str, extension: &str) -> String {
    match file.len().checked_sub(4).and_then(|dot| file.split_at_checked(dot)) {
        Some((stem, ".SHP")) => format!("{stem}.{}", extension.to_uppercase()),
        Some((stem, ending)) if ending.eq_ignore_ascii_case(".shp") => format!("{stem}.{extension}"),
        _ => format!("{file}.{extension}"),
    }
}
