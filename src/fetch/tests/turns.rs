//! Turns at a host, and how long robots.txt holds, as servers see them (rows 18 and 22 of the polling table).

use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::Semaphore;
use tokio::time::Instant;

use super::*;

/// Requests a host has under way, over all its ports.
#[derive(Default)]
struct Load {
    now: AtomicUsize,
    most: AtomicUsize,
}

/// A server whose answers wait for a permit of `gate`; feeds and pages alike. `/from/…` leads to `/…` at once.
async fn gated(load: &Arc<Load>, gate: &Arc<Semaphore>) -> (SocketAddr, JoinSet<()>) {
    let (load, gate) = (Arc::clone(load), Arc::clone(gate));
    let app = Router::new().fallback(move |request: Request| {
        let (load, gate) = (Arc::clone(&load), Arc::clone(&gate));
        async move {
            if let Some(to) = request.uri().path().strip_prefix("/from") {
                return redirect(302, to);
            }
            let now = load.now.fetch_add(1, Ordering::SeqCst) + 1;
            load.most.fetch_max(now, Ordering::SeqCst);
            gate.acquire().await.unwrap().forget();
            load.now.fetch_sub(1, Ordering::SeqCst);
            answer(200, &[], "")
        }
    });
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let mut task = JoinSet::new();
    task.spawn(async move { axum::serve(listener, app).await.unwrap() });
    (address, task)
}

#[tokio::test]
async fn row_18_at_most_two_requests_of_one_host_are_in_flight_whatever_the_port_and_the_kind() {
    let (load, gate) = (Arc::<Load>::default(), Arc::new(Semaphore::new(0)));
    let servers = [gated(&load, &gate).await, gated(&load, &gate).await];
    let ports =
        servers.iter().map(|(address, _)| format!("127.0.0.1/32:{}", address.port()).parse().unwrap());
    let settings = Settings { allow_nets: ports.collect(), spacing: Duration::ZERO, ..Settings::default() };
    let web = Web::new(settings).unwrap();
    let mut under_way = JoinSet::new();
    for number in 0..9 {
        let (address, _) = &servers[number % 2];
        let kind = if number < 3 { Kind::Feed } else { Kind::Page };
        let path = if number < 6 { format!("/{number}") } else { format!("/from/{number}") };
        let (web, want) = (web.clone(), Want::new(format!("http://{address}{path}"), kind));
        under_way.spawn(async move { web.get(want).await.map(|fetched| fetched.status) });
    }
    // answers come one by one, each after time enough for every request that may begin to do so
    while !under_way.is_empty() {
        for _ in 0..1_500 {
            tokio::task::yield_now().await;
        }
        if load.now.load(Ordering::SeqCst) > 0 {
            gate.add_permits(1);
        }
        while let Some(ended) = under_way.try_join_next() {
            assert_eq!(ended.unwrap().unwrap(), 200);
        }
    }
    assert_eq!(load.most.load(Ordering::SeqCst), 2);
}

#[tokio::test]
async fn row_18_requests_of_one_host_begin_apart() {
    let server = Server::start(|_| answer(200, &[], "")).await;
    let spacing = Duration::from_millis(20);
    let web = Web::new(Settings { spacing, ..settings(&[&server]) }).unwrap();
    let begin = Instant::now();
    for number in 0..3 {
        web.get(feed(server.url(&format!("/{number}")))).await.unwrap();
    }
    // never earlier, however slow the machine
    assert!(begin.elapsed() >= 2 * spacing);
}

#[tokio::test]
async fn row_22_robots_txt_holds_for_a_day() {
    let server = Server::start(|_| answer(200, &[], "")).await;
    let web = web(&[&server]);
    let mut page = 0;
    for (hours, asked) in [(0, 1), (23, 1), (2, 2)] {
        tokio::time::pause();
        tokio::time::advance(Duration::from_hours(hours)).await;
        tokio::time::resume();
        page += 1;
        web.get(Want::new(server.url(&format!("/{page}")), Kind::Page)).await.unwrap();
        let robots = server.paths().iter().filter(|path| *path == "/robots.txt").count();
        assert_eq!(robots, asked, "{page}");
    }
}

#[test]
fn row_18_two_at_a_time_and_a_second_apart_is_what_holds_unless_a_test_says_otherwise() {
    let Settings { spacing, per_host, .. } = Settings::default();
    assert_eq!((spacing, per_host), (Duration::from_secs(1), 2));
}
