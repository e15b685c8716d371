use programs::{at, say};
use std::fs;

fn main() -> std::io::Result<()> {
    say("link", fs::hard_link(at("file"), at("second")));
    say("again", fs::hard_link(at("file"), at("second")));
    fs::write(at("second"), "changed by the second name")?;
    say("first", fs::read_to_string(at("file")));
    say("remove", fs::remove_file(at("file")));
    say("second", fs::read_to_string(at("second")));
    say("length", fs::metadata(at("second")).map(|found| found.len()));
    say("of a directory", fs::hard_link(at("dir"), at("third")));
    say("of nothing", fs::hard_link(at("missing"), at("third")));
    say("into", fs::hard_link(at("second"), at("dir/third")));
    say("third", fs::read_to_string(at("dir/third")));
    Ok(())
}
