//! bytes → feed and entries; finding a page's feed; OPML.
