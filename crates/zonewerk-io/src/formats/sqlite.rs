//! An SQLite database from an untrusted file, read in memory. No code of the file is run:
//! views, virtual tables, triggers and computed columns are off. Pages may point
//! in circles, so the work is bounded by the length of the file.

use std::cell::Cell;
use std::io::Read;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, MAIN_DB, Row};
use thiserror::Error;

/// What every file starts with.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Place of the two bytes that say whether a journal of the kind "write-ahead" is kept
/// beside the file, 2 for yes; bytes in memory have none.
const JOURNAL: usize = 18;

/// What `table_xinfo` calls a column that is computed when it is read.
const COMPUTED: i64 = 2;

/// Steps of SQLite's machine between two times that they are counted.
const STEPS: i32 = 1_000;

/// Why a database cannot be read on.
#[derive(Debug, Error)]
pub(crate) enum Damage {
    /// The bytes do not start like a database.
    #[error("no SQLite database")]
    NotADatabase,
    /// SQLite said no.
    #[error("{}", words(.0))]
    Sqlite(#[from] rusqlite::Error),
    /// Rows without end: pages in circles, or values that no row holds.
    #[error("more rows than {0} bytes can hold")]
    Endless(usize),
    /// Row numbers that do not rise: pages that are reached twice.
    #[error("row {0} out of its order")]
    Disorder(i64),
}

/// A database in memory, with what may still be read of it.
pub(crate) struct Database {
    connection: Connection,
    length: usize,
    allowance: Cell<usize>,
}

/// A column of a table.
pub(crate) struct SqliteColumn {
    pub(crate) name: String,
    /// Place in the primary key, counted from 1; 0 outside of it.
    pub(crate) key: i64,
}

impl Database {
    /// Opens bytes; nothing is written, and no file is touched.
    pub(crate) fn open(bytes: &[u8]) -> Result<Self, Damage> {
        if !bytes.starts_with(MAGIC) || bytes.len() <= JOURNAL + 2 {
            return Err(Damage::NotADatabase);
        }
        let mut connection = Connection::open_in_memory()?;
        let longest = i32::try_from(bytes.len().max(1_000_000)).unwrap_or(i32::MAX);
        for (limit, most) in [
            (Limit::SQLITE_LIMIT_LENGTH, longest),
            (Limit::SQLITE_LIMIT_SQL_LENGTH, 1_000_000),
            (Limit::SQLITE_LIMIT_VDBE_OP, 25_000),
            (Limit::SQLITE_LIMIT_ATTACHED, 0),
            (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
        ] {
            connection.set_limit(limit, most)?;
        }
        for (setting, on) in [
            (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
            (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
            (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
            (DbConfig::SQLITE_DBCONFIG_DQS_DML, false),
            (DbConfig::SQLITE_DBCONFIG_DQS_DDL, false),
        ] {
            connection.set_db_config(setting, on)?;
        }
        connection.execute_batch("PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY;")?;

        let mut steps = 20_000 + bytes.len() / 50;
        connection.progress_handler(
            STEPS,
            Some(move || {
                steps = steps.saturating_sub(1);
                steps == 0
            }),
        )?;
        let without_journal = bytes[..JOURNAL].chain(&[1, 1][..]).chain(&bytes[JOURNAL + 2..]);
        connection.deserialize_read_exact(MAIN_DB, without_journal, bytes.len(), true)?;
        let allowance = Cell::new(bytes.len().saturating_mul(4).saturating_add(4_000_000));
        Ok(Self { connection, length: bytes.len(), allowance })
    }

    /// Whether there is a table of this name, case aside, with pages of its own: neither
    /// a view nor virtual.
    pub(crate) fn has_table(&self, name: &str) -> Result<bool, Damage> {
        let mut found = false;
        self.each_row("SELECT name, type, rootpage FROM sqlite_schema", |row| {
            let own_pages = row.get_ref(2)?.as_i64_or_null().ok().flatten().is_some_and(|page| page > 0);
            let named = text(row.get_ref(0)?).is_some_and(|found| found.eq_ignore_ascii_case(name));
            found |= named && own_pages && text(row.get_ref(1)?).as_deref() == Some("table");
            Ok(())
        })?;
        Ok(found)
    }

    /// The columns of a table, in its order, without those computed when they are read.
    pub(crate) fn columns(&self, table: &str) -> Result<Vec<SqliteColumn>, Damage> {
        let mut columns = Vec::new();
        self.each_row(&format!("PRAGMA table_xinfo({})", quoted(table)), |row| {
            let name = text(row.get_ref(1)?).unwrap_or_default();
            if row.get::<_, i64>(6)? != COMPUTED {
                columns.push(SqliteColumn { name, key: row.get(5)? });
            }
            Ok(())
        })?;
        Ok(columns)
    }

    /// Rows of a table; no more are counted than the file has bytes.
    pub(crate) fn count(&self, table: &str) -> Result<i64, Damage> {
        let sql = format!("SELECT count(*) FROM (SELECT 1 FROM {} LIMIT {})", quoted(table), self.length);
        Ok(self.connection.query_row(&sql, [], |row| row.get(0))?)
    }

    /// Whether a statement can be run.
    pub(crate) fn understands(&self, sql: &str) -> bool {
        self.connection.prepare(sql).is_ok()
    }

    /// Shows every row of a query.
    pub(crate) fn each_row(
        &self,
        sql: &str,
        mut see: impl FnMut(&Row) -> Result<(), Damage>,
    ) -> Result<(), Damage> {
        let mut statement = self.connection.prepare(sql)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                let size = match row.get_ref(column)? {
                    ValueRef::Text(bytes) | ValueRef::Blob(bytes) => 1 + bytes.len(),
                    ValueRef::Null | ValueRef::Integer(_) | ValueRef::Real(_) => 1,
                };
                let left = self.allowance.get().checked_sub(size).ok_or(Damage::Endless(self.length))?;
                self.allowance.set(left);
            }
            see(row)?;
        }
        Ok(())
    }
}

/// A text, bytes that are no UTF-8 replaced; `None` for anything else.
pub(crate) fn text(value: ValueRef) -> Option<String> {
    match value {
        ValueRef::Text(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
        _ => None,
    }
}

/// A name as SQL writes it, whatever it contains.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn words(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(_, Some(message)) => message.clone(),
        rusqlite::Error::SqlInputError { msg, .. } => msg.clone(),
        other => other.to_string(),
    }
}
