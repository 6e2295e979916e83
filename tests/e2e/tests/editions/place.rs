//! Where an edition stands, and how a browser gets at what it shows.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use fajian_e2e::checkout;

/// The built page.
pub(crate) fn dist() -> PathBuf {
    std::env::var_os("FAJIAN_DIST").map_or_else(|| checkout().join("dist"), PathBuf::from)
}

/// A folder of its own, taken away when dropped.
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    pub(crate) fn new() -> Self {
        static N_MADE: AtomicUsize = AtomicUsize::new(0);
        let number = N_MADE.fetch_add(1, Ordering::SeqCst);
        let name = format!("fajian-editions-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&folder).expect("a folder");
        Self(folder)
    }

    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let file = self.0.join(name);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(&file, bytes).expect("a file");
        file
    }

    /// Copies a built file here.
    pub(crate) fn take(&self, path: &str) -> PathBuf {
        self.put(path, &std::fs::read(dist().join(path)).expect("a built file"))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.0).ok();
    }
}

/// The address of a file on the disk.
pub(crate) fn address(file: &Path) -> String {
    format!("file://{}", file.display())
}
