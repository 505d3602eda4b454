//! Retrieve screening call results.

use serde::Serialize;

use super::call::ScreeningReport;
use super::decode::{Object, answer, refuse_issues, unusable};
use super::request::check_text;
use super::{DecodeIssue, Endpoint, HttpRequest, Routes, UnknownFields};
use crate::Error;
use crate::error::push_number;
use crate::json;
use crate::path;
use crate::utf8;

/// What a listing can be narrowed by. All that are set must match.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct ScreeningResultsFilters {
    /// PRIMARY filter — the application UUID. Always use this when you have it; only for
    /// applications whose `screening_status` is `completed`.
    #[cfg_attr(feature = "js", tsify(optional))]
    pub application_id: Option<String>,
    /// Filter by job UUID.
    #[cfg_attr(feature = "js", tsify(optional))]
    pub job_id: Option<String>,
    /// Filter by candidate UUID.
    #[cfg_attr(feature = "js", tsify(optional))]
    pub candidate_id: Option<String>,
    /// Filter by the external source system ID of the application. Do NOT use this when you have
    /// the application UUID — use `application_id` instead.
    #[cfg_attr(feature = "js", tsify(optional))]
    pub application_source_id: Option<String>,
    /// Filter by source ID of the job.
    #[cfg_attr(feature = "js", tsify(optional))]
    pub job_source_id: Option<String>,
    /// Filter by source ID of the candidate.
    #[cfg_attr(feature = "js", tsify(optional))]
    pub candidate_source_id: Option<String>,
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
    pub fn entries_mut(&mut self) -> [&mut Option<String>; 6] {
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
    pub fn iter(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let entries = self.entries().into_iter();
        entries.filter_map(|(name, value)| Some((name, value.as_deref()?)))
    }

    /// Every filter by name, in the order of [`Self::NAMES`].
    pub(crate) fn entries(&self) -> [(&'static str, &Option<String>); 6] {
        [
            ("application_id", &self.application_id),
            ("job_id", &self.job_id),
            ("candidate_id", &self.candidate_id),
            ("application_source_id", &self.application_source_id),
            ("job_source_id", &self.job_source_id),
            ("candidate_source_id", &self.candidate_source_id),
        ]
    }
}

/// Asks for one page of a listing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify))]
pub struct ScreeningResultsRequest {
    /// Page number, 1 or more. Starts at 1, never 0; 1 where not given.
    #[cfg_attr(feature = "js", tsify(optional))]
    pub page: u32,
    /// Number of items per page, 1 to 100; 10 where not given.
    #[cfg_attr(feature = "js", tsify(optional))]
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
    /// What is wrong with a page that is refused.
    pub(crate) const PAGE: &'static str = "must be a whole number, 1 or more";
    /// What is wrong with a size that is refused.
    pub(crate) const SIZE: &'static str = "must be a whole number from 1 to 100";

    /// The request as HTTP.
    ///
    /// # Errors
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) naming `page`, `size` or the filter that is blank: a blank filter
    /// is a mistake, not "no filter".
    pub fn to_http(&self, routes: &Routes) -> Result<HttpRequest, Error> {
        if self.page < 1 {
            return Err(Error::invalid("page", Self::PAGE));
        }
        if !(1..=100).contains(&self.size) {
            return Err(Error::invalid("size", Self::SIZE));
        }
        let mut request = HttpRequest::new(routes, Endpoint::ScreeningResults, "");
        for &(name, number) in &[("page", self.page), ("size", self.size)] {
            let mut digits = String::new();
            push_number(&mut digits, number.into());
            request.push_query(name, &digits);
        }
        for (name, value) in &self.filters.entries() {
            if let Some(value) = value {
                check_text(name, value)?;
                request.push_query(name, value);
            }
        }
        Ok(request)
    }
}

/// One screening call's results. The vendor's page says only that it is an object, so every field
/// may be `null`; whatever else the server sends is kept.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ScreeningResult {
    /// Unique identifier for the call.
    pub call_id: Option<String>,
    /// The application UUID.
    pub application_id: Option<String>,
    /// The job UUID.
    pub job_id: Option<String>,
    /// The candidate UUID.
    pub candidate_id: Option<String>,
    /// The external source system ID of the application.
    pub application_source_id: Option<String>,
    /// The source ID of the job.
    pub job_source_id: Option<String>,
    /// The source ID of the candidate.
    pub candidate_source_id: Option<String>,
    /// How the call went.
    #[serde(flatten)]
    pub report: ScreeningReport,
    /// What in this result was not as the vendor's page promises; absent where all was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "js", tsify(optional))]
    pub decode_issues: Vec<DecodeIssue>,
    /// Fields that the vendor's page does not name, as the server sent them.
    #[serde(flatten)]
    #[cfg_attr(feature = "js", tsify(type = "Record<string, unknown>"))]
    pub unknown_fields: UnknownFields,
}

/// One page of a listing.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(feature = "js", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct ScreeningResultsPage {
    /// The screening call results on this page.
    pub data: Vec<ScreeningResult>,
    /// Total number of calls matching the query, on all pages together.
    pub count: Option<f64>,
    /// What was asked for.
    pub request: ScreeningResultsRequest,
    /// What on this page was not as the vendor's page promises, each result's own issues
    /// included; absent where all was.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "js", tsify(optional))]
    pub decode_issues: Vec<DecodeIssue>,
    /// Fields that the vendor's page does not name, as the server sent them.
    #[serde(flatten)]
    #[cfg_attr(feature = "js", tsify(type = "Record<string, unknown>"))]
    pub unknown_fields: UnknownFields,
}

impl ScreeningResultsPage {
    /// Reads the answer to `request`. One bad record never hides the others: what is defective
    /// becomes `None` and is told in `decode_issues`, or, with `strict`, is an error.
    ///
    /// # Errors
    /// [`ErrorKind::Decode`](crate::ErrorKind::Decode) where the body is not JSON, not an object, or has no `data` array.
    pub fn decode(
        body: &[u8],
        request: ScreeningResultsRequest,
        strict: bool,
    ) -> Result<Self, Error> {
        let text = utf8::lossy(body);
        let raw = answer(&text)?;
        let mut issues = Vec::new();
        let mut object = Object::at(String::new(), raw, &mut issues)
            .ok_or_else(|| unusable("", "an object", Some(raw.text())))?;
        let data = object.take("data");
        let items = data
            .and_then(json::array)
            .ok_or_else(|| unusable("data", "an array", data.map(|raw| raw.text())))?;
        let count = object.count("count");
        let unknown_fields = object.rest();
        let mut results = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            let result = ScreeningResult::read(path::item("data", index), item);
            for issue in &result.decode_issues {
                issues.push(issue.clone());
            }
            results.push(result);
        }
        refuse_issues(strict, &issues)?;
        Ok(Self {
            data: results,
            count,
            request,
            unknown_fields,
            decode_issues: issues,
        })
    }
}

impl ScreeningResult {
    /// Its ids, by name.
    fn ids_mut(&mut self) -> [(&'static str, &mut Option<String>); 7] {
        [
            ("call_id", &mut self.call_id),
            ("application_id", &mut self.application_id),
            ("job_id", &mut self.job_id),
            ("candidate_id", &mut self.candidate_id),
            ("application_source_id", &mut self.application_source_id),
            ("job_source_id", &mut self.job_source_id),
            ("candidate_source_id", &mut self.candidate_source_id),
        ]
    }

    fn read(path: String, raw: json::Json<'_>) -> Self {
        let mut issues = Vec::new();
        let mut result = Self::default();
        if let Some(mut object) = Object::at(path, raw, &mut issues) {
            for (name, id) in &mut result.ids_mut() {
                **id = object.string(name);
            }
            result.report = ScreeningReport::take(&mut object);
            result.unknown_fields = object.rest();
        }
        result.decode_issues = issues;
        result
    }
}
