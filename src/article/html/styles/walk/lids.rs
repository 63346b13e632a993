//! What lies over a whole box of the page, so that the words in it cannot be seen.
//!
//! A box out of its place covers what stands in the box it is placed by, wherever in it that stands; but what is placed
//! itself and comes later lies over it (CSS 2.2, appendix E).

use dom_query::{NodeId, NodeRef};

use super::page::{Lid, Walk};
use crate::article::html::styles::hiding::{Told, Way};
use crate::article::html::styles::looks::marks::running;
use crate::article::html::styles::property::{Property, Value};
use crate::article::html::styles::values::Length;

/// Whether what is declared makes a box that lies over the whole of the one it is placed by.
pub(in crate::article::html::styles) fn is_lid(of: impl Fn(Property) -> Option<Value>) -> bool {
    let afloat = of(Property::Position) == Some(Value::Afloat);
    let opaque = matches!(of(Property::Background), Some(Value::Color(Some(color))) if color.cover > 0.9);
    let hidden = [
        Property::Layer,
        Property::Display,
        Property::Visibility,
        Property::Opacity,
        Property::Transform,
        Property::Scale,
        Property::ClipPath,
    ];
    let seen = !hidden
        .into_iter()
        .any(|property| matches!(of(property), Some(Value::Hides | Value::Part(_) | Value::Unknown)));
    let near = |side: Property| matches!(of(side), Some(Value::Length(length)) if length.of_font(100.0).abs() <= 8.0);
    let whole =
        |size: Property| matches!(of(size), Some(Value::Length(Length::Share(share))) if share >= 0.95);
    let across = whole(Property::Width) || near(Property::Left) && near(Property::Right);
    let down = whole(Property::Height) || near(Property::Top) && near(Property::Bottom);
    afloat && opaque && seen && across && down
}

impl<'a> Walk<'a, '_> {
    pub(in crate::article::html::styles) fn lay(&mut self, holder: Option<NodeId>, cover: Option<NodeId>) {
        self.lids.extend(holder.map(|holder| Lid { holder, cover }));
    }

    /// Doubts the words under every lid.
    pub(in crate::article::html::styles) fn look_under_lids(&mut self) {
        for lid in std::mem::take(&mut self.lids) {
            let holder = NodeRef { id: lid.holder, tree: self.body.tree };
            let nodes = self.under(&holder, &lid);
            // what is not counted is taken for little, and so for hidden for good
            let running = if self.steps.spent() { 0 } else { nodes.iter().map(running).sum() };
            let told = Told { opens: false, doubtful: false, unsure: true };
            self.cut(&holder, Way::Covered, told, nodes, running);
        }
    }

    /// The texts in a box that lie under its lid; when no step is left, the whole box.
    fn under(&self, holder: &NodeRef<'a>, lid: &Lid) -> Vec<NodeRef<'a>> {
        let mut found = Vec::new();
        let mut passed = lid.cover.is_none();
        let mut open = vec![holder.first_child()];
        while let Some(next) = open.last_mut() {
            let Some(node) = *next else {
                open.pop();
                continue;
            };
            *next = node.next_sibling();
            self.steps.take(1);
            if self.steps.spent() {
                return vec![*holder];
            }
            if Some(node.id) == lid.cover {
                passed = true;
            } else if node.is_text() {
                found.push(node);
            } else if node.is_element() && !(passed && self.placed.contains(&node.id)) {
                open.push(node.first_child());
            }
        }
        found
    }
}
