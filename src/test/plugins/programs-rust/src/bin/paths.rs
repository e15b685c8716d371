use programs::{at, say};
use std::fs;

fn main() -> std::io::Result<()> {
    for name in ["größe ☃.txt", " blank ", "-dash", "dot.", "~", "%41", "a\\b", "new\nline"] {
        fs::write(at(name), name)?;
        say("read", fs::read_to_string(at(name)));
    }
    let mut names: Vec<_> = fs::read_dir(at("."))?.map(|each| each.unwrap().file_name()).collect();
    names.sort();
    println!("{names:?}");
    say("long", fs::write(at(&"x".repeat(255)), ""));
    say("too long", fs::write(at(&"x".repeat(256)), ""));
    say("empty", fs::read(""));
    say("nul", fs::read(at("a\0b")));
    say("slash", fs::read(at("file/")));
    Ok(())
}
