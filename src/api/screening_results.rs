//! Retrieve screening call results.

use std::ops::RangeInclusive;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::arguments::{ArgumentReader, whole_number};
use super::call::{Count, ScreeningReport};
use super::json::{Json, Text};
use super::lenient::{self, DecodeIssue, ObjectReader, UnknownFields};
use super::request::{HttpRequest, check_text};
use super::routes::{Endpoint, Routes};
use crate::error::Error;

/// What a listing can be narrowed by. All that are set must match.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ScreeningResultsFilters {
    /// PRIMARY filter — the application UUID. Always use this when you have it; only for
    /// applications whose `screening_status` is `completed`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_id: Option<Text>,
    /// Filter by job UUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_id: Option<Text>,
    /// Filter by candidate UUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate_id: Option<Text>,
    /// Filter by the external source system ID of the application. Do NOT use this when you have
    /// the application UUID — use `application_id` instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub application_source_id: Option<Text>,
    /// Filter by source ID of the job.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_source_id: Option<Text>,
    /// Filter by source ID of the candidate.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate_source_id: Option<Text>,
}

impl ScreeningResultsFilters {
    /// Every filter's name, in the vendor's order.
    pub const NAMES: [&'static str; 6] = [
        "application_id",
        "job_id",
        "candidate_id",
        "application_source_id",
        "job_source_id",
        "candidate_source_id",
    ];

    /// The filters by name, in the order of [`Self::NAMES`].
    pub fn entries_mut(&mut self) -> [&mut Option<Text>; 6] {
        [
            &mut self.application_id,
            &mut self.job_id,
            &mut self.candidate_id,
            &mut self.application_source_id,
            &mut self.job_source_id,
            &mut self.candidate_source_id,
        ]
    }

    /// The filters that are set, in the order of [`Self::NAMES`].
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &Text)> {
        let values = [
            &self.application_id,
            &self.job_id,
            &self.candidate_id,
            &self.application_source_id,
            &self.job_source_id,
            &self.candidate_source_id,
        ];
        let named = Self::NAMES.into_iter().zip(values);
        named.filter_map(|(name, value)| Some((name, value.as_ref()?)))
    }
}

/// Asks for one page of a listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ScreeningResultsRequest {
    /// Page number, 1 or more. Starts at 1, never 0; 1 where not given.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub page: u32,
    /// Number of items per page, 1 to 100; 10 where not given.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub size: u32,
    /// What the listing is narrowed by.
    #[serde(flatten)]
    pub filters: ScreeningResultsFilters,
}

impl Default for ScreeningResultsRequest {
    fn default() -> Self {
        Self {
            page: 1,
            size: 10,
            filters: ScreeningResultsFilters::default(),
        }
    }
}

impl ScreeningResultsRequest {
    /// The pages that there can be.
    pub const PAGES: RangeInclusive<u32> = 1..=u32::MAX;
    /// The sizes that a page can have.
    pub const SIZES: RangeInclusive<u32> = 1..=100;

    /// The request as HTTP.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) naming `page`, `size` or the filter that is blank: a blank filter
    /// is a mistake, not "no filter".
    pub fn to_http(&self, routes: &Routes) -> Result<HttpRequest, Error> {
        if !Self::PAGES.contains(&self.page) {
            return Err(Error::invalid("page", &format!("must be {PAGE}")));
        }
        if !Self::SIZES.contains(&self.size) {
            return Err(Error::invalid("size", &format!("must be {SIZE}")));
        }
        let mut request = HttpRequest::new(routes, Endpoint::ScreeningResults, "");
        request.push_query("page", &self.page.to_string());
        request.push_query("size", &self.size.to_string());
        for (name, value) in self.filters.iter() {
            let value = value.as_str();
            check_text(name, &value)?;
            request.push_query(name, &value);
        }
        Ok(request)
    }

    /// Reads the filters that a caller gave, page and size among them. Whether a page can have these
    /// numbers is checked when a request is made: an answer that came by other means repeats what was
    /// asked for.
    pub(crate) fn from_arguments(filters: &Json) -> Result<Self, Error> {
        let mut arguments = ArgumentReader::new("filters", filters)?;
        let default = Self::default();
        let page = arguments.optional("page")?.map(|PageNumber(page)| page);
        let size = arguments.optional("size")?.map(|PageSize(size)| size);
        let filters = arguments.read()?;
        arguments.finish()?;
        Ok(Self {
            page: page.unwrap_or(default.page),
            size: size.unwrap_or(default.size),
            filters,
        })
    }
}

const PAGE: &str = "a whole number, 1 or more";
const SIZE: &str = "a whole number from 1 to 100";

struct PageNumber(u32);

impl<'de> Deserialize<'de> for PageNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole_number(deserializer, 0..=u32::MAX)
            .map(Self)
            .ok_or_else(|| D::Error::custom(PAGE))
    }
}

struct PageSize(u32);

impl<'de> Deserialize<'de> for PageSize {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        whole_number(deserializer, 0..=u32::MAX)
            .map(Self)
            .ok_or_else(|| D::Error::custom(SIZE))
    }
}

/// Whose call it is. The vendor's page says only that a result is an object, so every id may be
/// `null`.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ScreeningResultIds {
    /// Unique identifier for the call.
    pub call_id: Option<Text>,
    /// The application UUID.
    pub application_id: Option<Text>,
    /// The job UUID.
    pub job_id: Option<Text>,
    /// The candidate UUID.
    pub candidate_id: Option<Text>,
    /// The external source system ID of the application.
    pub application_source_id: Option<Text>,
    /// The source ID of the job.
    pub job_source_id: Option<Text>,
    /// The source ID of the candidate.
    pub candidate_source_id: Option<Text>,
}

/// One screening call's results. The vendor's page says only that it is an object, so every field
/// may be `null`; whatever else the server sends is kept.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ScreeningResult {
    /// Whose call it is.
    #[serde(flatten)]
    pub ids: ScreeningResultIds,
    /// How the call went.
    #[serde(flatten)]
    pub report: ScreeningReport,
    /// What in this result was not as the vendor's page promises; absent where all was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub decode_issues: Vec<DecodeIssue>,
    /// Fields that the vendor's page does not name, as the server sent them.
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

/// One page of a listing.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ScreeningResultsPage {
    /// The screening call results on this page.
    pub data: Vec<ScreeningResult>,
    /// Total number of calls matching the query, on all pages together.
    pub count: Option<Count>,
    /// What was asked for.
    pub request: ScreeningResultsRequest,
    /// What on this page was not as the vendor's page promises, each result's own issues
    /// included; absent where all was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub decode_issues: Vec<DecodeIssue>,
    /// Fields that the vendor's page does not name, as the server sent them.
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

impl ScreeningResultsPage {
    /// The most rows that one page may have, a hundred times what may be asked for: a larger one is
    /// refused before it can stop a web page.
    pub const MOST_ROWS: usize = 10_000;

    /// Decodes the answer to `request`. One bad record never hides the others: what is defective
    /// becomes `None` and is reported in `decode_issues`, or, with `strict`, is an error.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) where the body is not JSON, not an object, has no `data` array, or more
    /// than [`MOST_ROWS`](Self::MOST_ROWS) in it.
    pub fn decode(
        body: &[u8],
        request: ScreeningResultsRequest,
        strict: bool,
    ) -> Result<Self, Error> {
        Self::from_json(&lenient::parse(body)?, request, strict)
    }

    /// Decodes an answer that is parsed already.
    pub(crate) fn from_json(
        json: &Json,
        request: ScreeningResultsRequest,
        strict: bool,
    ) -> Result<Self, Error> {
        let mut object = ObjectReader::answer(json)?;
        let items = object.required_items("data", Self::MOST_ROWS)?;
        let count = object.optional("count");
        let mut data = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let result = ScreeningResult::from_json(format!("data[{index}]"), item);
            object.report_all(&result.decode_issues);
            data.push(result);
        }
        let (decode_issues, unknown_fields) = object.finish();
        lenient::refuse_issues(strict, &decode_issues)?;
        Ok(Self {
            data,
            count,
            request,
            decode_issues,
            unknown_fields,
        })
    }
}

impl ScreeningResult {
    fn from_json(path: String, json: &Json) -> Self {
        let mut object = ObjectReader::tolerant(path, json);
        let ids = object.read();
        let report = object.read();
        let (decode_issues, unknown_fields) = object.finish();
        Self {
            ids,
            report,
            decode_issues,
            unknown_fields,
        }
    }
}
