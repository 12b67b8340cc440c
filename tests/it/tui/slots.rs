//! Quick slots: nine codes, each a key away.

use super::{coded, small};

#[test]
fn a_code_is_put_into_a_slot_and_applied_from_it() {
    let mut bench = small(120, 40);
    bench.keys("2<home>j,3");
    assert!(bench.screen().contains("Quick slot 3 is Obstacles/Law"), "{}", bench.screen());
    assert!(bench.screen().lines().any(|line| line.contains("Law") && line.contains(",3")));
    bench.keys("3j,3");
    assert_eq!(coded(&bench, "1"), ["Obstacles/Law: Mostly the law, and a lack of people."]);
    // It is the last code, as one that was picked.
    bench.keys("jj.");
    assert_eq!(coded(&bench, "1").len(), 2);
    bench.keys(",7");
    assert!(bench.screen().contains("Quick slot 7 is empty"), "{}", bench.screen());
    // A code is in one slot only, and the list changes them.
    bench.keys("2,1");
    assert_eq!(bench.model.slots[2], None);
    bench.keys(",,2mon<enter>");
    let money = bench.model.slots[1].unwrap();
    assert_eq!(bench.model.study.tree.path(money), "Money");
    bench.keys(",,jx<esc>");
    assert_eq!(bench.model.slots[1], None);
}

#[test]
fn slots_are_applied_to_letters_and_lines_of_a_list() {
    let mut bench = small(120, 40);
    bench.keys("2<end>,9").keys("/law<enter>,9");
    assert_eq!(coded(&bench, "1"), ["Money: law"]);
}
