//! commands and buttons: request → replies.
