//! The TypeScript declarations, derived from the structs that cross between Rust and JavaScript.

use tsify::Tsify;

use crate::api::{
    Bytes, CallDetails, CallDirection, CallStatus, Count, DecodeIssue, Flag, InstantCall, Millis,
    NinjaHireIntelligence, Score, ScreeningReport, ScreeningResult, ScreeningResultIds,
    ScreeningResultsFilters, ScreeningResultsPage, ScreeningResultsRequest, Times,
};
use crate::assessment::{Problem, QuestionRow, Questions, Summary, SummaryRow};
use crate::client::{
    CallChange, ClientOptions, Credentials, DialOptions, Event, ReadOptions, RequestsOptions,
    RouteOptions, TranscriptChange, Until, WatchOptions,
};
use crate::endpoint::Endpoint;
use crate::error::{ErrorCode, RequestSummary};
use crate::reading::Role;

/// Every declaration, one after the other.
pub fn declarations() -> String {
    #[cfg_attr(not(feature = "reading"), allow(unused_mut))]
    let mut declarations = vec![
        "/** Text. */\nexport type Text = string;",
        "/** Fields that the vendor's page does not name, as the server sent them. */\nexport type UnknownFields = Record<string, unknown>;",
        "/** A JSON object, as the server sent it. */\nexport type RawObject = Record<string, unknown>;",
        CallStatus::DECL,
        NinjaHireIntelligence::DECL,
        CallDirection::DECL,
        Score::DECL,
        Count::DECL,
        DecodeIssue::DECL,
        ScreeningReport::DECL,
        InstantCall::DECL,
        CallDetails::DECL,
        ScreeningResultIds::DECL,
        ScreeningResult::DECL,
        ScreeningResultsPage::DECL,
        ScreeningResultsFilters::DECL,
        ScreeningResultsRequest::DECL,
        Endpoint::DECL,
        ErrorCode::DECL,
        RequestSummary::DECL,
        Event::DECL,
        Millis::DECL,
        Times::DECL,
        Bytes::DECL,
        Flag::DECL,
        Credentials::DECL,
        RouteOptions::DECL,
        ClientOptions::DECL,
        ReadOptions::DECL,
        DialOptions::DECL,
        Until::DECL,
        WatchOptions::DECL,
        RequestsOptions::DECL,
        TranscriptChange::DECL,
        CallChange::DECL,
        Role::DECL,
        Problem::DECL,
        QuestionRow::DECL,
        Questions::DECL,
        SummaryRow::DECL,
        Summary::DECL,
    ];
    #[cfg(feature = "reading")]
    declarations.extend([
        crate::reading::evidence::EvidenceBasis::DECL,
        crate::reading::evidence::Evidence::DECL,
        crate::reading::statistics::SpeakerStats::DECL,
        crate::reading::statistics::TranscriptStats::DECL,
        crate::reading::masking::MaskedKind::DECL,
    ]);
    optional_or_undefined(&declarations.join("\n\n").replace("`None`", "`null`"))
}

/// Adds `| undefined` to the type of every optional member. TypeScript requires it under
/// `exactOptionalPropertyTypes`, and tsify does not write it.
fn optional_or_undefined(declarations: &str) -> String {
    let declare = |line: &str| {
        let Some((name, kind)) = line
            .strip_suffix(';')
            .and_then(|member| member.split_once("?: "))
        else {
            return line.to_owned();
        };
        if kind.contains("=>") {
            format!("{name}?: ({kind}) | undefined;")
        } else {
            format!("{name}?: {kind} | undefined;")
        }
    };
    let lines: Vec<String> = declarations.lines().map(declare).collect();
    lines.join("\n")
}
