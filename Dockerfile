FROM rust:1.95-slim AS build
RUN apt-get update && apt-get install -y --no-install-recommends build-essential && rm -rf /var/lib/apt/lists/*
WORKDIR /attache
COPY . .
RUN cargo build --release --locked

FROM debian:stable-slim
RUN useradd --create-home attache
COPY --from=build /attache/target/release/attache /usr/local/bin/attache
USER attache
WORKDIR /home/attache/data
VOLUME /home/attache/data
ENTRYPOINT ["attache"]
