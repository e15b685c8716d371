use std::env;

fn main() {
    println!("{:?}", env::args().skip(1).collect::<Vec<_>>());
    let mut all: Vec<_> = env::vars().filter(|(name, _)| name == "GREETING").collect();
    all.sort();
    println!("{all:?}");
    println!("{:?} {:?}", env::var("GREETING"), env::var("MISSING_ONE"));
    env::set_var("MISSING_ONE", "set");
    println!("{:?}", env::var("MISSING_ONE"));
    env::remove_var("GREETING");
    println!("{:?}", env::var_os("GREETING"));
}
