//! Asking over HTTP: the ladder, retries, the pause after failures.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use reqwest::header::{DATE, HeaderValue, RETRY_AFTER};
use reqwest::{Response, StatusCode};
use secrecy::ExposeSecret;
use serde_json::Value;
use tokio::sync::Semaphore;
use tokio::time::Instant;
use url::Url;

use super::wire::{self, Rung};
use super::{Error, Model, Question, Reply, Settings, Spent, loose};
use crate::fetch::RetryAfter;

/// Retries of one request on 429, 5xx and lost connections.
const RETRIES: u32 = 2;
/// Longest wait before a retry; a server that wants longer is left alone so long.
const LONGEST_WAIT: Duration = Duration::from_secs(20);
/// Failures in a row that lead to a pause, and how long it is.
const FAILURES: u32 = 5;
const PAUSE: Duration = Duration::from_mins(10);
/// The part of the time-out that a question whose asker went away must have been out to count as a failure.
const SILENT: u32 = 3;
/// Longest pause a server can ask for.
const LONGEST_PAUSE: Duration = Duration::from_hours(1);
/// Questions asked at one time.
const AT_ONCE: usize = 2;
/// Cap on a response in bytes.
const LARGEST: usize = 1 << 20;

/// A model behind an HTTP API.
#[derive(Debug)]
pub struct Client {
    settings: Settings,
    base: Url,
    http: reqwest::Client,
    places: Semaphore,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    /// The highest rung this endpoint is known to bear.
    rung: Rung,
    failures: u32,
    paused_until: Option<Instant>,
}

/// A failed request: what it was, and how long the server wants to be left alone.
struct Failure {
    error: Error,
    wait: Option<Duration>,
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self { error, wait: None }
    }
}

impl Client {
    /// Builds the client; fails when TLS cannot be set up.
    ///
    /// # Errors
    /// TLS or the provider's base URL.
    pub fn new(settings: Settings) -> anyhow::Result<Self> {
        let mut base = match &settings.base_url {
            Some(base) => base.clone(),
            None => Url::parse(wire::own_base(settings.provider))?,
        };
        if !base.path().ends_with('/') {
            base.set_path(&format!("{}/", base.path()));
        }
        let http = reqwest::Client::builder()
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none())
            .referer(false)
            .timeout(settings.timeout)
            .user_agent(concat!("attache/", env!("CARGO_PKG_VERSION")))
            .build()?;
        let state = Mutex::new(State { rung: Rung::Schema, failures: 0, paused_until: None });
        Ok(Self { settings, base, http, places: Semaphore::new(AT_ONCE), state })
    }

    async fn climb_down(&self, question: &Question, spent: &mut Spent) -> Result<Reply, Error> {
        let first = self.state().rung;
        let mut rung = first;
        loop {
            let lower = rung.below(self.settings.provider);
            let failure = match self.persist(question, rung, lower.is_none(), spent).await {
                Ok(reply) => {
                    if rung != first {
                        self.state().rung = rung;
                    }
                    return Ok(reply);
                }
                Err(failure) => failure,
            };
            match lower {
                Some(lower) if is_about_the_shape(&failure) => rung = lower,
                _ => return Err(failure),
            }
        }
    }

    /// Sends with the retries that are due.
    async fn persist(
        &self,
        question: &Question,
        rung: Rung,
        lowest: bool,
        spent: &mut Spent,
    ) -> Result<Reply, Error> {
        let mut tries = 0;
        loop {
            let failure = match self.send(question, rung, spent).await {
                Ok(reply) => return Ok(reply),
                Err(failure) => failure,
            };
            let again = match failure.error {
                Error::RateLimited | Error::Unreachable => true,
                Error::Trouble(_) => lowest || !is_about_the_shape(&failure.error),
                _ => false,
            };
            let wait = failure.wait.unwrap_or(self.settings.retry_wait * 2_u32.pow(tries));
            if again && wait > LONGEST_WAIT {
                self.state().paused_until = Some(Instant::now() + wait.min(LONGEST_PAUSE));
            }
            if !again || tries == RETRIES || wait > LONGEST_WAIT {
                return Err(failure.error);
            }
            tries += 1;
            tokio::time::sleep(wait).await;
        }
    }

    async fn send(&self, question: &Question, rung: Rung, spent: &mut Spent) -> Result<Reply, Failure> {
        let (provider, own) = (self.settings.provider, self.settings.base_url.is_none());
        let request = wire::request(provider, &self.settings.model, own, question, rung);
        let url = self.base.join(&request.path).map_err(|_fault| Error::NotFound)?;
        let mut post = self.http.post(url).json(&request.body);
        for (name, value) in request.headers {
            post = post.header(*name, *value);
        }
        if let Some(key) = &self.settings.api_key {
            let value = format!("{}{}", request.key_header.1, key.expose_secret());
            let mut value = HeaderValue::from_str(&value).map_err(|_fault| Error::Key(401))?;
            value.set_sensitive(true);
            post = post.header(request.key_header.0, value);
        }
        let response = post.send().await.map_err(|fault| self.explain(&fault))?;
        if !response.status().is_success() {
            return Err(refusal(&response));
        }
        let body = self.body(response).await?;
        let value = serde_json::from_slice(&body).map_err(|_fault| Error::Unreadable("not JSON"))?;
        self.read(question, &value, spent).map_err(Failure::from)
    }

    fn read(&self, question: &Question, body: &Value, spent: &mut Spent) -> Result<Reply, Error> {
        let answer = wire::answer(self.settings.provider, body);
        let told = answer.as_ref().map_or((0, 0), |answer| (answer.tokens_in, answer.tokens_out));
        // A server that does not count is counted for: four characters a token; a cut-off answer took all it might.
        let asked: usize =
            question.system.len() + question.turns.iter().map(|turn| turn.text().len()).sum::<usize>();
        let said = answer.as_ref().map_or(question.max_tokens as usize * 4, |answer| answer.text.len());
        spent.tokens_in += if told.0 > 0 { told.0 } else { asked as u64 / 4 };
        spent.tokens_out += if told.1 > 0 { told.1 } else { said as u64 / 4 };
        let key = question.schema.pointer("/required/0").and_then(Value::as_str).unwrap_or("sentences");
        let value = loose::object(&answer?.text, key)
            .ok_or(Error::Unreadable("no JSON object of the asked shape"))?;
        Ok(Reply { value })
    }

    async fn body(&self, mut response: Response) -> Result<Vec<u8>, Error> {
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|fault| self.explain(&fault))? {
            if body.len() + chunk.len() > LARGEST {
                return Err(Error::Unreadable("larger than 1 MiB"));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    }

    fn explain(&self, fault: &reqwest::Error) -> Error {
        if fault.is_timeout() { Error::TimedOut(self.settings.timeout.as_secs()) } else { Error::Unreachable }
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn pause(&self) -> Result<(), Error> {
        let left = self.state().paused_until.and_then(|until| until.checked_duration_since(Instant::now()));
        left.filter(|left| !left.is_zero()).map_or(Ok(()), |left| Err(Error::Paused(left)))
    }

    fn note(&self, result: &Result<Reply, Error>) {
        let mut state = self.state();
        if !result.as_ref().is_err_and(Error::is_the_servers) {
            state.failures = 0;
            return;
        }
        state.failures += 1;
        if state.failures >= FAILURES {
            state.failures = 0;
            state.paused_until = state.paused_until.max(Some(Instant::now() + PAUSE));
        }
    }
}

/// A question on its way. Whoever asked may lose patience first and drop it: a server that was silent for long has failed
/// then, too.
struct Out<'c> {
    client: &'c Client,
    since: Instant,
    answered: bool,
}

impl Drop for Out<'_> {
    fn drop(&mut self) {
        if !self.answered && self.since.elapsed() >= self.client.settings.timeout / SILENT {
            self.client.note(&Err(Error::TimedOut(self.since.elapsed().as_secs())));
        }
    }
}

impl Model for Client {
    fn name(&self) -> &str {
        &self.settings.model
    }

    fn ask<'a>(
        &'a self,
        question: &'a Question,
        spent: &'a mut Spent,
    ) -> BoxFuture<'a, Result<Reply, Error>> {
        async move {
            self.pause()?;
            let _place = self.places.acquire().await;
            self.pause()?;
            let longest = self.settings.timeout * 2;
            let asked = tokio::time::timeout(longest, self.climb_down(question, spent));
            let mut out = Out { client: self, since: Instant::now(), answered: false };
            let result = asked.await.unwrap_or(Err(Error::TimedOut(longest.as_secs())));
            out.answered = true;
            self.note(&result);
            result
        }
        .boxed()
    }
}

/// True when a server may be refusing the way the shape is asked for, rather than the question.
fn is_about_the_shape(error: &Error) -> bool {
    matches!(error, Error::Refused(400 | 415 | 422) | Error::Trouble(500 | 501))
}

fn refusal(response: &Response) -> Failure {
    let status = response.status();
    let error = match status {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => Error::Key(status.as_u16()),
        StatusCode::NOT_FOUND => Error::NotFound,
        StatusCode::TOO_MANY_REQUESTS => Error::RateLimited,
        status if status.is_server_error() => Error::Trouble(status.as_u16()),
        status => Error::Refused(status.as_u16()),
    };
    let text = |name| response.headers().get(name).and_then(|value: &HeaderValue| value.to_str().ok());
    let wait = text(RETRY_AFTER).and_then(RetryAfter::parse).map(|after| match after {
        RetryAfter::After(wait) => wait,
        RetryAfter::At(instant) => {
            // The server's own clock tells how far off its date is.
            let now = text(DATE).and_then(|date| DateTime::parse_from_rfc2822(date).ok());
            let wait = now.and_then(|now| (instant - now.with_timezone(&Utc)).to_std().ok());
            wait.unwrap_or_default()
        }
    });
    Failure { error, wait }
}
