//! The one door for those who call the program: the host's health questions, Telegram's webhook, the demonstration.
//!
//! In: a listener and what answers. Out: answers over HTTP/1.1. Invariants: whoever has not sent a whole header in
//! [`PATIENCE`] is hung up on; at most [`MOST`] are on the line of one listener, and a newcomer takes the place of whoever
//! called first of those who are silent; a stop waits for answers under way, at most [`LEAVE`], and for nobody who is silent.

use std::collections::VecDeque;
use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service as _, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tokio_util::sync::CancellationToken;

/// How long a header may take to come, from the call or from the answer before: longer than proxies and scrapers keep a
/// line they do not use, which is a minute, so that it is they who end it.
const PATIENCE: Duration = Duration::from_secs(75);

/// Most on the line at once: Telegram makes at most 20 calls, and a process may often have no more than 256 files open.
const MOST: usize = 64;

/// How long a stop waits for an answer.
const LEAVE: Duration = Duration::from_secs(1);

/// How long a newcomer waits until it is looked again who could make room.
const LOOK: Duration = Duration::from_millis(50);

/// The pause after a call that the system could not put through, as where too many files are open.
const PAUSE: Duration = Duration::from_secs(1);

/// Most bytes read ahead of one caller: all of a header.
const HEADER: usize = 32 << 10;

/// Answers whoever calls until `stop`.
pub async fn serve(listener: TcpListener, router: Router, stop: &CancellationToken) {
    let (mut switchboard, mut lines) = (Switchboard::default(), JoinSet::new());
    loop {
        let called = tokio::select! {
            () = stop.cancelled() => break,
            Some(_) = lines.join_next() => continue,
            called = listener.accept() => called,
        };
        match called {
            Ok((stream, _)) => {
                let Some((caller, place)) = stop.run_until_cancelled(switchboard.put_through()).await else {
                    break;
                };
                let talk = talk(stream, router.clone(), caller, stop.clone());
                lines.spawn(async move {
                    talk.await;
                    drop(place);
                });
            }
            Err(fault) => {
                tracing::error!(%fault, "a call could not be taken");
                stop.run_until_cancelled(sleep(PAUSE)).await;
            }
        }
    }
    while lines.join_next().await.is_some() {}
}

/// One who calls.
#[derive(Default)]
struct Caller {
    /// Whether a question of theirs is being answered.
    is_answered: AtomicBool,
    hang_up: CancellationToken,
}

/// Who is on the line, the longest first.
struct Switchboard {
    places: Arc<Semaphore>,
    callers: VecDeque<Arc<Caller>>,
}

impl Default for Switchboard {
    fn default() -> Self {
        Self { places: Arc::new(Semaphore::new(MOST)), callers: VecDeque::new() }
    }
}

impl Switchboard {
    /// Makes room for one more, as soon as there is any.
    async fn put_through(&mut self) -> (Arc<Caller>, OwnedSemaphorePermit) {
        loop {
            // those still on the line have a hold of their own
            self.callers.retain(|caller| Arc::strong_count(caller) > 1);
            if self.places.available_permits() == 0 {
                self.hang_up_on_one();
            }
            if let Ok(Ok(place)) = timeout(LOOK, Arc::clone(&self.places).acquire_owned()).await {
                let caller = Arc::<Caller>::default();
                self.callers.push_back(Arc::clone(&caller));
                return (caller, place);
            }
        }
    }

    /// Takes the one longest on the line who is not being answered off it.
    fn hang_up_on_one(&mut self) {
        let silent = self.callers.iter().position(|caller| !caller.is_answered.load(Ordering::Relaxed));
        if let Some(caller) = silent.and_then(|at| self.callers.remove(at)) {
            caller.hang_up.cancel();
        }
    }
}

/// Answers one caller until they leave, are hung up on, or `stop`.
async fn talk(stream: TcpStream, router: Router, caller: Arc<Caller>, stop: CancellationToken) {
    let (answers, asks) = (TowerToHyperService::new(router), Arc::clone(&caller));
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        let (answer, asks) = (answers.call(request), Arc::clone(&asks));
        async move {
            asks.is_answered.store(true, Ordering::Relaxed);
            let answer = answer.await;
            asks.is_answered.store(false, Ordering::Relaxed);
            answer
        }
    });
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(PATIENCE).max_buf_size(HEADER);
    let mut line = pin!(http.serve_connection(TokioIo::new(stream), service));
    tokio::select! {
        // however it ends: the caller knows
        _ = line.as_mut() => return,
        () = caller.hang_up.cancelled() => return,
        () = stop.cancelled() => line.as_mut().graceful_shutdown(),
    }
    if caller.is_answered.load(Ordering::Relaxed) {
        // what is not answered by then is asked again
        drop(timeout(LEAVE, line).await);
    }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use axum::routing::get;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    use tokio::time::Instant;

    use super::*;

    const HALF: &[u8] = b"GET / HTTP/1.1\r\nHost: x\r\n";
    const WHOLE: &[u8] = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

    /// Serves `router` and returns where.
    async fn open(router: Router, stop: &CancellationToken) -> (SocketAddr, JoinSet<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (address, stop, mut task) = (listener.local_addr().unwrap(), stop.clone(), JoinSet::new());
        task.spawn(async move { serve(listener, router, &stop).await });
        (address, task)
    }

    async fn call(address: SocketAddr, words: &[u8]) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(words).await.unwrap();
        stream
    }

    async fn heard(mut stream: TcpStream) -> String {
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await.unwrap_or_default();
        String::from_utf8(answer).unwrap()
    }

    fn plain() -> Router {
        Router::new().route("/", get(|| async { "ok\n" }))
    }

    #[tokio::test(start_paused = true)]
    async fn who_sends_half_a_header_or_nothing_is_hung_up_on() {
        let stop = CancellationToken::new();
        let (address, _task) = open(plain(), &stop).await;
        for words in [HALF, b"", b"GET / HTTP/1.1\r\nHost: x\r\n\r\n"] {
            let begun = Instant::now();
            let answer = heard(call(address, words).await).await;
            assert_eq!(answer.contains("200 OK"), words.ends_with(b"\r\n\r\n"), "{answer}");
            let passed = begun.elapsed();
            assert!((PATIENCE..PATIENCE * 2).contains(&passed), "{passed:?} for {words:?}");
        }
    }

    #[tokio::test]
    async fn whoever_asks_is_answered_at_once_however_many_are_silent() {
        let stop = CancellationToken::new();
        let (address, mut task) = open(plain(), &stop).await;
        let mut silent = Vec::new();
        for _ in 0..MOST * 3 {
            silent.push(call(address, HALF).await);
        }
        let begun = Instant::now();
        for _ in 0..3 {
            let answer = heard(call(address, WHOLE).await).await;
            assert!(answer.ends_with("ok\n"), "{answer}");
        }
        // and a stop waits for none of them
        stop.cancel();
        task.join_next().await.unwrap().unwrap();
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    }

    #[tokio::test]
    async fn who_is_being_answered_keeps_their_place_and_is_waited_for() {
        let (stop, gate, entered) =
            (CancellationToken::new(), CancellationToken::new(), CancellationToken::new());
        let (opened, inside) = (gate.clone(), entered.clone());
        let router = Router::new().route(
            "/",
            get(|| async move {
                inside.cancel();
                opened.cancelled().await;
                "ok\n"
            }),
        );
        let (address, mut task) = open(router, &stop).await;
        let asked = call(address, WHOLE).await;
        entered.cancelled().await;
        let mut silent = Vec::new();
        for _ in 0..MOST * 2 {
            silent.push(call(address, HALF).await);
        }
        // the first of the silent has been hung up on, so room was made by now
        heard(silent.remove(0)).await;
        stop.cancel();
        tokio::task::yield_now().await;
        gate.cancel();
        assert!(heard(asked).await.ends_with("ok\n"));
        task.join_next().await.unwrap().unwrap();
    }
}
