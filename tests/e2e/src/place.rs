//! Where an edition stands, and how a browser gets at what it shows.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::checkout;

/// The built page.
///
/// # Panics
/// When it is not built.
#[must_use]
pub fn dist() -> PathBuf {
    let dist =
        std::env::var_os("FAJIAN_DIST").map_or_else(|| checkout().join("dist"), PathBuf::from);
    assert!(
        dist.join("index.html").is_file(),
        "{} is not built: run `cargo xtask e2e`",
        dist.display()
    );
    dist
}

/// A folder of its own, taken away when dropped.
#[derive(Debug)]
pub struct Folder(pub PathBuf);

impl Folder {
    /// Makes an empty one.
    ///
    /// # Panics
    /// When the system lets no folder be made.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "it makes something outside the program")]
    pub fn new() -> Self {
        static N_MADE: AtomicUsize = AtomicUsize::new(0);
        let number = N_MADE.fetch_add(1, Ordering::SeqCst);
        let name = format!("fajian-editions-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    /// Writes a file at a path in it.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let file = self.0.join(name);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(&file, bytes).expect("a file");
        file
    }

    /// Copies a built file here.
    ///
    /// # Panics
    /// When there is none.
    pub fn take(&self, path: &str) -> PathBuf {
        self.put(path, &std::fs::read(dist().join(path)).expect("a built file"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// The address of a file on the disk.
#[must_use]
pub fn address(file: &Path) -> String {
    format!("file://{}", file.display())
}
