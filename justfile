# What people here run often.

# format, lints, tests
check:
    cargo fmt --check
    cargo clippy --all-targets -- -D warnings
    cargo test

# the product in a minute, with no token, key or network
demo:
    cargo run -- chat --demo

# speed and memory
bench:
    cargo bench

# what CI does on a clean checkout
ci:
    bash .ci/run

# thousands of feeds and chats against loopback servers; `just load sending` for one part
load *part:
    cargo bench --bench load -- {{part}}

# a thousand kills at random moments; CRASH_SEED repeats a run
crash kills="1000":
    CRASH_KILLS={{kills}} cargo test --release --test whole crash:: -- --nocapture

# fuzz one of page, feed, text, quotes, styles (needs cargo-fuzz and g++; the stable compiler will do)
fuzz target seconds='600':
    mkdir -p fuzz/corpus/page fuzz/corpus/feed fuzz/corpus/text fuzz/corpus/quotes fuzz/corpus/styles
    cp src/article/tests/pages/*.html fuzz/corpus/page
    cp fuzz/seeds/feed/* fuzz/corpus/feed
    cp src/brief/quotes/golden/*.txt fuzz/corpus/text
    cp src/brief/quotes/golden/*.txt fuzz/corpus/quotes
    cp src/article/tests/pages/*.html fuzz/corpus/styles
    cp Cargo.lock fuzz
    cd fuzz && RUSTC_BOOTSTRAP=1 cargo fuzz run --sanitizer none {{target}} -- -dict=markup.dict -max_len=32768 -timeout=20 -max_total_time={{seconds}}
