//! Digests that come late, and those that nobody sees.

use super::*;

#[tokio::test]
async fn late_within_six_hours_and_the_wait_at_a_start_is_sent_and_says_so_later_goes_into_the_next() {
    for (minutes, today, said) in
        [(1, 1, false), (15, 1, false), (16, 1, true), (370, 1, true), (371, 0, false)]
    {
        let (scratch, feed) = reader().await;
        round(&scratch.store, &mut Shelf::default(), None, noon()).await.unwrap();
        add(&scratch, feed, "fishing", noon()).await;
        let back = berlin(24, 8, 0) + TimeDelta::minutes(minutes);
        round(&scratch.store, &mut Shelf::default(), None, back).await.unwrap();
        let digests = queued(&scratch).await;
        assert_eq!(digests.len(), today, "back after {minutes} minutes");
        assert_eq!(digests.iter().any(|text| text.contains("Sent late")), said, "{digests:?}");
        watch(&scratch, back, berlin(25, 9, 0), TimeDelta::minutes(10)).await;
        let all = queued(&scratch).await;
        assert_eq!(all.iter().filter(|text| text.contains("fishing")).count(), 1, "{all:?}");
    }
}

#[tokio::test]
async fn after_a_digest_nobody_saw_the_next_tells_since_when_the_last_was_seen() {
    let (scratch, feed) = reader().await;
    add(&scratch, feed, "fishing", noon()).await;
    watch(&scratch, noon(), berlin(24, 9, 0), TimeDelta::minutes(10)).await;
    watch(&scratch, berlin(24, 9, 0), berlin(25, 9, 0), TimeDelta::minutes(10)).await;
    add(&scratch, feed, "timber", berlin(25, 10, 0)).await;
    watch(&scratch, berlin(25, 10, 0), berlin(26, 9, 0), TimeDelta::minutes(10)).await;
    let digests = queued(&scratch).await;
    assert!(digests.len() == 2 && digests[1].contains("timber"), "{digests:?}");
    assert!(digests[1].contains("since Tue 08:0"), "{}", digests[1]);
}
