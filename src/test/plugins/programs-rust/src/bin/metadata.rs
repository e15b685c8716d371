use programs::{at, say};
use std::fs::{self, File, FileTimes};
use std::time::{Duration, SystemTime};

fn main() -> std::io::Result<()> {
    let time = SystemTime::UNIX_EPOCH + Duration::new(1_000_000_000, 123_456_789);
    let file = File::options().write(true).open(at("file"))?;
    say("set", file.set_times(FileTimes::new().set_accessed(time).set_modified(time)));
    let found = file.metadata()?;
    println!("exact {} {}", found.modified()? == time, found.accessed()? == time);
    say("modified alone", file.set_modified(time + Duration::from_secs(1)));
    let found = fs::metadata(at("file"))?;
    println!("moved {} stayed {}", found.modified()? > time, found.accessed()? == time);
    println!("length {} file {} dir {}", found.len(), found.is_file(), found.is_dir());
    fs::write(at("file"), "now")?;
    println!("now {}", fs::metadata(at("file"))?.modified()? > SystemTime::now() - Duration::from_secs(3600));
    say("missing", fs::metadata(at("missing")).map(|_| ()));
    say("created", fs::metadata(at("dir")).map(|found| found.is_dir()));
    Ok(())
}
