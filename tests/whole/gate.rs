//! What stands between the program and a server, and can be shut: then connections break and new ones are refused.

use std::sync::Mutex;

use tokio::net::{TcpListener, TcpStream};
use tokio::task::{JoinHandle, JoinSet};

/// A gate that passes bytes both ways while it is open.
pub struct Gate {
    /// Base URL on this side.
    pub url: String,
    behind: String,
    passing: Mutex<Option<JoinHandle<()>>>,
}

impl Gate {
    /// Opens a gate before the server at `url` on a free port.
    pub async fn start(url: &str) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let gate = Self {
            url: format!("http://{}", listener.local_addr().unwrap()),
            behind: url.trim_start_matches("http://").to_owned(),
            passing: Mutex::default(),
        };
        gate.pass(listener);
        gate
    }

    /// Breaks every connection and refuses new ones.
    pub async fn shut(&self) {
        let passing = self.passing.lock().unwrap().take().unwrap();
        passing.abort();
        passing.await.unwrap_err();
    }

    /// Opens it again, at the same port.
    pub async fn open(&self) {
        let listener = TcpListener::bind(self.url.trim_start_matches("http://")).await.unwrap();
        self.pass(listener);
    }

    fn pass(&self, listener: TcpListener) {
        let behind = self.behind.clone();
        let passing = tokio::spawn(async move {
            let mut connections = JoinSet::new();
            loop {
                let Ok((mut one, _)) = listener.accept().await else { continue };
                let behind = behind.clone();
                connections.spawn(async move {
                    if let Ok(mut other) = TcpStream::connect(behind).await {
                        // either side may go at any time
                        tokio::io::copy_bidirectional(&mut one, &mut other).await.ok();
                    }
                });
                while connections.try_join_next().is_some() {}
            }
        });
        *self.passing.lock().unwrap() = Some(passing);
    }
}
