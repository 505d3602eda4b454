//! The recording of a call: a WAV file that is computed on request. Every byte is a function of its
//! offset, so long recordings and seeking cost nothing.

use std::convert::Infallible;
use std::ops::Range;

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use bytes::Bytes;
use futures_util::stream;

use crate::Shared;
use crate::problem::Problem;
use crate::world::{Screening, Speaker};

const SAMPLES_PER_SECOND: u64 = 8_000;
const HEADER: u64 = 44;
const CHUNK: u64 = 64 * 1024;
/// The longest recording. A longer one helps no test.
const LONGEST_SECONDS: f64 = 1_800.0;

/// 16-bit mono. The speakers, and when each ends, in samples.
#[derive(Clone, Debug)]
pub struct Recording {
    turns: Vec<(Speaker, u64)>,
}

impl Recording {
    pub fn of(talk: &Screening) -> Self {
        let seconds = talk.seconds.clamp(0.5, LONGEST_SECONDS);
        let samples = seconds * SAMPLES_PER_SECOND as f64;
        let ends = talk.turn_ends();
        let turns = talk.turns.iter().zip(ends);
        Self {
            turns: turns
                .map(|(turn, end)| (turn.speaker, (end * samples) as u64))
                .collect(),
        }
    }

    fn samples(&self) -> u64 {
        self.turns.last().map_or(0, |turn| turn.1)
    }

    pub fn len(&self) -> u64 {
        HEADER + self.samples() * 2
    }

    fn header(&self) -> [u8; HEADER as usize] {
        let data = (self.samples() * 2) as u32;
        let rate = SAMPLES_PER_SECOND as u32;
        let mut header = [0; HEADER as usize];
        header[0..4].copy_from_slice(b"RIFF");
        header[4..8].copy_from_slice(&(36 + data).to_le_bytes());
        header[8..16].copy_from_slice(b"WAVEfmt ");
        header[16..20].copy_from_slice(&16u32.to_le_bytes());
        header[20..22].copy_from_slice(&1u16.to_le_bytes());
        header[22..24].copy_from_slice(&1u16.to_le_bytes());
        header[24..28].copy_from_slice(&rate.to_le_bytes());
        header[28..32].copy_from_slice(&(rate * 2).to_le_bytes());
        header[32..34].copy_from_slice(&2u16.to_le_bytes());
        header[34..36].copy_from_slice(&16u16.to_le_bytes());
        header[36..40].copy_from_slice(b"data");
        header[40..44].copy_from_slice(&data.to_le_bytes());
        header
    }

    /// Two soft voices that alternate: a hum with an overtone, in syllables.
    fn sample(&self, at: u64) -> i16 {
        let turn = self.turns.partition_point(|&(_, until)| until <= at);
        let Some(&(speaker, until)) = self.turns.get(turn) else {
            return 0;
        };
        let since = at - turn.checked_sub(1).map_or(0, |before| self.turns[before].1);
        let second = SAMPLES_PER_SECOND as f64;
        let (pitch, syllables) = match speaker {
            Speaker::Bot => (196.0, 3.5),
            Speaker::Human => (131.0 + (turn % 3) as f64 * 8.0, 4.3),
        };
        let time = since as f64 / second;
        let turn_time = std::f64::consts::TAU * time;
        // A pause of an eighth of a second between turns, and no click at either end.
        let left = (until - at) as f64 / second - 0.125;
        let edges = (time / 0.02).clamp(0.0, 1.0) * (left / 0.02).clamp(0.0, 1.0);
        let syllable = 0.55 - 0.45 * (turn_time * syllables).cos();
        let voice = (turn_time * pitch).sin() + 0.35 * (turn_time * pitch * 2.0).sin();
        (voice * syllable * edges * 5_000.0) as i16
    }

    pub fn bytes(&self, range: Range<u64>) -> Bytes {
        let header = self.header();
        let mut bytes = Vec::with_capacity((range.end - range.start) as usize);
        let mut at = range.start;
        while at < range.end {
            if at < HEADER {
                bytes.push(header[at as usize]);
                at += 1;
                continue;
            }
            let sample = self.sample((at - HEADER) / 2).to_le_bytes();
            let odd = ((at - HEADER) % 2) as usize;
            let wanted = (range.end - at).min(2 - odd as u64) as usize;
            bytes.extend_from_slice(&sample[odd..odd + wanted]);
            at += wanted as u64;
        }
        bytes.into()
    }

    fn stream(self, range: Range<u64>) -> Body {
        Body::from_stream(stream::unfold(range, move |mut range| {
            let end = range.end.min(range.start + CHUNK);
            let chunk = (range.start < end).then(|| {
                let bytes = self.bytes(range.start..end);
                range.start = end;
                (Ok::<_, Infallible>(bytes), range)
            });
            std::future::ready(chunk)
        }))
    }
}

/// `GET /recordings/{call_id}.wav`, for an `<audio>` element: no key, and byte ranges.
pub async fn recording(
    State(mock): State<Shared>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Response {
    let found = file
        .strip_suffix(".wav")
        .and_then(|call_id| mock.recording(call_id));
    let Some(recording) = found else {
        return Problem::not_found("There is no such recording.").into_response();
    };
    let length = recording.len();
    let asked = headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok());
    let (status, range) = match asked.map(|asked| parse_range(asked, length)) {
        None | Some(Asked::Whole) => (StatusCode::OK, 0..length),
        Some(Asked::Part(range)) => (StatusCode::PARTIAL_CONTENT, range),
        Some(Asked::Unsatisfiable) => {
            let mut response = Problem::new(
                StatusCode::RANGE_NOT_SATISFIABLE,
                "The recording ends before that.",
            )
            .into_response();
            let value = HeaderValue::from_str(&format!("bytes */{length}")).expect("ASCII");
            response.headers_mut().insert(header::CONTENT_RANGE, value);
            return response;
        }
    };
    let mut response = Response::builder()
        .status(status)
        .header(header::CONTENT_TYPE, "audio/wav")
        .header(header::ACCEPT_RANGES, "bytes")
        .header(header::CONTENT_LENGTH, range.end - range.start);
    if status == StatusCode::PARTIAL_CONTENT {
        let value = format!("bytes {}-{}/{length}", range.start, range.end - 1);
        response = response.header(header::CONTENT_RANGE, value);
    }
    response
        .body(recording.stream(range))
        .expect("valid headers")
}

#[derive(Debug, PartialEq)]
enum Asked {
    Whole,
    Part(Range<u64>),
    Unsatisfiable,
}

/// Parses a single range. For several ranges, or another unit, the answer may be the whole file.
fn parse_range(asked: &str, length: u64) -> Asked {
    let Some((first, last)) = asked
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'))
    else {
        return Asked::Whole;
    };
    let range = match (first.trim().parse::<u64>(), last.trim().parse::<u64>()) {
        (Ok(first), Ok(last)) if first <= last => first..length.min(last.saturating_add(1)),
        (Ok(first), Err(_)) if last.trim().is_empty() => first..length,
        (Err(_), Ok(suffix)) if first.trim().is_empty() => length.saturating_sub(suffix)..length,
        _ => return Asked::Whole,
    };
    if range.start < range.end {
        Asked::Part(range)
    } else {
        Asked::Unsatisfiable
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_rfc_9110_has_them() {
        assert_eq!(parse_range("bytes=0-0", 100), Asked::Part(0..1));
        assert_eq!(parse_range("bytes=10-", 100), Asked::Part(10..100));
        assert_eq!(parse_range("bytes=-10", 100), Asked::Part(90..100));
        assert_eq!(parse_range("bytes=-1000", 100), Asked::Part(0..100));
        assert_eq!(parse_range("bytes=90-1000", 100), Asked::Part(90..100));
        assert_eq!(parse_range("bytes=100-", 100), Asked::Unsatisfiable);
        assert_eq!(parse_range("bytes=-0", 100), Asked::Unsatisfiable);
        assert_eq!(parse_range("bytes=0-1,5-6", 100), Asked::Whole);
        assert_eq!(parse_range("lines=1-2", 100), Asked::Whole);
    }

    #[test]
    fn any_cut_of_the_file_is_the_same_bytes() {
        let recording = Recording {
            turns: vec![(Speaker::Bot, 3_000), (Speaker::Human, 8_000)],
        };
        let whole = recording.bytes(0..recording.len());
        assert_eq!(whole.len() as u64, recording.len());
        assert_eq!(recording.bytes(43..48), whole[43..48]);
        assert_eq!(recording.bytes(3_001..3_004), whole[3_001..3_004]);
    }
}
