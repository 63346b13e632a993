//! Who speaks: whom the frame of a quotation means, and whose words those without one are.

mod asked;
mod bare;
mod borrowed;
mod carried;
mod in_turn;
mod silent;
mod source;
mod turns;
