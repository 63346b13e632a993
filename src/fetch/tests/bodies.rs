//! Bodies: caps, bombs, slowness and damage.

use std::io::Write;

use axum::body::Bytes;
use futures_util::{StreamExt, stream};

use super::*;

/// A gibibyte.
const HUGE: usize = 1 << 30;

/// A brotli stream that decompresses to a gibibyte of zeros.
fn brotli_bomb() -> Vec<u8> {
    let mut out = Vec::new();
    let zeros = vec![0_u8; 4 << 20];
    let mut writer = brotli::CompressorWriter::new(&mut out, 1 << 20, 1, 24);
    for _ in 0..HUGE / zeros.len() {
        writer.write_all(&zeros).unwrap();
    }
    drop(writer);
    out
}

/// A zstd frame of run-length blocks (RFC 8878, 3.1.1.2) that decompresses to a gibibyte, with a window of 128 MiB.
fn zstd_bomb() -> Vec<u8> {
    let block: u32 = 128 << 10;
    let count = HUGE / block as usize;
    let mut out = vec![0x28, 0xb5, 0x2f, 0xfd, 0x00, 17 << 3];
    for number in 1..=count {
        let header = block << 3 | 1 << 1 | u32::from(number == count);
        out.extend_from_slice(&header.to_le_bytes()[..3]);
        out.push(b'a');
    }
    out
}

/// A deflate stream (RFC 1951, fixed codes): one letter and then copies of 258 bytes, a gibibyte in all.
fn gzip_bomb() -> Vec<u8> {
    let mut out = vec![0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255];
    let (mut bits, mut held) = (0_u64, 0);
    let mut put = |code: u64, length: u32, out: &mut Vec<u8>| {
        bits |= code << held;
        held += length;
        while held >= 8 {
            out.push(bits as u8);
            bits >>= 8;
            held -= 8;
        }
    };
    put(0b011, 3, &mut out);
    put(u64::from((0x30_u8 + b'a').reverse_bits()), 8, &mut out);
    for _ in 0..HUGE / 258 {
        put(u64::from(0b1100_0101_u8.reverse_bits()), 13, &mut out);
    }
    put(0, 15, &mut out);
    out
}

/// The most memory this process ever had resident, in MiB.
fn most_resident() -> usize {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok()).unwrap_or(0) / 1_024
}

#[tokio::test]
async fn a_gibibyte_in_small_clothes_is_stopped_at_the_cap() {
    for (coding, bomb) in [("br", brotli_bomb()), ("zstd", zstd_bomb()), ("gzip", gzip_bomb())] {
        let size = bomb.len();
        let bomb = Bytes::from(bomb);
        let server = Server::start(move |_| answer(200, &[("content-encoding", coding)], bomb.clone())).await;
        let before = most_resident();
        let fault = web(&[&server]).get(feed(server.url("/"))).await.unwrap_err();
        let grown = most_resident() - before;
        assert_eq!(fault, Error::TooLarge { host: "127.0.0.1".into(), limit: 8 << 20 }, "{coding}");
        assert!(grown < 200, "{coding}: {size} bytes took {grown} MiB");
        println!("{coding}: {size} bytes, {grown} MiB more");
    }
}

#[tokio::test]
async fn the_cap_is_exact_and_each_kind_has_its_own() {
    let server = Server::start(|path| {
        let size: usize = path.trim_start_matches('/').parse().unwrap_or(0);
        answer(
            200,
            &[],
            Body::from_stream(stream::iter(
                vec![b'x'; size]
                    .chunks(1_000)
                    .map(|part| Ok::<_, std::io::Error>(Bytes::copy_from_slice(part)))
                    .collect::<Vec<_>>(),
            )),
        )
    })
    .await;
    let settings = Settings { max_feed_bytes: 10_000, max_page_bytes: 20_000, ..settings(&[&server]) };
    let web = Web::new(settings).unwrap();
    for (size, kind, fits) in [
        (10_000, Kind::Feed, true),
        (10_001, Kind::Feed, false),
        (10_001, Kind::Site, false),
        (20_000, Kind::Page, true),
        (20_001, Kind::Page, false),
    ] {
        let answer = web.get(Want::new(server.url(&format!("/{size}")), kind)).await;
        assert_eq!(answer.map(|fetched| fetched.body.len()).ok(), fits.then_some(size), "{size} {kind:?}");
    }
}

#[tokio::test]
async fn a_length_over_the_cap_is_refused_before_reading() {
    let server = Server::start(|_| answer(200, &[], vec![0_u8; 9 << 20])).await;
    let fault = web(&[&server]).get(feed(server.url("/"))).await.unwrap_err();
    assert_eq!(fault.code(), "too_large");
}

#[tokio::test]
async fn a_body_that_trickles_for_ever_meets_the_deadline() {
    let server = Server::start(|_| {
        let drops = stream::repeat(()).then(|()| async {
            tokio::time::sleep(Duration::from_millis(20)).await;
            Ok::<_, std::io::Error>(Bytes::from_static(b"."))
        });
        answer(200, &[], Body::from_stream(drops))
    })
    .await;
    let settings = Settings { timeout: Duration::from_millis(300), ..settings(&[&server]) };
    let fault = Web::new(settings).unwrap().get(feed(server.url("/"))).await.unwrap_err();
    assert_eq!(fault, Error::TimedOut { host: "127.0.0.1".into(), seconds: 1 });
}

#[tokio::test]
async fn a_body_that_is_not_what_it_claims_is_told_as_damaged() {
    let server = Server::start(|path| match path {
        "/gzip" => answer(200, &[("content-encoding", "gzip")], "this is no gzip"),
        "/br" => answer(200, &[("content-encoding", "br")], vec![0xff_u8; 100]),
        "/zstd" => answer(200, &[("content-encoding", "zstd")], "nor zstd"),
        "/odd" => answer(200, &[("content-encoding", "x-secret")], "sealed"),
        _ => {
            let parts = [Ok(Bytes::from_static(b"half")), Err(std::io::Error::other("cut"))];
            answer(200, &[], Body::from_stream(stream::iter(parts)))
        }
    })
    .await;
    let web = web(&[&server]);
    for path in ["/gzip", "/br", "/zstd", "/odd", "/cut"] {
        let fault = web.get(feed(server.url(path))).await.unwrap_err();
        // A cut may come before the headers left the server.
        let told =
            fault == Error::Garbled("127.0.0.1".into()) || (path == "/cut" && fault.code() == "unreachable");
        assert!(told, "{path} {fault:?}");
    }
}

/// The plain text in a gzip member (RFC 1952) of one stored block.
fn gzip(text: &[u8]) -> Vec<u8> {
    let step = |crc: u32, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
    let crc = !text.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step));
    let length = u16::try_from(text.len()).unwrap();
    let head = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 1];
    let ends = [crc.to_le_bytes(), u32::from(length).to_le_bytes()].concat();
    [&head[..], &length.to_le_bytes(), &(!length).to_le_bytes(), text, &ends].concat()
}

/// The plain text in a zstd frame (RFC 8878) of one raw block.
fn zstd(text: &[u8]) -> Vec<u8> {
    let block = u32::try_from(text.len()).unwrap() << 3 | 1;
    [&[0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38][..], &block.to_le_bytes()[..3], text].concat()
}

#[tokio::test]
async fn row_17_compressed_bodies_come_out_plain() {
    let text = "Ведомости".as_bytes();
    let mut br = Vec::new();
    brotli::CompressorWriter::new(&mut br, 4_096, 5, 20).write_all(text).unwrap();
    for (coding, small) in [("br", br), ("gzip", gzip(text)), ("zstd", zstd(text))] {
        let server =
            Server::start(move |_| answer(200, &[("content-encoding", coding)], small.clone())).await;
        let fetched = web(&[&server]).get(feed(server.url("/"))).await.unwrap();
        assert_eq!(fetched.body.as_ref(), text, "{coding}");
    }
}
