# What people here run often.

# format, lints, tests
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    cargo test

# the product in a minute, with no token, key or network
demo:
    cargo run --release -- chat --demo

# speed and memory
bench:
    cargo bench

# what CI does on a clean checkout
ci:
    bash .ci/run
