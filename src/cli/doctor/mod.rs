//! `attache doctor`: checks what the bot needs, one line each, and says how to mend what is wrong.

use std::process::ExitCode;
use std::time::Duration;

use chrono::{DateTime, Utc};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};
use url::Url;

use crate::app::is_token;
use crate::bot::telegram::time as telegram_time;
use crate::cli::{exit, stdout, terminal};
use crate::clock::Clock;
use crate::config::Config;
use crate::model::{self, Client, Model as _, Question, Spent, Turn};

mod finding;
mod storage;
mod tables;
mod translation;
mod updates;

use finding::Finding;
use updates::Webhook;

/// Longest wait for Telegram.
const PATIENCE: Duration = Duration::from_secs(10);

/// Runs every check; exit code 2 when one is bad.
#[must_use]
pub fn run(config: &Config, clock: Clock) -> ExitCode {
    terminal::block_on(async {
        let bar = terminal::bar(1);
        bar.set_message("asking Telegram");
        let [telegram, elsewhere, time] = telegram(config, clock).await;
        let webhook = webhook(config).await;
        bar.set_message("asking the model");
        let model = model(config).await;
        bar.finish_and_clear();
        let findings = [
            ("configuration", configuration(config)),
            ("database", storage::database(config).await),
            ("disk", storage::disk(config)),
            ("telegram", telegram),
            ("updates", webhook),
            ("operators", operators(config)),
            ("in other chats", elsewhere),
            ("clock", time),
            ("model", model),
            ("translation", translation::models(config)),
            ("tables", tables::tables(clock.now().date_naive())),
        ];
        let mut sound = true;
        for (what, finding) in findings {
            let (mark, words) = match finding {
                Finding::Good(words) => ("ok  ", words),
                Finding::Note(words) => ("note", words),
                Finding::Bad(words) => {
                    sound = false;
                    ("BAD ", words)
                }
            };
            stdout::line(format_args!("{mark} {what}: {words}"));
        }
        if sound { ExitCode::SUCCESS } else { ExitCode::from(exit::USAGE) }
    })
}

fn configuration(config: &Config) -> Finding {
    match config.web.allow_nets.len() {
        0 => Finding::Good("read; `attache config` prints it".to_owned()),
        nets => Finding::Note(format!(
            "{nets} private net(s) are open to anyone who uses the bot (web.allow_nets)"
        )),
    }
}

/// Nobody but operators sees `/status`, mends reported quotes, or is told of damage.
fn operators(config: &Config) -> Finding {
    match config.service.operator_chats.len() {
        0 => Finding::Note(
            "none; write /status to the bot, which answers with your number, and set ATTACHE_OPERATOR_CHATS to it"
                .to_owned(),
        ),
        1 => Finding::Good("1".to_owned()),
        several => Finding::Good(several.to_string()),
    }
}

/// Asks Telegram who we are; its answer also tells what is turned on, and the time.
async fn telegram(config: &Config, clock: Clock) -> [Finding; 3] {
    let untold = |why: &str| Finding::Note(format!("not checked: {why}"));
    let no_token = "there is no token to ask Telegram with";
    let Some(token) = &config.telegram.token else {
        let how =
            "no token; get one from @BotFather and set ATTACHE_TELEGRAM_TOKEN (`attache chat` needs none)";
        return [Finding::Bad(how.to_owned()), untold(no_token), untold(no_token)];
    };
    if !is_token(token.expose_secret()) {
        let how = "what is set is no bot token: one looks like 123456:AAF… (digits, a colon, letters and digits); copy it anew from @BotFather (/mybots)";
        return [Finding::Bad(how.to_owned()), untold(no_token), untold(no_token)];
    }
    match ask(&config.telegram.api_url, token).await {
        Ok(answer) => {
            let elsewhere =
                if answer.status == 200 { elsewhere(&answer) } else { untold("Telegram did not say") };
            let time = answer.date.map(|date| time(clock.now(), date));
            [
                who(&answer),
                elsewhere,
                time.unwrap_or_else(|| untold("Telegram's answer does not tell the time")),
            ]
        }
        Err(fault) => {
            let host = config.telegram.api_url.host_str().unwrap_or_default();
            let told = format!("{host} cannot be reached ({fault}); check the network and telegram.api_url");
            let silent = "Telegram did not answer";
            [Finding::Bad(told), untold(silent), untold(silent)]
        }
    }
}

struct Answer {
    status: u16,
    date: Option<DateTime<Utc>>,
    name: Option<String>,
    /// Whether it answers in chats it is no member of: while somebody types, and as a guest; `None` where the server does
    /// not say.
    inline: Option<bool>,
    guests: Option<bool>,
}

/// Calls a method without parameters; the status, when it was answered by Telegram's clock, and the answer.
async fn call(
    api: &Url,
    token: &SecretString,
    method: &str,
) -> Result<(u16, Option<DateTime<Utc>>, Value), String> {
    let address = format!("{}/bot{}/{method}", api.as_str().trim_end_matches('/'), token.expose_secret());
    let plain = |fault: reqwest::Error| fault.without_url().to_string();
    let client = reqwest::Client::builder().timeout(PATIENCE).build().map_err(plain)?;
    let response = client.get(address).send().await.map_err(plain)?;
    let date = telegram_time::of(&response);
    let status = response.status().as_u16();
    Ok((status, date, response.json().await.unwrap_or_default()))
}

/// How updates come; nothing where the token itself is wrong, which is told elsewhere.
async fn webhook(config: &Config) -> Finding {
    let untold = || Finding::Note("not checked: Telegram did not say".to_owned());
    let Some(token) = config.telegram.token.as_ref().filter(|token| is_token(token.expose_secret())) else {
        return untold();
    };
    match call(&config.telegram.api_url, token, "getWebhookInfo").await {
        Ok((200, _, body)) => Webhook::read(&body)
            .map_or_else(untold, |known| updates::updates(config.telegram.webhook_url.as_ref(), &known)),
        _ => untold(),
    }
}

async fn ask(api: &Url, token: &SecretString) -> Result<Answer, String> {
    let (status, date, body) = call(api, token, "getMe").await?;
    let name = body.pointer("/result/username").and_then(Value::as_str).map(str::to_owned);
    let flag = |name: &str| body.pointer(&format!("/result/{name}")).and_then(Value::as_bool);
    let (inline, guests) = (flag("supports_inline_queries"), flag("supports_guest_queries"));
    Ok(Answer { status, date, name, inline, guests })
}

fn who(answer: &Answer) -> Finding {
    match (answer.status, &answer.name) {
        (200, Some(name)) => Finding::Good(format!("the token is @{name}'s")),
        (401 | 404, _) => {
            Finding::Bad("the token is refused; copy it anew from @BotFather (/mybots)".to_owned())
        }
        (status, _) => Finding::Bad(format!("an odd answer ({status}); check telegram.api_url")),
    }
}

/// What is left to do so that the bot answers in chats it is no member of.
fn elsewhere(answer: &Answer) -> Finding {
    let steps = [
        (answer.inline, "send /setinline to @BotFather and choose the bot"),
        (answer.guests, "in @BotFather, /mybots, the bot, Bot Settings, turn guest mode on"),
    ];
    let left: Vec<&str> =
        steps.into_iter().filter(|(on, _)| *on != Some(true)).map(|(_, step)| step).collect();
    if left.is_empty() {
        return Finding::Good("inline mode and guest mode are on".to_owned());
    }
    Finding::Note(format!(
        "not everything is on; `attache run` turns it on at start where the Bot API server is 10.5 or newer; else {}",
        left.join("; ")
    ))
}

fn time(now: DateTime<Utc>, theirs: DateTime<Utc>) -> Finding {
    telegram_time::wrong(now, theirs)
        .map_or_else(|| Finding::Good("agrees with Telegram's".to_owned()), Finding::Bad)
}

/// Asks the model for one word, which costs a few tokens: nothing else shows that key, address and name are right.
async fn model(config: &Config) -> Finding {
    let Some(settings) = config.llm.settings() else {
        return Finding::Good("none set; summaries are sentences of the article".to_owned());
    };
    let name = settings.model.clone();
    let client = match Client::new(model::Settings { timeout: settings.timeout.min(PATIENCE), ..settings }) {
        Ok(client) => client,
        Err(fault) => return Finding::Bad(format!("no connection can be set up: {fault:#}")),
    };
    let question = Question {
        system: "Answer with JSON only.".to_owned(),
        turns: vec![Turn::User(r#"Answer {"word": "ready"}"#.to_owned())],
        schema_name: "word",
        schema: json!({
            "type": "object", "properties": {"word": {"type": "string"}}, "required": ["word"],
            "additionalProperties": false,
        }),
        max_tokens: 200,
    };
    match client.ask(&question, &mut Spent::default()).await {
        Ok(_) => Finding::Good(format!("{name} answers")),
        Err(fault) if !fault.is_the_servers() => Finding::Note(format!("{name}: {fault}")),
        Err(fault) => {
            Finding::Bad(format!("{name}: {fault}; until then summaries are sentences of the article"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(arguments: &[&str]) -> Config {
        #[derive(clap::Parser)]
        struct Line {
            #[command(flatten)]
            config: Config,
        }
        <Line as clap::Parser>::parse_from([&["attache"], arguments].concat()).config
    }

    /// Answers one question; its address.
    fn answering(answer: &'static str) -> String {
        use std::io::{Read as _, Write as _};
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        std::thread::spawn(move || {
            let (mut socket, _) = listener.accept().unwrap();
            assert!(socket.read(&mut [0; 4096]).unwrap() > 0);
            socket.write_all(answer.as_bytes()).unwrap();
        });
        url
    }

    #[tokio::test]
    async fn why_the_clock_was_not_checked_is_what_it_was() {
        let time = async |arguments: &[&str]| {
            let [_, _, time] = telegram(&config(arguments), Clock::default()).await;
            match time {
                Finding::Note(words) | Finding::Good(words) | Finding::Bad(words) => words,
            }
        };
        assert!(time(&["--telegram-token", "none"]).await.contains("no token"));
        let url = answering("HTTP/1.1 401 Unauthorized\r\nContent-Length: 2\r\n\r\n{}");
        let dateless = time(&["--telegram-token", "123456:AAF", "--telegram-api-url", &url]).await;
        assert!(dateless.contains("does not tell the time"), "{dateless}");
    }
}
