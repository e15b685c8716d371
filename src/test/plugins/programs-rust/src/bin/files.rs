use programs::{at, say};
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};

fn main() -> std::io::Result<()> {
    say("read", fs::read_to_string(at("file")));
    say("write", fs::write(at("new"), "one two three"));
    say("copy", fs::copy(at("new"), at("copy")));
    let mut file = OpenOptions::new().read(true).write(true).open(at("copy"))?;
    say("seek", file.seek(SeekFrom::Start(4)));
    say("overwrite", file.write_all(b"TWO"));
    say("seek end", file.seek(SeekFrom::End(-5)));
    let mut rest = String::new();
    say("rest", file.read_to_string(&mut rest));
    println!("{rest}");
    say("seek before", file.seek(SeekFrom::Start(2)).and_then(|_| file.seek(SeekFrom::Current(-5))));
    say("all", fs::read_to_string(at("copy")));
    let mut appended = OpenOptions::new().append(true).open(at("new"))?;
    writeln!(appended, " four")?;
    say("appended", fs::read_to_string(at("new")));
    say("create_new", File::create_new(at("new")).map(|_| ()));
    say("missing", File::open(at("missing")).map(|_| ()));
    say("no directory", File::open(at("file/x")).map(|_| ()));
    say("remove", fs::remove_file(at("new")));
    say("remove again", fs::remove_file(at("new")));
    say("exists", fs::exists(at("new")));
    Ok(())
}
