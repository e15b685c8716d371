use std::thread;
use std::time::{Duration, Instant, SystemTime};

fn main() {
    let before = Instant::now();
    let wall = SystemTime::now();
    thread::sleep(Duration::from_millis(20));
    let slept = before.elapsed();
    println!("slept {}", slept >= Duration::from_millis(20) && slept < Duration::from_secs(60));
    println!("wall {}", wall.elapsed().unwrap() >= Duration::from_millis(19));
    println!("since 2024 {}", wall > SystemTime::UNIX_EPOCH + Duration::from_secs(1_704_067_200));
    let mut last = Instant::now();
    println!("monotonic {}", (0..1000).all(|_| {
        let now = Instant::now();
        let later = now >= last;
        last = now;
        later
    }));
}
