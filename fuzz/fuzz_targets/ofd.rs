//! An OFD document: random text of a page, of its template and of the document's root.

#![no_main]

use fajian_fuzz::{check, pack, parts};
use libfuzzer_sys::fuzz_target;

const TOP: &[u8] =
    b"<ofd:OFD xmlns:ofd='o'><ofd:DocBody><ofd:DocRoot>D.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>";

fuzz_target!(|bytes: &[u8]| {
    let mut parts = parts(bytes);
    let mut part = |open: &str, close: &str| {
        [open.as_bytes(), parts.next().unwrap_or_default(), close.as_bytes()].concat()
    };
    let page = [
        "<ofd:Page xmlns:ofd='o'><ofd:Content><ofd:Layer>",
        "</ofd:Layer></ofd:Content></ofd:Page>",
    ];
    let (first, second) = (part(page[0], page[1]), part(page[0], page[1]));
    let root = part(
        "<ofd:Document xmlns:ofd='o'><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>\
         </ofd:PageArea><ofd:TemplatePage ID='1' BaseLoc='T.xml'/></ofd:CommonData><ofd:Pages>\
         <ofd:Page BaseLoc='P.xml'/><ofd:Page BaseLoc='T.xml'/></ofd:Pages>",
        "</ofd:Document>",
    );
    check(&pack(&[("OFD.xml", TOP), ("D.xml", &root), ("P.xml", &first), ("T.xml", &second)]));
});
