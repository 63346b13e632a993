//! Rust source as tokens, as far as the house rules need it: names, literals and signs with their lines, no comments.

/// One token of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    /// Line it begins on, from 1.
    pub(crate) line: usize,
    /// Line it ends on.
    pub(crate) end: usize,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A name or keyword.
    Name(String),
    /// The value of a string or character literal.
    Literal(String),
    /// A number, or the name of a lifetime.
    Other,
    /// `::`
    Path,
    /// Any other sign.
    Sign(char),
}

impl Token {
    pub(crate) fn name(&self) -> Option<&str> {
        match &self.kind {
            Kind::Name(name) => Some(name),
            _ => None,
        }
    }

    pub(crate) fn literal(&self) -> Option<&str> {
        match &self.kind {
            Kind::Literal(value) => Some(value),
            _ => None,
        }
    }

    pub(crate) fn is(&self, sign: char) -> bool {
        self.kind == Kind::Sign(sign)
    }

    pub(crate) fn is_name(&self, name: &str) -> bool {
        self.name() == Some(name)
    }
}

/// The tokens of a file.
pub(crate) fn tokens(source: &str) -> Vec<Token> {
    let mut reader = Reader { chars: source.chars().collect(), at: 0, line: 1 };
    let mut found = Vec::new();
    loop {
        let line = reader.skip_blank();
        let Some(kind) = reader.token() else { break };
        found.push(Token { kind, line, end: reader.line });
    }
    found
}

struct Reader {
    chars: Vec<char>,
    at: usize,
    line: usize,
}

impl Reader {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<char> {
        let c = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    /// Goes over spaces and comments; tells the line of what follows.
    fn skip_blank(&mut self) -> usize {
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('/')) => {
                    while self.peek(0).is_some_and(|c| c != '\n') {
                        self.at += 1;
                    }
                }
                (Some('/'), Some('*')) => self.block_comment(),
                (Some(c), _) if c.is_whitespace() => {
                    self.next();
                }
                _ => return self.line,
            }
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => (depth, self.at) = (depth + 1, self.at + 2),
                (Some('*'), Some('/')) => (depth, self.at) = (depth - 1, self.at + 2),
                _ if self.next().is_none() => return,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn token(&mut self) -> Option<Kind> {
        let c = self.peek(0)?;
        if let Some(kind) = self.prefixed() {
            return Some(kind);
        }
        if c == '"' {
            self.next();
            return Some(Kind::Literal(self.quoted('"')));
        }
        if c == '\'' {
            return Some(self.letter_or_lifetime());
        }
        if c.is_alphabetic() || c == '_' {
            return Some(Kind::Name(self.word()));
        }
        if c.is_numeric() {
            self.word();
            return Some(Kind::Other);
        }
        self.next();
        if c == ':' && self.peek(0) == Some(':') {
            self.next();
            return Some(Kind::Path);
        }
        Some(Kind::Sign(c))
    }

    /// `b"…"`, `r#"…"#`, `br"…"`, `c"…"`, `b'…'`, and names written `r#name`.
    fn prefixed(&mut self) -> Option<Kind> {
        let letters = (0..2).take_while(|ahead| matches!(self.peek(*ahead), Some('b' | 'r' | 'c'))).count();
        if letters == 0 {
            return None;
        }
        let raw = (0..letters).any(|ahead| self.peek(ahead) == Some('r'));
        let hashes = (0..255).take_while(|ahead| self.peek(letters + ahead) == Some('#')).count();
        match self.peek(letters + hashes)? {
            '"' if raw => {
                self.at += letters + hashes + 1;
                Some(Kind::Literal(self.raw(hashes)))
            }
            quote @ ('"' | '\'') if !raw && hashes == 0 => {
                self.at += letters + 1;
                Some(Kind::Literal(self.quoted(quote)))
            }
            c if raw && hashes == 1 && letters == 1 && (c.is_alphabetic() || c == '_') => {
                self.at += 2;
                Some(Kind::Name(self.word()))
            }
            _ => None,
        }
    }

    fn raw(&mut self, hashes: usize) -> String {
        let mut value = String::new();
        while let Some(c) = self.next() {
            if c == '"' && (0..hashes).all(|ahead| self.peek(ahead) == Some('#')) {
                self.at += hashes;
                break;
            }
            value.push(c);
        }
        value
    }

    /// The rest of a literal up to its closing quote, with its escapes read.
    fn quoted(&mut self, quote: char) -> String {
        let mut value = String::new();
        while let Some(c) = self.next() {
            match c {
                '\\' => value.extend(self.escape()),
                c if c == quote => break,
                c => value.push(c),
            }
        }
        value
    }

    fn escape(&mut self) -> Option<char> {
        match self.next()? {
            'n' => Some('\n'),
            't' => Some('\t'),
            'r' => Some('\r'),
            '0' => Some('\0'),
            'x' => {
                let digits: String = (0..2).filter_map(|_| self.next()).collect();
                u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)
            }
            'u' => {
                self.next();
                let digits: String = std::iter::from_fn(|| self.next().filter(|c| *c != '}')).collect();
                u32::from_str_radix(&digits, 16).ok().and_then(char::from_u32)
            }
            '\n' => {
                while self.peek(0).is_some_and(char::is_whitespace) {
                    self.next();
                }
                None
            }
            c => Some(c),
        }
    }

    fn letter_or_lifetime(&mut self) -> Kind {
        self.next();
        if self.peek(0) != Some('\\') && self.peek(1) != Some('\'') {
            self.word();
            return Kind::Other;
        }
        Kind::Literal(self.quoted('\''))
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some(c) = self.peek(0).filter(|c| c.is_alphanumeric() || *c == '_') {
            word.push(c);
            self.at += 1;
        }
        word
    }
}
