//! Whether the translation models are whole and can be used here.

use super::finding::Finding;
use crate::config::Config;
use crate::translator::{Shelf, kernel, runs_here};

/// What is wrong with the models that are placed.
pub(super) fn models(config: &Config) -> Finding {
    let placed = match Shelf::new(config.models_folder()).list() {
        Ok(placed) => placed,
        Err(fault) => return Finding::Bad(fault.to_string()),
    };
    if placed.is_empty() {
        return Finding::Good("no model; quotes stay in their language (`attache models add`)".to_owned());
    }
    if let Err(fault) = runs_here() {
        return Finding::Bad(format!("{fault}; nothing is translated"));
    }
    if let Some(fault) = placed.iter().find_map(|one| one.verify().err()) {
        return Finding::Bad(fault);
    }
    let pairs: Vec<String> =
        placed.iter().map(|one| format!("{} ({} MB on the disk)", one.pair, one.bytes >> 20)).collect();
    let told = format!(
        "{}; a model is loaded when first needed; `attache models check` tells what it takes",
        pairs.join(", ")
    );
    match kernel() {
        "scalar" => {
            Finding::Note(format!("{told}; built without a C++ compiler, so three to six times slower"))
        }
        _ => Finding::Good(told),
    }
}
