use std::io::{self, BufRead, Read};

fn main() -> io::Result<()> {
    let mut first = String::new();
    println!("{:?}", io::stdin().read_line(&mut first)?);
    println!("{first:?}");
    for line in io::stdin().lock().lines() {
        println!("{:?}", line?);
    }
    println!("{:?}", io::stdin().read(&mut [0; 10])?);
    Ok(())
}
