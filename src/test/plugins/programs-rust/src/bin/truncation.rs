use programs::{at, say};
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};

fn main() -> std::io::Result<()> {
    let mut file = OpenOptions::new().read(true).write(true).open(at("file"))?;
    say("shorter", file.set_len(4));
    say("content", fs::read_to_string(at("file")));
    say("longer", file.set_len(8));
    say("zeros", fs::read(at("file")));
    file.seek(SeekFrom::Start(12))?;
    file.write_all(b"end")?;
    say("gap", fs::read(at("file")));
    say("sync", file.sync_all());
    say("truncate", OpenOptions::new().write(true).truncate(true).open(at("file")).map(|_| ()));
    let mut rest = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    say("empty", file.read_to_end(&mut rest));
    say("not writable", File::open(at("file")).and_then(|read| read.set_len(1)));
    say("not readable", File::create(at("new")).and_then(|mut new| new.read(&mut [0; 4])));
    Ok(())
}
