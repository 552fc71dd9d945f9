//! Interrupts in a process that listens, as that of a notebook's cells does.
#![allow(missing_docs)]

use density::Error;
use density::interrupt::{Interruptible, listen};
use density::progress::Progress;
use signal_hook::consts::SIGINT;
use signal_hook::low_level::raise;

// One test: signals are the process's.
#[test]
fn an_interrupt_ends_the_work_at_hand_or_the_next_and_no_other() {
    listen().unwrap();
    let outer = Interruptible::begin();
    assert!(outer.check(|| "not yet".into()).is_ok());
    raise(SIGINT).unwrap();
    raise(SIGINT).unwrap();
    let inner = Interruptible::begin();
    for work in [&inner, &outer] {
        let said = work.check(|| "two of three are kept".into()).unwrap_err();
        assert!(matches!(said, Error::Interrupted(_)));
        assert_eq!(said.to_string(), "interrupted: two of three are kept");
    }
    drop(inner);
    assert!(outer.is_interrupted());
    drop(outer);
    assert!(!Interruptible::begin().is_interrupted());

    raise(SIGINT).unwrap();
    let mut progress = Progress::new("prediction", "images", 3);
    let said = progress.advance(1).unwrap_err().to_string();
    assert!(said.contains("1 of 3 images"), "{said}");
    drop(progress);
    let mut progress = Progress::new("prediction", "images", 3);
    assert!(progress.advance(1).is_ok());
}
