//! Where the clauses of a sentence begin, as far as marks and conjunctions tell.

use crate::people::lexicon::Keyword;
use crate::people::stream::Stream;

/// Where the clause of the verb begins: behind `;` or `, and`.
pub(super) fn clause_start(stream: &Stream, floor: usize, verb: usize) -> Option<usize> {
    (floor..verb).rev().find_map(|at| {
        let joins = stream.is(at, ',') && joins_clauses(stream, at + 1);
        (stream.is(at, ';') || joins).then_some(if joins { at + 2 } else { at + 1 })
    })
}

/// `and`, `but`
fn joins_clauses(stream: &Stream, at: usize) -> bool {
    [Keyword::And, Keyword::But].iter().any(|word| stream.is_keyword(at, *word))
}
