//! Recordings: the audio or video files that transcripts come from.

use super::{DocumentId, RecordingId};

/// A document's recording. Where its file lies differs from machine to machine and is not part of the study.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recording {
    pub id: RecordingId,
    pub uuid: String,
    pub document: DocumentId,
    /// Without its folder.
    pub file_name: String,
    /// Milliseconds; none where the file does not say it at its beginning.
    pub duration: Option<u32>,
    /// Milliseconds by which the transcript's times are late: what is at 0:10 in the transcript is at 0:08 in a
    /// recording with a shift of two seconds.
    pub shift: i64,
    pub position: i64,
}

impl Recording {
    /// Where in the recording a time of the transcript is; none before its beginning and after its end.
    pub fn at(&self, time: u32) -> Option<u32> {
        let at = u32::try_from(i64::from(time) - self.shift).ok()?;
        self.duration.is_none_or(|end| at < end).then_some(at)
    }
}

/// The recording that has a time: of several the one that begins last before it, so that a second file of one
/// interview takes over where the first one ends.
pub fn with_time(all: &[Recording], time: u32) -> Option<&Recording> {
    let fits = all.iter().filter(|recording| recording.at(time).is_some());
    // The first of those that begin together.
    fits.rev().max_by_key(|recording| recording.shift)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn recording(id: i64, shift: i64, duration: Option<u32>) -> Recording {
        let (uuid, file_name) = (String::new(), String::new());
        Recording {
            id: RecordingId(id),
            uuid,
            document: DocumentId(1),
            file_name,
            duration,
            shift,
            position: id,
        }
    }

    #[test]
    fn a_second_file_takes_over() {
        let all = [recording(1, 0, Some(60_000)), recording(2, 60_000, None), recording(3, 60_000, None)];
        let found = |time| with_time(&all, time).map(|recording| (recording.id.0, recording.at(time)));
        assert_eq!(found(0), Some((1, Some(0))));
        assert_eq!(found(59_999), Some((1, Some(59_999))));
        assert_eq!(found(60_000), Some((2, Some(0))));
        assert_eq!(found(75_500), Some((2, Some(15_500))));
    }

    #[test]
    fn a_time_before_the_beginning_is_in_no_recording() {
        let late = recording(1, 2_000, Some(10_000));
        assert_eq!(late.at(1_999), None);
        assert_eq!(late.at(10_000), Some(8_000));
        assert_eq!(late.at(12_000), None);
        let early = recording(1, -3_000, None);
        assert_eq!(early.at(0), Some(3_000));
    }
}
