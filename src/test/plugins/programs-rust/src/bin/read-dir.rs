use programs::{at, say};
use std::fs;

fn main() -> std::io::Result<()> {
    fs::create_dir(at("many"))?;
    for number in 0..300 {
        fs::write(at(&format!("many/{number:03}-with-a-rather-long-name-to-fill-buffers")), "")?;
    }
    let mut names: Vec<String> = fs::read_dir(at("many"))?
        .map(|entry| entry.map(|each| each.file_name().into_string().unwrap()))
        .collect::<Result<_, _>>()?;
    names.sort();
    println!("{} from {} to {}", names.len(), names[0], names[299]);
    let mut kinds: Vec<String> = fs::read_dir(at("."))?
        .map(|entry| {
            let entry = entry?;
            let kind = entry.file_type()?;
            Ok(format!("{:?} dir {} file {}", entry.file_name(), kind.is_dir(), kind.is_file()))
        })
        .collect::<std::io::Result<_>>()?;
    kinds.sort();
    println!("{kinds:#?}");
    // Removing what is being listed.
    for entry in fs::read_dir(at("many"))? {
        fs::remove_file(entry?.path())?;
    }
    say("left", fs::read_dir(at("many")).map(|all| all.count()));
    say("of a file", fs::read_dir(at("file")).map(|_| ()));
    say("of nothing", fs::read_dir(at("missing")).map(|_| ()));
    Ok(())
}
