//! Styles as QGIS keeps them in a GeoPackage: a table beside the layers, which it looks into
//! when a layer is opened.

use rusqlite::{Transaction, params};

use super::{GeoPackageError, GpkgLayer, own_columns};

/// The table that QGIS looks for.
pub(super) const TABLE: &str = "layer_styles";

/// As QGIS 3 makes it, but for the time of the last change, which is always the same here.
const SCHEMA: &str = "
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  f_table_catalog TEXT(256),
  f_table_schema TEXT(256),
  f_table_name TEXT(256),
  f_geometry_column TEXT(256),
  styleName TEXT(30),
  styleQML TEXT,
  styleSLD TEXT,
  useAsDefault BOOLEAN,
  description TEXT,
  owner TEXT(30),
  ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
);
INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id)
VALUES ('layer_styles', 'attributes', 'layer_styles', '', '1970-01-01T00:00:00.000Z', 0);
";

/// Writes the styles of the layers that have one, each the default of its layer.
pub(super) fn write(transaction: &Transaction, layers: &[GpkgLayer]) -> Result<(), GeoPackageError> {
    if layers.iter().all(|layer| layer.style.is_none()) {
        return Ok(());
    }
    transaction.execute_batch(SCHEMA)?;
    let sql = "INSERT INTO layer_styles VALUES
               (NULL, '', '', ?1, ?2, ?3, ?4, '', 1, ?5, '', NULL, '1970-01-01T00:00:00.000Z')";
    for layer in layers {
        let Some(style) = &layer.style else { continue };
        let [_, geometry] = own_columns(layer);
        transaction.execute(sql, params![layer.name, geometry, style.name, style.qml, layer.description])?;
    }
    Ok(())
}
