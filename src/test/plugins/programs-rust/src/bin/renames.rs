use programs::{at, say};
use std::fs;

fn main() -> std::io::Result<()> {
    fs::write(at("other"), "other")?;
    say("over", fs::rename(at("other"), at("file")));
    say("content", fs::read_to_string(at("file")));
    say("gone", fs::rename(at("other"), at("x")));
    say("directory", fs::rename(at("dir"), at("renamed")));
    say("deep", fs::read_to_string(at("renamed/deep")));
    fs::create_dir(at("empty"))?;
    say("onto empty", fs::rename(at("renamed"), at("empty")));
    fs::create_dir(at("second"))?;
    say("onto full", fs::rename(at("second"), at("empty")));
    say("file onto directory", fs::rename(at("file"), at("second")));
    say("directory onto file", fs::rename(at("second"), at("file")));
    say("into itself", fs::rename(at("empty"), at("empty/below")));
    say("same", fs::rename(at("file"), at("file")));
    say("into", fs::rename(at("file"), at("empty/file")));
    say("found", fs::read_to_string(at("empty/file")));
    Ok(())
}
