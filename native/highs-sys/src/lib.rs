//! The functions of the C interface of HiGHS (`highs_c_api.h`) that the crate `highs` calls, by
//! hand: no libclang is needed to build them.
//!
//! HiGHS is either linked as an archive, or its shared library is carried in the program and
//! loaded on first use, so that a program can be moved and needs no library path either way.

#![allow(non_snake_case, non_upper_case_globals)]

use std::ffi::{c_char, c_int, c_void};

pub type HighsInt = c_int;

/// Called with the type of the callback, a message, what is known, what to answer, and the data
/// that was handed over. What to answer begins with an `int`: whether to stop.
pub type Callback =
    Option<unsafe extern "C" fn(c_int, *const c_char, *const c_void, *mut c_void, *mut c_void)>;

macro_rules! interface {
    ($(fn $name:ident($($argument:ident: $type:ty),*) $(-> $answer:ty)?;)*) => {
        #[cfg(not(highs_embedded))]
        unsafe extern "C" {
            $(pub fn $name($($argument: $type),*) $(-> $answer)?;)*
        }

        #[cfg(highs_embedded)]
        struct Interface {
            $($name: unsafe extern "C" fn($($type),*) $(-> $answer)?,)*
        }

        #[cfg(highs_embedded)]
        static INTERFACE: std::sync::LazyLock<Interface> = std::sync::LazyLock::new(|| {
            let library = embedded::load();
            // A library of 64-bit integers would read and write beside every argument.
            let size = unsafe {
                std::mem::transmute::<*mut c_void, unsafe extern "C" fn(*const c_void) -> HighsInt>(
                    embedded::find(library, "Highs_getSizeofHighsInt"),
                )(std::ptr::null())
            };
            assert_eq!(size as usize, size_of::<HighsInt>(), "the solver HiGHS was built with other integers");
            // The types are those of the header.
            unsafe {
                Interface {
                    $($name: std::mem::transmute::<
                        *mut c_void,
                        unsafe extern "C" fn($($type),*) $(-> $answer)?,
                    >(embedded::find(library, stringify!($name))),)*
                }
            }
        });

        $(
            /// # Safety
            ///
            /// As the header says.
            #[cfg(highs_embedded)]
            #[allow(clippy::too_many_arguments)]
            pub unsafe fn $name($($argument: $type),*) $(-> $answer)? {
                unsafe { (INTERFACE.$name)($($argument),*) }
            }
        )*
    };
}

interface! {
    fn Highs_create() -> *mut c_void;
    fn Highs_destroy(highs: *mut c_void);
    fn Highs_clearSolver(highs: *mut c_void) -> HighsInt;
    fn Highs_run(highs: *mut c_void) -> HighsInt;
    fn Highs_passLp(
        highs: *mut c_void, num_col: HighsInt, num_row: HighsInt, num_nz: HighsInt, a_format: HighsInt,
        sense: HighsInt, offset: f64, col_cost: *const f64, col_lower: *const f64, col_upper: *const f64,
        row_lower: *const f64, row_upper: *const f64, a_start: *const HighsInt, a_index: *const HighsInt,
        a_value: *const f64
    ) -> HighsInt;
    fn Highs_passMip(
        highs: *mut c_void, num_col: HighsInt, num_row: HighsInt, num_nz: HighsInt, a_format: HighsInt,
        sense: HighsInt, offset: f64, col_cost: *const f64, col_lower: *const f64, col_upper: *const f64,
        row_lower: *const f64, row_upper: *const f64, a_start: *const HighsInt, a_index: *const HighsInt,
        a_value: *const f64, integrality: *const HighsInt
    ) -> HighsInt;
    fn Highs_passHessian(
        highs: *mut c_void, dim: HighsInt, num_nz: HighsInt, format: HighsInt, start: *const HighsInt,
        index: *const HighsInt, value: *const f64
    ) -> HighsInt;
    fn Highs_addCol(
        highs: *mut c_void, cost: f64, lower: f64, upper: f64, num_new_nz: HighsInt,
        index: *const HighsInt, value: *const f64
    ) -> HighsInt;
    fn Highs_addRow(
        highs: *mut c_void, lower: f64, upper: f64, num_new_nz: HighsInt, index: *const HighsInt,
        value: *const f64
    ) -> HighsInt;
    fn Highs_changeColBounds(highs: *mut c_void, col: HighsInt, lower: f64, upper: f64) -> HighsInt;
    fn Highs_changeColCost(highs: *mut c_void, col: HighsInt, cost: f64) -> HighsInt;
    fn Highs_changeColIntegrality(highs: *mut c_void, col: HighsInt, integrality: HighsInt) -> HighsInt;
    fn Highs_changeObjectiveSense(highs: *mut c_void, sense: HighsInt) -> HighsInt;
    fn Highs_getDoubleInfoValue(highs: *const c_void, info: *const c_char, value: *mut f64) -> HighsInt;
    fn Highs_getIntInfoValue(highs: *const c_void, info: *const c_char, value: *mut HighsInt) -> HighsInt;
    fn Highs_getIntOptionValue(highs: *const c_void, option: *const c_char, value: *mut HighsInt) -> HighsInt;
    fn Highs_getModelStatus(highs: *const c_void) -> HighsInt;
    fn Highs_getNumCols(highs: *const c_void) -> HighsInt;
    fn Highs_getNumRows(highs: *const c_void) -> HighsInt;
    fn Highs_getObjectiveValue(highs: *const c_void) -> f64;
    fn Highs_getSolution(
        highs: *const c_void, col_value: *mut f64, col_dual: *mut f64, row_value: *mut f64, row_dual: *mut f64
    ) -> HighsInt;
    fn Highs_setBoolOptionValue(highs: *mut c_void, option: *const c_char, value: HighsInt) -> HighsInt;
    fn Highs_setIntOptionValue(highs: *mut c_void, option: *const c_char, value: HighsInt) -> HighsInt;
    fn Highs_setDoubleOptionValue(highs: *mut c_void, option: *const c_char, value: f64) -> HighsInt;
    fn Highs_setStringOptionValue(
        highs: *mut c_void, option: *const c_char, value: *const c_char
    ) -> HighsInt;
    fn Highs_setCallback(highs: *mut c_void, callback: Callback, data: *mut c_void) -> HighsInt;
    fn Highs_startCallback(highs: *mut c_void, callback_type: HighsInt) -> HighsInt;
    fn Highs_setSolution(
        highs: *mut c_void, col_value: *const f64, row_value: *const f64, col_dual: *const f64,
        row_dual: *const f64
    ) -> HighsInt;
}

#[cfg(highs_embedded)]
mod embedded {
    use std::ffi::{CStr, CString, c_void};
    use std::fs::File;
    use std::io::{Error, Write};
    use std::os::fd::{AsRawFd, FromRawFd};

    static LIBRARY: &[u8] = include_bytes!(env!("HIGHS_LIBRARY"));

    pub(super) fn load() -> *mut c_void {
        // Where a file in memory may not be run, the file it was taken from is the next best.
        let told = match in_memory() {
            Ok(file) => match open(&format!("/proc/self/fd/{}", file.as_raw_fd())) {
                Ok(library) => return library,
                Err(told) => told,
            },
            Err(error) => error.to_string(),
        };
        open(env!("HIGHS_LIBRARY"))
            .unwrap_or_else(|also| panic!("the solver HiGHS cannot be loaded: {told}; {also}"))
    }

    pub(super) fn find(library: *mut c_void, name: &str) -> *mut c_void {
        let c_name = CString::new(name).unwrap();
        let found = unsafe { libc::dlsym(library, c_name.as_ptr()) };
        assert!(!found.is_null(), "the solver HiGHS has no function {name}");
        found
    }

    fn in_memory() -> Result<File, Error> {
        // Not libc::memfd_create, which asks for a younger glibc than Rust does.
        let file =
            unsafe { libc::syscall(libc::SYS_memfd_create, c"libhighs.so".as_ptr(), libc::MFD_CLOEXEC) };
        if file < 0 {
            return Err(Error::last_os_error());
        }
        let mut file = unsafe { File::from_raw_fd(file as i32) };
        file.write_all(LIBRARY)?;
        Ok(file)
    }

    fn open(path: &str) -> Result<*mut c_void, String> {
        let path = CString::new(path).unwrap();
        let library = unsafe { libc::dlopen(path.as_ptr(), libc::RTLD_NOW | libc::RTLD_LOCAL) };
        if library.is_null() {
            return Err(unsafe { CStr::from_ptr(libc::dlerror()) }.to_string_lossy().into_owned());
        }
        Ok(library)
    }
}

pub const MODEL_STATUS_NOTSET: HighsInt = 0;
pub const MODEL_STATUS_LOAD_ERROR: HighsInt = 1;
pub const MODEL_STATUS_MODEL_ERROR: HighsInt = 2;
pub const MODEL_STATUS_PRESOLVE_ERROR: HighsInt = 3;
pub const MODEL_STATUS_SOLVE_ERROR: HighsInt = 4;
pub const MODEL_STATUS_POSTSOLVE_ERROR: HighsInt = 5;
pub const MODEL_STATUS_MODEL_EMPTY: HighsInt = 6;
pub const MODEL_STATUS_OPTIMAL: HighsInt = 7;
pub const MODEL_STATUS_INFEASIBLE: HighsInt = 8;
pub const MODEL_STATUS_UNBOUNDED_OR_INFEASIBLE: HighsInt = 9;
pub const MODEL_STATUS_UNBOUNDED: HighsInt = 10;
pub const MODEL_STATUS_OBJECTIVE_BOUND: HighsInt = 11;
pub const MODEL_STATUS_OBJECTIVE_TARGET: HighsInt = 12;
pub const MODEL_STATUS_REACHED_TIME_LIMIT: HighsInt = 13;
pub const MODEL_STATUS_REACHED_ITERATION_LIMIT: HighsInt = 14;
pub const MODEL_STATUS_UNKNOWN: HighsInt = 15;
pub const MODEL_STATUS_REACHED_SOLUTION_LIMIT: HighsInt = 16;
pub const MODEL_STATUS_REACHED_INTERRUPT: HighsInt = 17;
pub const MODEL_STATUS_REACHED_MEMORY_LIMIT: HighsInt = 18;
pub const MODEL_STATUS_MIN: HighsInt = MODEL_STATUS_NOTSET;
pub const MODEL_STATUS_MAX: HighsInt = MODEL_STATUS_REACHED_MEMORY_LIMIT;

pub const STATUS_OK: HighsInt = 0;
pub const STATUS_WARNING: HighsInt = 1;
pub const STATUS_ERROR: HighsInt = -1;

pub const SOLUTION_STATUS_NONE: HighsInt = 0;
pub const SOLUTION_STATUS_INFEASIBLE: HighsInt = 1;
pub const SOLUTION_STATUS_FEASIBLE: HighsInt = 2;

pub const CALLBACK_SIMPLEX_INTERRUPT: HighsInt = 1;
pub const CALLBACK_MIP_INTERRUPT: HighsInt = 6;

pub const MATRIX_FORMAT_NONE: HighsInt = 0;
pub const MATRIX_FORMAT_COLUMN_WISE: HighsInt = 1;
pub const MATRIX_FORMAT_ROW_WISE: HighsInt = 2;

pub const OBJECTIVE_SENSE_MINIMIZE: HighsInt = 1;
pub const OBJECTIVE_SENSE_MAXIMIZE: HighsInt = -1;

// Variable types, as used in the `integrality` array passed to `Highs_passMip`
// and in `Highs_changeColIntegrality`. These mirror the `kHighsVarType*`
// constants in HiGHS' C API.
pub const VAR_TYPE_CONTINUOUS: HighsInt = 0;
pub const VAR_TYPE_INTEGER: HighsInt = 1;
pub const VAR_TYPE_SEMI_CONTINUOUS: HighsInt = 2;
pub const VAR_TYPE_SEMI_INTEGER: HighsInt = 3;
pub const VAR_TYPE_IMPLICIT_INTEGER: HighsInt = 4;

pub const kHighsHessianFormatTriangular: HighsInt = 1;
pub const kHighsHessianFormatSquare: HighsInt = 2;
