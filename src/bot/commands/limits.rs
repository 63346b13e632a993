//! `/limits`: the limits in force, for operators.

use crate::bot::{Reply, Session};

/// `/limits`: what is in force.
pub(crate) fn limits(session: &Session<'_>) -> Vec<Reply> {
    let rules = &session.context.rules;
    let fills = [
        ("feeds", rules.feeds_a_chat.into()),
        ("requests", rules.requests_an_hour.into()),
        ("person", rules.links_a_person.into()),
        ("group", rules.links_a_group.into()),
    ];
    session.says("limits", &fills)
}
