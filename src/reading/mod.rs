//! Transcript, questions and summary, made ready to show.
