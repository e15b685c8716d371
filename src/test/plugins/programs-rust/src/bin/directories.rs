use programs::{at, say};
use std::fs;

fn main() {
    say("create", fs::create_dir(at("a")));
    say("again", fs::create_dir(at("a")));
    say("all", fs::create_dir_all(at("a/b/c/d")));
    say("all again", fs::create_dir_all(at("a/b/c/d")));
    say("write", fs::write(at("a/b/c/d/file"), "deep down"));
    say("remove full", fs::remove_dir(at("a/b")));
    say("remove file", fs::remove_dir(at("file")));
    say("below a file", fs::create_dir(at("file/x")));
    say("without parent", fs::create_dir(at("x/y")));
    say("dot", fs::read_to_string(at("a/./b/../b/c/d/file")));
    say("remove all", fs::remove_dir_all(at("a")));
    say("exists", fs::exists(at("a")));
    say("is_dir", fs::metadata(at("dir")).map(|found| found.is_dir()));
    say("read a directory", fs::read(at("dir")).map(|_| ()));
}
