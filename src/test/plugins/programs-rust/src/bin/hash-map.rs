use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

// A map's order is random, what is in it is not.
fn main() {
    let mut counts = HashMap::new();
    for word in "the quick fox and the lazy dog and the end".split(' ') {
        *counts.entry(word).or_insert(0) += 1;
    }
    let mut sorted: Vec<_> = counts.into_iter().collect();
    sorted.sort();
    println!("{sorted:?}");
    let hashes: HashSet<u64> = (0..8).map(|_| RandomState::new().hash_one("x")).collect();
    println!("hashes differ {}", hashes.len() > 1);
}
