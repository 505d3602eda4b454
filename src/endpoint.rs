//! The vendor's three endpoints, by name.

use serde::{Serialize, Serializer};

/// One of the vendor's endpoints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(
    feature = "typescript",
    derive(tsify::Tsify),
    serde(rename_all = "camelCase")
)]
pub enum Endpoint {
    /// Initiate an instant call for an application.
    InstantCall,
    /// Retrieve call details for a specific call.
    CallDetails,
    /// Retrieve screening call results.
    ScreeningResults,
}

impl Endpoint {
    /// All three, in the vendor's order.
    pub const ALL: [Self; 3] = [Self::InstantCall, Self::CallDetails, Self::ScreeningResults];

    /// Its name in the `routes` option and in events: `instantCall`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::InstantCall => "instantCall",
            Self::CallDetails => "callDetails",
            Self::ScreeningResults => "screeningResults",
        }
    }
}

impl Serialize for Endpoint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
