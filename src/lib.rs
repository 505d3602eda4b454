//! NinjaHire screening calls.
pub mod reading;
