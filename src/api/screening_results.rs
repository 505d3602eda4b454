//! Retrieve screening call results.

use std::ops::RangeInclusive;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::arguments::{ArgumentReader, whole_number};
use super::call::{Count, ScreeningReport};
use super::json::{Json, Text};
use super::lenient::{self, DecodeIssue, ObjectReader, UnknownFields};
use super::request::{HttpRequest, check_not_blank};
use super::routes::{Endpoint, Routes};
use crate::error::Error;

/// The filters of a listing. A result must match all that are set.
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

    /// All filters, in the order of [`Self::NAMES`].
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

/// A request for one page of a listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ScreeningResultsRequest {
    /// Page number: 1 or more, 1 by default.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub page: u32,
    /// Number of items per page: 1 to 100, 10 by default.
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub size: u32,
    /// The filters.
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
    /// The valid page numbers.
    pub const PAGES: RangeInclusive<u32> = 1..=u32::MAX;
    /// The valid page sizes.
    pub const SIZES: RangeInclusive<u32> = 1..=100;

    /// The request as HTTP, without base URL and key.
    ///
    /// # Errors [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) for `page`, for
    /// `size`, or for a filter that is blank: a blank filter is a mistake, not "no filter".
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
            check_not_blank(name, &value)?;
            request.push_query(name, &value);
        }
        Ok(request)
    }

    /// Reads a caller's filters with page and size. It accepts any whole number; `to_http` checks
    /// the ranges. `decode` accepts more, because a caller's own request may have had other ranges.
    pub(crate) fn from_arguments(filters: &Json) -> Result<Self, Error> {
        let mut arguments = ArgumentReader::new("filters", filters)?;
        let default = Self::default();
        let page = arguments
            .read_optional("page")?
            .map(|PageNumber(page)| page);
        let size = arguments.read_optional("size")?.map(|PageSize(size)| size);
        let filters = arguments.read_struct()?;
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

/// The ids of a call, its application, job and candidate. The vendor's page says only that a result is
/// an object, so every id may be `null`.
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
/// may be `null`. Unknown fields are kept.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub struct ScreeningResult {
    /// The ids of the call, its application, job and candidate.
    #[serde(flatten)]
    pub ids: ScreeningResultIds,
    /// How the call went.
    #[serde(flatten)]
    pub report: ScreeningReport,
    /// The fields that are not as the vendor's page promises. Absent where there are none.
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
    /// Total number of calls that match the filters, on all pages together.
    pub count: Option<Count>,
    /// The request that this page answers.
    pub request: ScreeningResultsRequest,
    /// The fields of this page and of its results that are not as the vendor's page promises.
    /// Absent where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", tsify(optional))]
    pub decode_issues: Vec<DecodeIssue>,
    /// Fields that the vendor's page does not name, as the server sent them.
    #[serde(flatten)]
    pub unknown_fields: UnknownFields,
}

impl ScreeningResultsPage {
    /// The most rows that one answer may have, a hundred times the largest page size. A larger
    /// answer is an error, because it could stop a web page.
    pub const MOST_ROWS: usize = 10_000;

    /// Decodes the answer to `request`. A defective field becomes `None` and is reported in
    /// `decode_issues`, so one bad record never hides the others. With `strict` it is an error.
    ///
    /// # Errors [`ErrorKind::Decode`](crate::ErrorKind::Decode) where the body is not JSON, not an
    /// object, has no `data` array, or has more than [`MOST_ROWS`](Self::MOST_ROWS) rows; with
    /// `strict` also where a field is defective.
    pub fn decode(
        body: &[u8],
        request: ScreeningResultsRequest,
        strict: bool,
    ) -> Result<Self, Error> {
        Self::from_json(&lenient::parse(body)?, request, strict)
    }

    /// Decodes an answer that is already parsed.
    pub(crate) fn from_json(
        json: &Json,
        request: ScreeningResultsRequest,
        strict: bool,
    ) -> Result<Self, Error> {
        let mut object = ObjectReader::answer(json)?;
        let items = object.read_required_items("data", Self::MOST_ROWS)?;
        let count = object.read_optional("count");
        let mut data = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let result = ScreeningResult::from_json(format!("data[{index}]"), item);
            object.add_issues(&result.decode_issues);
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
        let ids = object.read_struct();
        let report = object.read_struct();
        let (decode_issues, unknown_fields) = object.finish();
        Self {
            ids,
            report,
            decode_issues,
            unknown_fields,
        }
    }
}
