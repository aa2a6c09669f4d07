use zonewerk_io::neutral_cell;

/// A CSV table (RFC 4180) in memory, of which a spreadsheet runs no cell.
pub(super) struct CsvTable(csv::Writer<Vec<u8>>);

impl CsvTable {
    /// One more row.
    pub(super) fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<str>>) {
        for cell in cells {
            self.0.write_field(neutral_cell(cell.as_ref()).as_bytes()).expect("writing to memory succeeds");
        }
        self.0.write_record(None::<&[u8]>).expect("rows of a table have one length");
    }
}

/// The bytes of a table, which `write` fills; its rows have one length.
pub(super) fn csv_table(write: impl FnOnce(&mut CsvTable)) -> Vec<u8> {
    let mut table = CsvTable(csv::Writer::from_writer(Vec::new()));
    write(&mut table);
    table.0.into_inner().expect("writing to memory succeeds")
}
