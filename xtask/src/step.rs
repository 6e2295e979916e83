//! One step of a job: a header line, the program's own output as it comes, and the time it took.

use std::ffi::OsStr;
use std::fmt;
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// Why a job stopped; says what to do where there is something to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure(pub String);

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Failure {}

impl From<String> for Failure {
    fn from(reason: String) -> Self {
        Self(reason)
    }
}

impl From<&str> for Failure {
    fn from(reason: &str) -> Self {
        Self(reason.to_owned())
    }
}

/// What a step gives.
pub type Outcome<T = ()> = Result<T, Failure>;

/// How often a running program is looked at while a time limit is kept.
const POLL: Duration = Duration::from_millis(100);

/// Says what is about to happen.
pub fn say(what: &str) {
    println!("\n==> {what}");
}

/// Does `work` under the header `what`, and says how long it took.
///
/// # Errors
/// Those of `work`.
pub fn timed<T>(what: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    say(what);
    let start = Instant::now();
    let outcome = work();
    let verdict = if outcome.is_ok() { "done in" } else { "failed after" };
    println!("    {verdict} {}", spell(start.elapsed()));
    outcome
}

/// Runs `command` under the header `what`, its output streamed.
///
/// # Errors
/// When the program cannot be started or does not succeed.
pub fn run(what: &str, command: &mut Command) -> Outcome {
    timed(what, || succeed(command))
}

/// Runs `command` without a header, its output streamed.
///
/// # Errors
/// When the program cannot be started or does not succeed.
pub fn succeed(command: &mut Command) -> Outcome {
    let status = command.status().map_err(|error| not_started(command, &error))?;
    judge(command, status)
}

/// Runs `command` without a header and gives what it prints.
///
/// # Errors
/// When the program cannot be started or does not succeed.
pub fn captured(command: &mut Command) -> Outcome<String> {
    command.stdout(Stdio::piped());
    let child = command.spawn().map_err(|error| not_started(command, &error))?;
    let output = child.wait_with_output().map_err(|error| not_started(command, &error))?;
    judge(command, output.status)?;
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// As [`run`], for a program that may hang: ends it after `limit`.
///
/// # Errors
/// When the program cannot be started, does not succeed, or is not done in time.
pub fn run_within(what: &str, limit: Duration, command: &mut Command) -> Outcome {
    timed(what, || {
        let mut child = command.spawn().map_err(|error| not_started(command, &error))?;
        let start = Instant::now();
        loop {
            match child.try_wait() {
                Ok(Some(status)) => return judge(command, status),
                Ok(None) if start.elapsed() < limit => std::thread::sleep(POLL),
                Ok(None) => {
                    child.kill().ok();
                    child.wait().ok();
                    return Err(format!(
                        "`{}` was not done after {}",
                        spelled(command),
                        spell(limit)
                    )
                    .into());
                }
                Err(error) => return Err(not_started(command, &error)),
            }
        }
    })
}

/// What `command` prints on standard output, trimmed; `None` when it cannot be started or does not succeed.
#[must_use]
pub fn output_of(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output.status.success().then(|| text.trim().to_owned())
}

/// A program to run, in the words of a shell.
#[must_use]
pub fn command<S: AsRef<OsStr>>(program: S, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

/// `1 min 05 s`, `2.4 s`.
#[must_use]
pub fn spell(duration: Duration) -> String {
    let seconds = duration.as_secs();
    if seconds < 60 {
        format!("{:.1} s", duration.as_secs_f64())
    } else {
        format!("{} min {:02} s", seconds / 60, seconds % 60)
    }
}

fn judge(command: &Command, status: ExitStatus) -> Outcome {
    if status.success() {
        return Ok(());
    }
    Err(format!("`{}` did not succeed ({status})", spelled(command)).into())
}

fn not_started(command: &Command, error: &std::io::Error) -> Failure {
    format!("`{}` could not be run: {error}", spelled(command)).into()
}

fn spelled(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_spelled_for_people() {
        assert_eq!(spell(Duration::from_millis(2440)), "2.4 s");
        assert_eq!(spell(Duration::from_secs(65)), "1 min 05 s");
    }

    #[test]
    fn a_missing_program_is_a_failure_that_names_it() {
        let failure = succeed(&mut command("fajian-no-such-program", &["a", "b"]))
            .expect_err("no such program");
        assert!(failure.0.contains("`fajian-no-such-program a b`"), "{failure}");
        assert_eq!(output_of(&mut command("fajian-no-such-program", &[])), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_hangs_is_ended() {
        let failure = run_within("sleep", Duration::ZERO, &mut command("sleep", &["1000"]))
            .expect_err("limit");
        assert!(failure.0.contains("was not done after"), "{failure}");
    }
}
