use super::*;

#[test]
fn colours_are_read_in_every_spelling() {
    for text in
        ["#fff", "white", "#FFFFFFFF", "rgb(255,255,255)", "rgba(100%, 100%, 100%, 1)", "hsl(0 0% 100%)"]
    {
        assert_eq!(color(text), Some(Color::WHITE), "{text}");
    }
    assert_eq!(color("transparent").map(|color| color.cover), Some(0.0));
    assert_eq!(color("rgba(0,0,0,.02)").map(|color| color.cover), Some(0.02));
    assert_eq!(color("currentcolor"), None);
}

#[test]
fn words_are_lost_on_nearly_their_own_colour() {
    let lost = |words, ground| color(words).unwrap().is_lost_on(color(ground).unwrap());
    assert!(lost("white", "#fefefe") && lost("#111", "black") && lost("rgba(0,0,0,.01)", "white"));
    assert!(!lost("#ccc", "white") && !lost("white", "navy") && !lost("#333", "#000"));
}

#[test]
fn far_is_out_of_sight() {
    let far = |text| lengths(text)[0].unwrap().is_far();
    assert!(far("-9999px") && far("-100vw") && far("-80em") && far("-120%") && far("300vw"));
    assert!(!far("-20px") && !far("50%") && !far("100vw") && !far("0"));
}
