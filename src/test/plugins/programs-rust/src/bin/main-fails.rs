fn main() -> Result<(), String> {
    println!("before");
    Err("the reason".into())
}
