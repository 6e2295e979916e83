//! A small server for static files on the loopback interface.
//!
//! Serves one folder under one path, keeps what it is asked for, and sends the strictest Content-Security-Policy that
//! the page is meant to live under. Knows nothing of the page itself.

use std::collections::HashMap;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use crate::size;

/// The policy that the page is served with: its own files, and nothing from or to anywhere else.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data: blob:; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; \
     base-uri 'none'; form-action 'none'";

/// A client that says nothing for this long is let go.
const PATIENCE: Duration = Duration::from_secs(10);

/// A request line or header longer than this is not answered.
const MAX_HEAD: u64 = 64 * 1024;

/// What to serve, and how.
#[derive(Clone, Debug)]
pub struct Site {
    /// The folder whose files are served.
    pub root: PathBuf,
    /// The path that the folder appears under; starts and ends in `/`.
    pub base: String,
    /// The Content-Security-Policy sent with every answer.
    pub policy: String,
    /// Extensions of files that are sent as plain text, as by servers that are not told of their types.
    pub untyped: &'static [&'static str],
    /// Whether files are packed with brotli for who takes that, as sites send them.
    pub is_packed: bool,
}

impl Site {
    /// The folder `root` at `/`, under [`STRICT_POLICY`].
    #[must_use]
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self {
            root: root.into(),
            base: "/".to_owned(),
            policy: STRICT_POLICY.to_owned(),
            untyped: &[],
            is_packed: false,
        }
    }

    /// The same folder, its files packed.
    #[must_use]
    pub fn packed(mut self) -> Self {
        self.is_packed = true;
        self
    }

    /// The same folder under the path `base`.
    #[must_use]
    pub fn under(mut self, base: &str) -> Self {
        self.base = base.to_owned();
        self
    }
}

/// The target of every request so far.
type Requests = Arc<Mutex<Vec<String>>>;

/// Files that were packed before: each is asked for often and takes a while.
type Packed = Arc<Mutex<HashMap<PathBuf, Vec<u8>>>>;

/// A running server. It ends with the process, or when it is stopped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    base: String,
    requests: Requests,
    is_stopped: Arc<AtomicBool>,
    listening: JoinHandle<()>,
}

impl Server {
    /// Starts serving `site` on the loopback interface; port 0 lets the system choose one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(site: Site, port: u16) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let (address, base) = (listener.local_addr()?, site.base.clone());
        let (requests, is_stopped) = (Requests::default(), Arc::<AtomicBool>::default());
        let site = Arc::new(site);
        let (to_keep, stop) = (Arc::clone(&requests), Arc::clone(&is_stopped));
        let packed = Packed::default();
        let listening = std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stop.load(Ordering::SeqCst) {
                    break;
                }
                let (site, requests) = (Arc::clone(&site), Arc::clone(&to_keep));
                let packed = Arc::clone(&packed);
                // A client that went away is no failure of the server.
                std::thread::spawn(move || answer(&stream, &site, &requests, &packed).ok());
            }
        });
        Ok(Self { address, base, requests, is_stopped, listening })
    }

    /// Ends it: from here on nothing listens at its address.
    pub fn stop(self) {
        self.is_stopped.store(true, Ordering::SeqCst);
        // It waits for somebody to come.
        TcpStream::connect(self.address).ok();
        self.listening.join().ok();
    }

    /// The address of the folder, with the `/` at its end.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}{}", self.address, self.base)
    }

    /// How many requests have arrived so far.
    #[must_use]
    pub fn n_requests(&self) -> usize {
        self.requests().len()
    }

    /// What was asked for so far: the targets of all requests, as they arrived.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn answer(
    mut stream: &TcpStream,
    site: &Site,
    requests: &Requests,
    packed: &Packed,
) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut lines = BufReader::new(stream.take(MAX_HEAD)).lines();
    let Some(request) = lines.next().transpose()? else {
        // Browsers open connections ahead of need and drop them unused.
        return Ok(());
    };
    let mut takes_packed = false;
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        takes_packed |= site.is_packed && does_take_brotli(&line);
    }
    let mut words = request.split(' ');
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    requests.lock().unwrap_or_else(PoisonError::into_inner).push(target.to_owned());
    let mut encoding = "";
    let (status, mime, body) = match (method, locate(site, target)) {
        ("GET" | "HEAD", Some(file)) => match std::fs::read(&file) {
            Ok(body) => {
                let mime = served_as(site, &file);
                let body = if takes_packed && mime != "image/png" {
                    encoding = "Content-Encoding: br\r\n";
                    pack(packed, file, &body)?
                } else {
                    body
                };
                ("200 OK", mime, body)
            }
            Err(_) => missing(),
        },
        ("GET" | "HEAD", None) => missing(),
        _ => {
            ("405 Method Not Allowed", "text/plain; charset=utf-8", b"only GET and HEAD\n".to_vec())
        }
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\n{encoding}Cache-Control: no-store\r\n\
         Content-Security-Policy: {}\r\nX-Content-Type-Options: nosniff\r\nReferrer-Policy: no-referrer\r\n\
         Connection: close\r\n\r\n",
        body.len(),
        site.policy
    )?;
    if method == "GET" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// Whether a header of a request says that its client unpacks brotli.
fn does_take_brotli(header: &str) -> bool {
    let (name, value) = header.split_once(':').unwrap_or_default();
    let is_named = |encoding: &str| encoding.split(';').next().is_some_and(|it| it.trim() == "br");
    name.eq_ignore_ascii_case("accept-encoding") && value.split(',').any(is_named)
}

/// The `body` of a file, packed now or before.
fn pack(packed: &Packed, file: PathBuf, body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut packed = packed.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(ready) = packed.get(&file) {
        return Ok(ready.clone());
    }
    let ready = size::brotli(body)?;
    packed.insert(file, ready.clone());
    Ok(ready)
}

fn missing() -> (&'static str, &'static str, Vec<u8>) {
    ("404 Not Found", "text/plain; charset=utf-8", b"no such file\n".to_vec())
}

/// The file that a request's target names, inside the served folder whatever the target says.
fn locate(site: &Site, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?;
    let path = percent_decode(path.strip_prefix(&site.base)?)?;
    let mut file = site.root.clone();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        // No way up, no hidden file, no other drive, no second separator.
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(part);
    }
    if file.is_dir() {
        file.push("index.html");
    }
    // A link may still lead out of the folder.
    let file = file.canonicalize().ok()?;
    file.starts_with(site.root.canonicalize().ok()?).then_some(file)
}

fn percent_decode(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digits = [rest.next()?, rest.next()?];
                u8::from_str_radix(std::str::from_utf8(&digits).ok()?, 16).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// The media type that a file is sent with.
fn served_as(site: &Site, file: &Path) -> &'static str {
    let is_untyped =
        site.untyped.iter().any(|ending| file.extension().is_some_and(|it| it == *ending));
    if is_untyped { "text/plain" } else { mime(file) }
}

/// The media type by the file's extension. Browsers refuse to stream wasm and to run scripts under another type.
fn mime(file: &Path) -> &'static str {
    let extension = file.extension().and_then(|extension| extension.to_str()).unwrap_or("");
    match extension {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "webmanifest" => "application/json",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "txt" | "md" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder of its own under the target folder, with the given files.
    fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
        let root =
            std::env::temp_dir().join(format!("fajian-server-{}-{name}", std::process::id()));
        for (path, text) in files {
            let file = root.join(path);
            std::fs::create_dir_all(file.parent().expect("a file has a folder")).expect("folder");
            std::fs::write(file, text).expect("file");
        }
        root
    }

    /// Sends `head` as it is and gives the whole answer.
    fn ask(server: &Server, head: &str) -> String {
        let mut stream = TcpStream::connect(server.address).expect("server answers");
        stream.write_all(head.as_bytes()).expect("request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("answer");
        answer
    }

    fn get(server: &Server, target: &str) -> String {
        ask(server, &format!("GET {target} HTTP/1.1\r\nHost: x\r\n\r\n"))
    }

    #[test]
    fn serves_a_folder_under_a_path_with_types_and_policy() {
        let root = folder(
            "types",
            &[("index.html", "<p>home"), ("a.wasm", "wasm"), ("d/index.html", "<p>deep")],
        );
        let server = Server::start(Site::new(root).under("/x/y/"), 0).expect("free port");
        assert!(server.url().ends_with("/x/y/"));
        let home = get(&server, "/x/y/");
        assert!(home.starts_with("HTTP/1.1 200 OK\r\n"), "{home}");
        assert!(home.contains("Content-Type: text/html; charset=utf-8\r\n"), "{home}");
        assert!(home.contains(&format!("Content-Security-Policy: {STRICT_POLICY}\r\n")), "{home}");
        assert!(home.contains("Cache-Control: no-store\r\n"), "{home}");
        assert!(home.ends_with("<p>home"), "{home}");
        assert!(get(&server, "/x/y/a.wasm?v=1").contains("Content-Type: application/wasm\r\n"));
        assert!(get(&server, "/x/y/d/").ends_with("<p>deep"));
        assert!(get(&server, "/").starts_with("HTTP/1.1 404 "));
        assert!(get(&server, "/x/y/none").starts_with("HTTP/1.1 404 "));
        assert_eq!(server.n_requests(), 5);
        assert_eq!(server.requests()[1], "/x/y/a.wasm?v=1");
    }

    #[test]
    fn a_packed_site_is_sent_packed_to_who_takes_that() {
        let root = folder("packed", &[("index.html", &"<p>home".repeat(100))]);
        let server = Server::start(Site::new(root).packed(), 0).expect("free port");
        for takes in ["gzip, br", "br;q=1.0", "deflate,br"] {
            let request = format!("HEAD / HTTP/1.1\r\nAccept-Encoding: {takes}\r\n\r\n");
            let head = ask(&server, &request);
            assert!(head.contains("Content-Encoding: br\r\n"), "{takes}: {head}");
            assert!(!head.contains("Content-Length: 700\r\n"), "{takes}: {head}");
        }
        assert!(get(&server, "/").ends_with(&"<p>home".repeat(100)));
        let head = ask(&server, "HEAD / HTTP/1.1\r\nAccept-Encoding: gzip, bread\r\n\r\n");
        assert!(head.contains("Content-Length: 700\r\n"), "{head}");
    }

    #[test]
    fn answers_head_without_a_body_and_refuses_other_methods() {
        let root = folder("methods", &[("index.html", "<p>home")]);
        let server = Server::start(Site::new(root), 0).expect("free port");
        let head = ask(&server, "HEAD / HTTP/1.1\r\n\r\n");
        assert!(head.contains("Content-Length: 7\r\n") && head.ends_with("\r\n\r\n"), "{head}");
        assert!(ask(&server, "POST / HTTP/1.1\r\n\r\n").starts_with("HTTP/1.1 405 "));
    }

    #[test]
    fn a_stopped_server_listens_no_more() {
        let root = folder("stopped", &[("index.html", "<p>home")]);
        let server = Server::start(Site::new(root), 0).expect("free port");
        let address = server.address;
        server.stop();
        assert!(TcpStream::connect(address).is_err());
    }

    #[test]
    fn never_leaves_the_folder() {
        let root = folder(
            "inside",
            &[("site/index.html", "<p>home"), ("secret.txt", "secret"), ("site/.hidden", "secret")],
        );
        let server = Server::start(Site::new(root.join("site")), 0).expect("free port");
        for target in [
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/..%2fsecret.txt",
            "/a/../../secret.txt",
            "/..\\secret.txt",
            "/.hidden",
            "//../secret.txt",
            "/%",
            "/%ff",
            "secret.txt",
            "",
        ] {
            let answer = get(&server, target);
            assert!(answer.starts_with("HTTP/1.1 404 "), "{target}: {answer}");
        }
        #[cfg(unix)]
        {
            let link = root.join("site/link.txt");
            if !link.exists() {
                std::os::unix::fs::symlink(root.join("secret.txt"), &link).expect("link");
            }
            assert!(get(&server, "/link.txt").starts_with("HTTP/1.1 404 "));
        }
    }
}
