//! What is drawn, and the numbered buttons of it.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::bot::File;
use crate::text::told_controls;
use crate::view::{Action, Button, Message, Piece, Screen};

/// The drawn side of a terminal.
pub struct Board {
    screen: Screen,
    inside: Mutex<Inside>,
}

struct Inside {
    out: Box<dyn Write + Send>,
    last_message: i64,
    buttons: Vec<Numbered>,
    prompt: Option<&'static str>,
    drawn: Vec<Message>,
}

/// A button that a number stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Numbered {
    pub(super) message: i64,
    pub(super) action: Action,
    /// Links of its message.
    pub(super) links: Vec<String>,
}

impl std::fmt::Debug for Board {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Board").field("screen", &self.screen).finish_non_exhaustive()
    }
}

impl Board {
    /// Makes a board that draws on `out`.
    #[must_use]
    pub fn new(screen: Screen, out: Box<dyn Write + Send>) -> Self {
        let inside = Inside { out, last_message: 0, buttons: Vec::new(), prompt: None, drawn: Vec::new() };
        Self { screen, inside: Mutex::new(inside) }
    }

    /// Draws a message and numbers its buttons; returns the message's number.
    pub fn draw(&self, message: &Message, edited: Option<i64>) -> i64 {
        let mut inside = self.inside();
        let id = edited.unwrap_or_else(|| {
            inside.last_message += 1;
            inside.last_message
        });
        let links = links(message);
        let rows = inside.numbered(&message.keyboard, id, &links);
        let text = format!("{}\n{}", self.rule(), message.text.to_terminal(self.screen)) + &self.dim(&rows);
        inside.put(&text, self.screen.ansi);
        inside.drawn.push(message.clone());
        id
    }

    /// The messages drawn so far.
    #[must_use]
    pub fn drawn(&self) -> Vec<Message> {
        self.inside().drawn.clone()
    }

    /// Shows a file: the beginning of one to be read; a document is put into the folder for what passes.
    pub(crate) fn file(&self, file: &File) {
        if let Some(path) = put_by(file) {
            let mut inside = self.inside();
            let rows = inside.numbered(&file.keyboard, 0, &[]);
            let caption = told_controls(&file.caption);
            let text = format!("{}\n{caption}\n→ {}{}", self.rule(), path.display(), self.dim(&rows));
            return inside.put(&text, self.screen.ansi);
        }
        let lines = file.content.lines().count();
        let head: Vec<&str> = file.content.lines().take(12).collect();
        let more = if lines > head.len() {
            format!("\n… {} lines more", lines - head.len())
        } else {
            String::new()
        };
        let told = format!("{} · {}\n{}{more}", file.name, file.caption, head.join("\n"));
        let text = format!("{}\n{}", self.rule(), told_controls(&told));
        self.inside().put(&text, self.screen.ansi);
    }

    /// Writes a line.
    pub fn say(&self, line: &str) {
        self.inside().put(&told_controls(line), self.screen.ansi);
    }

    /// Shows `prompt` and keeps it under whatever is drawn later; `None` takes it away.
    pub(super) fn prompt(&self, prompt: Option<&'static str>) {
        let mut inside = self.inside();
        inside.prompt = prompt;
        if let Some(prompt) = prompt {
            inside.write(&format!("\n{prompt}"));
        }
    }

    /// The button a typed number stands for.
    pub(super) fn button(&self, number: usize) -> Option<Numbered> {
        self.inside().buttons.get(number.checked_sub(1)?).cloned()
    }

    /// Begins to count buttons anew, so that the first line of a list and its button have one number.
    pub(super) fn count_anew(&self) {
        self.inside().buttons.clear();
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn rule(&self) -> String {
        self.dim(&"─".repeat(if self.screen.width == 0 { 60 } else { self.screen.width.clamp(20, 72) }))
    }

    fn dim(&self, text: &str) -> String {
        if self.screen.ansi { format!("\u{1b}[2m{text}\u{1b}[0m") } else { text.to_owned() }
    }
}

impl Inside {
    /// Numbers the buttons of a message and draws their rows, below an empty line; nothing without any.
    fn numbered(&mut self, keyboard: &[Vec<Button>], message: i64, links: &[String]) -> String {
        let mut rows = String::new();
        for (at, row) in keyboard.iter().enumerate() {
            let mut labels = Vec::new();
            for button in row {
                let (action, links) = (button.action.clone(), links.to_vec());
                self.buttons.push(Numbered { message, action, links });
                labels.push(format!("[{}] {}", self.buttons.len(), told_controls(&button.label)));
            }
            rows += if at == 0 { "\n\n" } else { "\n" };
            rows += &labels.join("   ");
        }
        rows
    }

    /// Writes a text on lines of its own; a prompt is taken away before and set again after.
    fn put(&mut self, text: &str, ansi: bool) {
        match self.prompt {
            Some(prompt) => {
                let clear = if ansi { "\r\u{1b}[K" } else { "\r" };
                self.write(&format!("{clear}{text}\n\n{prompt}"));
            }
            None => self.write(&format!("{text}\n")),
        }
    }

    /// A closed pipe is no trouble of ours.
    fn write(&mut self, text: &str) {
        if self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()).is_err() {
            self.prompt = None;
        }
    }
}

/// The folder of this process for documents.
fn documents() -> PathBuf {
    std::env::temp_dir().join(format!("attache-{}", std::process::id()))
}

/// Takes that folder away; a demonstration keeps nothing.
pub(super) fn forget_documents() {
    let folder = documents();
    if folder.exists()
        && let Err(fault) = std::fs::remove_dir_all(&folder)
    {
        tracing::warn!(%fault, "the demonstration's documents stay");
    }
}

/// Writes a document to a folder of this process alone and says where; `None` for a file that is shown.
fn put_by(file: &File) -> Option<PathBuf> {
    let is_document = [".html", ".docx", ".md", ".png"].iter().any(|ending| file.name.ends_with(ending));
    let name = Path::new(&file.name).file_name().filter(|_| is_document)?;
    let folder = documents();
    std::fs::create_dir_all(&folder).ok()?;
    let path = folder.join(name);
    std::fs::write(&path, file.bytes()).ok()?;
    Some(path)
}

fn links(message: &Message) -> Vec<String> {
    let links = message.text.pieces().iter().filter_map(|piece| match piece {
        Piece::Link { url, .. } => Some(url.clone()),
        _ => None,
    });
    links.collect()
}
