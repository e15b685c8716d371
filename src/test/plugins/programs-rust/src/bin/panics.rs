fn main() {
    println!("before");
    let none: Option<u32> = std::env::args().nth(99).map(|text| text.len() as u32);
    println!("{}", none.unwrap());
}
