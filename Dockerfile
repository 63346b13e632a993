FROM rust:1.95-slim AS build
# the compiler's own needs: whichever version this Debian has
# hadolint ignore=DL3008
RUN apt-get update && apt-get install -y --no-install-recommends build-essential && rm -rf /var/lib/apt/lists/*
WORKDIR /attache
COPY . .
RUN cargo build --release --locked

FROM debian:stable-slim
RUN useradd --uid 10001 --create-home attache
COPY --from=build /attache/target/release/attache /usr/local/bin/attache
RUN mkdir /home/attache/data && chown 10001 /home/attache/data
USER 10001
WORKDIR /home/attache/data
VOLUME /home/attache/data
ENV ATTACHE_HTTP_LISTEN=127.0.0.1:8080
HEALTHCHECK --interval=1m --timeout=5s --start-period=1m CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/8080 && printf 'GET /healthz HTTP/1.0\\r\\n\\r\\n' >&3 && head -n1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["attache"]
