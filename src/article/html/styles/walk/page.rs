//! What is known of a page while it is walked over.

use std::cell::OnceCell;
use std::rc::Rc;

use dom_query::{NodeId, NodeRef};

use super::ancestors::Ancestors;
use crate::article::html::styles::bounds::Surroundings;
use crate::article::html::styles::hiding::Cut;
use crate::article::html::styles::looks::look::Look;
use crate::article::html::styles::looks::view::View;
use crate::article::html::styles::sheets::sheet::Sheet;
use crate::article::html::styles::winning::variables::Variables;
use crate::article::html::styles::winning::won::Won;
use crate::text::{FastSet, Steps};

/// What is hidden on a page.
pub(in crate::article::html::styles) struct Hidden<'a> {
    pub(in crate::article::html::styles) cuts: Vec<Cut<'a>>,
    /// Bytes of running text on the whole page.
    pub(in crate::article::html::styles) running: usize,
    /// The beginnings of the first texts that are seen.
    pub(in crate::article::html::styles) seen: Vec<String>,
}

pub(in crate::article::html::styles) struct Walk<'a, 's> {
    pub(in crate::article::html::styles) sheet: &'s Sheet,
    pub(in crate::article::html::styles) surroundings: Surroundings,
    pub(in crate::article::html::styles) steps: Steps,
    /// Steps of looking at what is in an element.
    pub(in crate::article::html::styles) inward: Steps,
    /// How many nodes the page has.
    pub(in crate::article::html::styles) nodes: OnceCell<usize>,
    pub(in crate::article::html::styles) opened: Option<FastSet<String>>,
    /// The words of the elements that are open.
    pub(in crate::article::html::styles) above: Ancestors,
    pub(in crate::article::html::styles) body: NodeRef<'a>,
    /// Elements whose words were doubted for what lies over them.
    pub(in crate::article::html::styles) doubted: FastSet<NodeId>,
    /// What lies over whole boxes.
    pub(in crate::article::html::styles) lids: Vec<Lid>,
    /// Elements that are placed.
    pub(in crate::article::html::styles) placed: FastSet<NodeId>,
    pub(in crate::article::html::styles) found: Hidden<'a>,
}

/// What lies over a box.
pub(in crate::article::html::styles) struct Lid {
    /// The box it is placed by.
    pub(in crate::article::html::styles) holder: NodeId,
    /// The element that lies over it; none for what a style writes.
    pub(in crate::article::html::styles) cover: Option<NodeId>,
}

/// What holds for the children of an element.
#[derive(Clone)]
pub(in crate::article::html::styles) struct Above {
    /// How it looks if what is in doubt does not hide, and if it does.
    pub(in crate::article::html::styles) light: Look,
    pub(in crate::article::html::styles) dark: Look,
    pub(in crate::article::html::styles) won: Rc<Won>,
    pub(in crate::article::html::styles) variables: Variables,
    /// Its children are boxes, whatever they are.
    pub(in crate::article::html::styles) items: bool,
    /// The cut that words here belong to.
    pub(in crate::article::html::styles) cut: Option<usize>,
    pub(in crate::article::html::styles) label: bool,
    /// The nearest element that is placed, the body aside.
    pub(in crate::article::html::styles) holder: Option<NodeId>,
    /// How many elements are open, the body being one.
    pub(in crate::article::html::styles) depth: usize,
    /// How many nodes stand beside a child.
    pub(in crate::article::html::styles) beside: usize,
}

impl Above {
    /// What holds below `node` by what won for it.
    pub(in crate::article::html::styles) fn below(
        &self,
        node: &NodeRef,
        won: Won,
        variables: Variables,
    ) -> Self {
        let view = |dark| View { won: &won, above: &self.won, dark };
        let (light, dark) = (self.light.below(node, &view(false)), self.dark.below(node, &view(true)));
        let items = view(false).makes_items();
        let depth = self.depth + 1;
        Self { light, dark, won: Rc::new(won), variables, items, depth, ..self.clone() }
    }
}

/// What is said of an element.
pub(in crate::article::html::styles) struct Spoken {
    pub(in crate::article::html::styles) won: Won,
    pub(in crate::article::html::styles) variables: Variables,
    /// A style writes words beside its own, or lays something over them.
    pub(in crate::article::html::styles) written: bool,
    /// A style lays something over the whole box it is placed by.
    pub(in crate::article::html::styles) lid: bool,
}
