//! Files as they are: tables, maps and TOML of each format, before anything is known of units.

pub mod attribute_columns;
pub mod csv_cell;
pub mod csv_table;
pub mod file_faults;
pub mod geojson;
pub mod geopackage;
pub mod geopackage_crs;
pub mod geopackage_writer;
pub mod graph_file;
pub mod json;
pub mod map_file;
pub mod memory_limit;
pub mod shapefile;
pub mod sqlite;
pub mod stated_crs;
pub mod text_excerpt;
pub mod toml_file;
pub mod topojson;
pub mod wkb;
