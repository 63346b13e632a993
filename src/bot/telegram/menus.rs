//! The command menus, per scope and language of the interface.

use teloxide_core::Bot;
use teloxide_core::payloads::SetMyCommandsSetters as _;
use teloxide_core::requests::Requester as _;
use teloxide_core::types::{BotCommand, BotCommandScope, ChatId, Recipient};

use super::client::plain;
use crate::bot::{COMMANDS, Command, Who};
use crate::view::Locale;

/// Sets the menus of private chats, groups, group administrators and operators. What fails is logged: a bot
/// without menus works.
pub(super) async fn set_menus(bot: &Bot, operators: &[i64]) {
    let shared = [
        (BotCommandScope::AllPrivateChats, vec![Who::All, Who::Private, Who::Admins]),
        (BotCommandScope::AllGroupChats, vec![Who::All]),
        (BotCommandScope::AllChatAdministrators, vec![Who::All, Who::Admins]),
    ];
    let operators = operators.iter().map(|id| {
        let chat_id = Recipient::Id(ChatId(*id));
        (BotCommandScope::Chat { chat_id }, vec![Who::All, Who::Private, Who::Admins, Who::Operators])
    });
    for (scope, who) in shared.into_iter().chain(operators) {
        for (at, locale) in Locale::all().enumerate() {
            let request = bot.set_my_commands(menu(locale, &who)).scope(scope.clone());
            // the first language stands for all that have no menu of their own
            let request = if at == 0 { request } else { request.language_code(locale.code()) };
            if let Err(error) = request.await {
                tracing::warn!(error = plain(&error), "a command menu could not be set");
            }
        }
    }
}

fn menu(locale: Locale, who: &[Who]) -> Vec<BotCommand> {
    let listed = COMMANDS.iter().filter(|(command, _, by)| who.contains(by) && *command != Command::Start);
    listed.map(|(_, name, _)| BotCommand::new(*name, locale.word(&format!("menu-{name}")))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_a_line_of_fitting_length() {
        for locale in Locale::all() {
            for command in menu(locale, &[Who::All, Who::Private, Who::Admins, Who::Operators]) {
                let length = command.description.chars().count();
                assert!((3..=256).contains(&length), "{}", command.command);
                assert!(!command.description.starts_with("menu-"), "{}", command.description);
            }
        }
    }
}
