//! The program, as a test runner of another language starts it.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

#[test]
fn it_prints_one_line_of_json_and_ends_with_its_parent_process() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_mock-api"))
        .args([
            "--port",
            "0",
            "--results",
            "5",
            "--call-seconds",
            "0.5",
            "--exit-on-stdin-close",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdout = BufReader::new(child.stdout.take().unwrap());
    let mut line = String::new();
    stdout.read_line(&mut line).unwrap();
    let ready: serde_json::Value = serde_json::from_str(&line).unwrap();
    let address = ready["url"]
        .as_str()
        .unwrap()
        .strip_prefix("http://")
        .unwrap();
    assert!(address.starts_with("127.0.0.1:"));
    std::net::TcpStream::connect(address).unwrap();

    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
    let mut rest = String::new();
    stdout.read_to_string(&mut rest).unwrap();
    assert_eq!(rest, "");
}

#[test]
fn an_invalid_duration_is_refused() {
    for wrong in ["-1", "soon", "NaN"] {
        let argument = format!("--call-seconds={wrong}");
        let output = Command::new(env!("CARGO_BIN_EXE_mock-api"))
            .arg(argument)
            .output()
            .unwrap();
        assert!(!output.status.success(), "{wrong}");
    }
}
