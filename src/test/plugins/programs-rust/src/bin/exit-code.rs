use std::io::Write;
use std::process::{exit, ExitCode};

struct Loud;

impl Drop for Loud {
    fn drop(&mut self) {
        println!("dropped");
    }
}

fn main() -> ExitCode {
    print!("not flushed by exit without a line's end");
    std::io::stdout().flush().unwrap();
    let _loud = Loud;
    if std::env::args().count() > 100 {
        return ExitCode::from(7);
    }
    exit(1)
}
