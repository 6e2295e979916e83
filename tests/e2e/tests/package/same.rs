//! The package does not depend on when and where it is made.

use std::path::Path;

use fajian_e2e::{Folder, checkout, dist};
use xtask::edition::{self, package};

/// The names and contents in a folder.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).expect("a folder").flatten();
    let mut contents: Vec<_> = entries
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, std::fs::read(entry.path()).expect("a file"))
        })
        .collect();
    contents.sort();
    contents
}

#[test]
fn the_same_build_gives_the_same_package() {
    let made = [Folder::new(), Folder::new()].map(|folder| {
        let built = std::fs::read_dir(dist()).expect("a built page").flatten();
        for file in built.filter(|entry| entry.path().is_file()) {
            folder.take(&file.file_name().to_string_lossy());
        }
        edition::write(&checkout(), &folder.0, false).expect("the editions");
        let packed = package::pack(&folder.0.join("embed"), &folder.0.join("packed"));
        let packed = std::fs::read(packed.expect("a packed package")).expect("a file");
        (contents(&folder.0.join("embed")), packed)
    });
    let [first, second] = &made;
    // Compared by name, as they are too long to be printed.
    let names = |contents: &[(String, Vec<u8>)]| -> Vec<String> {
        contents.iter().map(|(name, _)| name.clone()).collect()
    };
    assert_eq!(names(&first.0), names(&second.0));
    for (one, other) in first.0.iter().zip(&second.0) {
        assert!(one == other, "{} differs", one.0);
    }
    assert!(first.1 == second.1, "what npm packs differs");
}
