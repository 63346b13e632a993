//! Feeds written in XML: RSS of every version, RSS 1.0 on RDF, Atom and CDF, well formed or not.
//!
//! In: decoded text. Out: a feed as written, or nothing when no feed begins in it. Two steps: [`reader`] walks the
//! elements and gathers their text, [`adapter`] puts each text where it belongs. What an element means stands in a file
//! a format: [`rss`], [`rdf`], [`atom`], [`cdf`], and [`modules`] for the namespaces that any of them may use. The formats
//! share one reader because real feeds mix them.

mod adapter;
mod atom;
mod cdf;
mod elements;
mod links;
mod modules;
mod namespaces;
mod rdf;
mod reader;
mod rss;

pub(super) use reader::read;
