//! Compound files (Word 97 to 2003) whose chains and trees never end.

use crate::read;

const REPORT: &[u8] = include_bytes!("../../src/source/old_word/libreoffice.doc");

#[test]
fn fields_of_the_head_that_lie_do_no_harm() {
    for at in 0..512 {
        for lie in [0, 1, 2, 31, 0x7fff_ffff, u32::MAX - 1, u32::MAX] {
            let mut file = REPORT.to_vec();
            file[at..at + 4].copy_from_slice(&lie.to_le_bytes());
            let _ = read(&file);
        }
    }
}

#[test]
fn a_directory_that_is_one_long_branch_is_read() {
    // A file of some megabytes whose directory has an entry in every line, each the right neighbor of the one before,
    // and whose chain of sectors is as long as the file.
    const N_SECTORS: usize = 16_000;
    let number = |number: usize| u32::try_from(number).unwrap().to_le_bytes();
    let mut file = REPORT[..512].to_vec();
    let n_fat = N_SECTORS.div_ceil(127);
    file[44..48].copy_from_slice(&number(n_fat));
    file[48..52].copy_from_slice(&number(n_fat));
    file[76..512].fill(0xff);
    for at in 0..n_fat.min(109) {
        file[76 + at * 4..80 + at * 4].copy_from_slice(&number(at));
    }
    for at in 0..n_fat * 128 {
        file.extend(number(at + 1));
    }
    for at in 0..N_SECTORS * 4 {
        let mut entry = [0_u8; 128];
        entry[..4].copy_from_slice(&[b'a', 0, b'b', 0]);
        entry[64] = 6;
        entry[66] = if at == 0 { 5 } else { 1 };
        entry[68..72].copy_from_slice(&number(at + 2));
        entry[72..76].copy_from_slice(&number(at + 1));
        entry[76..80].copy_from_slice(&number(at + 1));
        file.extend(entry);
    }
    assert!(read(&file).is_err());
}

#[test]
fn any_four_bytes_that_lie_do_no_harm() {
    // What says how long something is stands in the streams, at any place.
    for at in (512..REPORT.len() - 4).step_by(2) {
        if REPORT[at..at + 4] == [0; 4] {
            continue;
        }
        let mut file = REPORT.to_vec();
        file[at..at + 4].copy_from_slice(&0x7fff_fff0_u32.to_le_bytes());
        let _ = read(&file);
    }
}
