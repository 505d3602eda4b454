//! Who speaks.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// Who speaks a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "typescript", derive(tsify::Tsify))]
pub enum Role {
    /// The machine that calls.
    Bot,
    /// The person who is called.
    Human,
    /// A speaker whose label does not say whether it is the machine or the person (`Speaker 0`,
    /// `Interviewer`, a name).
    Other,
    /// No label: text before the first one, or a transcript without labels.
    Unknown,
}

impl Role {
    /// `"bot"`, `"human"`, `"other"` or `"unknown"`.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Bot => "bot",
            Role::Human => "human",
            Role::Other => "other",
            Role::Unknown => "unknown",
        }
    }

    /// 0, 1, 2, 3 for bot, human, other, unknown.
    pub fn code(self) -> u8 {
        match self {
            Role::Bot => 0,
            Role::Human => 1,
            Role::Other => 2,
            Role::Unknown => 3,
        }
    }

    /// The role with this name, the reverse of [`as_str`](Role::as_str).
    ///
    /// ```
    /// use ninjahire_calls::transcript::Role;
    /// assert_eq!(Role::from_name("human"), Some(Role::Human));
    /// assert_eq!(Role::from_name("Human"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Role> {
        let all = [Role::Bot, Role::Human, Role::Other, Role::Unknown];
        all.into_iter().find(|role| role.as_str() == name)
    }
}

impl<'de> Deserialize<'de> for Role {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer).ok();
        // serde's own error would contain the value.
        name.and_then(|name| Role::from_name(&name))
            .ok_or_else(|| D::Error::custom("\"bot\", \"human\", \"other\" or \"unknown\""))
    }
}
