use super::InputProblems;
use crate::layer::Layer;
pub(super) struct ShapefileParts<'a> { pub shp: &'a [u8], pub dbf: Option<&'a [u8]>, pub prj: Option<&'a [u8]>, pub cpg: Option<&'a [u8]> }
pub(super) fn layer(_: &str, _: &ShapefileParts, _: Option<&str>) -> Result<Layer, InputProblems> { todo!() }
