//! One report in every format that reports come in, made by the programs that people make them with.

use std::path::{Path, PathBuf};

use serde_json::json;
use xtask::server::{Server, Site};

use crate::manuscript::Manuscript;
use crate::office::{Office, PAGE};
use crate::writer::{Coding, STYLE, html, numbered, ofd, pdf};
use crate::{Browser, Options};

/// A format, and the program that writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A web page.
    Html,
    /// A web page that Chromium saved in one file.
    Mhtml,
    /// LibreOffice, from the web page.
    Docx,
    /// LibreOffice, from a document whose outline the program numbers.
    DocxNumbered,
    /// LibreOffice, Word 97 to 2003, from the web page.
    Doc,
    /// The same from a document whose outline the program numbers.
    DocNumbered,
    /// LibreOffice, from the web page.
    PdfOfOffice,
    /// Chromium, printing the web page.
    PdfOfBrowser,
    /// A PDF with a font that is only named, in UTF-16.
    PdfInUcs2,
    /// The same in GBK.
    PdfInGbk,
    /// An OFD document.
    Ofd,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Html,
        Self::Mhtml,
        Self::Docx,
        Self::DocxNumbered,
        Self::Doc,
        Self::DocNumbered,
        Self::PdfOfOffice,
        Self::PdfOfBrowser,
        Self::PdfInUcs2,
        Self::PdfInGbk,
        Self::Ofd,
    ];

    /// Its name, which is also that of the folder with its files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Mhtml => "mhtml-chromium",
            Self::Docx => "docx-libreoffice",
            Self::DocxNumbered => "docx-numbered",
            Self::Doc => "doc-libreoffice",
            Self::DocNumbered => "doc-numbered",
            Self::PdfOfOffice => "pdf-libreoffice",
            Self::PdfOfBrowser => "pdf-chromium",
            Self::PdfInUcs2 => "pdf-ucs2",
            Self::PdfInGbk => "pdf-gbk",
            Self::Ofd => "ofd",
        }
    }

    /// The ending of its files.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Mhtml => "mhtml",
            Self::Docx | Self::DocxNumbered => "docx",
            Self::Doc | Self::DocNumbered => "doc",
            Self::PdfOfOffice | Self::PdfOfBrowser | Self::PdfInUcs2 | Self::PdfInGbk => "pdf",
            Self::Ofd => "ofd",
        }
    }
}

/// A manuscript in one format.
#[derive(Clone, Debug)]
pub struct Edition {
    /// The index of the manuscript.
    pub manuscript: usize,
    /// What it was made by.
    pub form: Form,
    /// The file.
    pub path: PathBuf,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Every manuscript in every format, in files under `folder`, manuscript by manuscript.
///
/// # Panics
/// When a program is missing or fails; `cargo xtask formats` names them in `CHROME`, `CHROMEDRIVER` and `SOFFICE`.
#[must_use]
pub fn editions(manuscripts: &[Manuscript], folder: &Path) -> Vec<Edition> {
    let files = Files { manuscripts, folder };
    files.write(Form::Html, |manuscript| html(manuscript).into_bytes());
    let style = folder.join(Form::Html.name()).join("page.css");
    std::fs::write(style, STYLE).expect("a style sheet written");
    files.write(Form::Ofd, ofd);
    files.write(Form::PdfInUcs2, |manuscript| pdf(manuscript, Coding::Ucs2));
    files.write(Form::PdfInGbk, |manuscript| pdf(manuscript, Coding::Gbk));
    std::thread::scope(|scope| {
        scope.spawn(|| files.print_and_save());
        files.convert();
    });
    let mut editions = Vec::new();
    for manuscript in 0..manuscripts.len() {
        editions.extend(Form::ALL.into_iter().map(|form| {
            let path = files.path(form, manuscript);
            let bytes =
                std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            Edition { manuscript, form, path, bytes }
        }));
    }
    editions
}

struct Files<'a> {
    manuscripts: &'a [Manuscript],
    folder: &'a Path,
}

impl Files<'_> {
    fn path(&self, form: Form, manuscript: usize) -> PathBuf {
        let name = format!("{}.{}", self.manuscripts[manuscript].name, form.ending());
        self.folder.join(form.name()).join(name)
    }

    fn folder(&self, form: Form) -> PathBuf {
        let folder = self.folder.join(form.name());
        std::fs::create_dir_all(&folder).expect("a folder for documents");
        folder
    }

    fn write(&self, form: Form, write: impl Fn(&Manuscript) -> Vec<u8>) {
        self.folder(form);
        for (index, manuscript) in self.manuscripts.iter().enumerate() {
            std::fs::write(self.path(form, index), write(manuscript)).expect("a document written");
        }
    }

    /// What LibreOffice writes: one start for each format, as it takes several documents but only one format.
    fn convert(&self) {
        let office = Office::new(self.folder);
        let pages: Vec<_> =
            (0..self.manuscripts.len()).map(|index| self.path(Form::Html, index)).collect();
        let flat = self.folder.join("numbered");
        std::fs::create_dir_all(&flat).expect("a folder for documents");
        let originals: Vec<_> = self
            .manuscripts
            .iter()
            .map(|manuscript| {
                let path = flat.join(format!("{}.fodt", manuscript.name));
                std::fs::write(&path, numbered(manuscript).0).expect("a document written");
                path
            })
            .collect();
        for (form, filter, files, opened_as) in [
            (Form::Docx, "docx:MS Word 2007 XML", &pages, Some(PAGE)),
            (Form::Doc, "doc:MS Word 97", &pages, Some(PAGE)),
            (Form::PdfOfOffice, "pdf:writer_pdf_Export", &pages, Some(PAGE)),
            (Form::DocxNumbered, "docx:MS Word 2007 XML", &originals, None),
            (Form::DocNumbered, "doc:MS Word 97", &originals, None),
        ] {
            office.convert(files, opened_as, filter, &self.folder(form));
        }
    }

    /// What Chromium writes.
    fn print_and_save(&self) {
        let site = Site::new(self.folder(Form::Html));
        let server = Server::start(site, 0).expect("a free port");
        let browser = Browser::start(Options::default());
        self.folder(Form::Mhtml);
        self.folder(Form::PdfOfBrowser);
        for (index, manuscript) in self.manuscripts.iter().enumerate() {
            browser.visit(&format!("{}{}.html", server.url(), manuscript.name));
            let printed = browser.print(&json!({ "page": { "width": 21.0, "height": 29.7 } }));
            std::fs::write(self.path(Form::PdfOfBrowser, index), printed).expect("a PDF written");
            std::fs::write(self.path(Form::Mhtml, index), browser.save()).expect("a page written");
        }
    }
}
