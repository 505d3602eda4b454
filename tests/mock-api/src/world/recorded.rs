//! The recorded form of a question: often shorter than it was asked, or in other words.

use crate::dialogue::About;

/// The question in other words, in the languages that have some.
pub fn question(language: &str, about: About) -> Option<&'static str> {
    let words = match language {
        "en" => match about {
            About::Experience => "How many years has the candidate worked in a comparable role?",
            About::NoticePeriod => "When is the candidate available?",
            About::Salary => "Expected pay",
            About::Certificates => {
                "Does the candidate hold the licence or registration that the role requires?"
            }
            About::Shifts => "Willing to work nights and weekends?",
            About::Location => "How does the candidate get to work?",
            About::Motivation => "Why does the candidate want this job?",
        },
        "de" => match about {
            About::Experience => "Wie viele Jahre Berufserfahrung liegen vor?",
            About::NoticePeriod => "Frühester Eintrittstermin",
            About::Salary => "Gehaltsvorstellung",
            About::Certificates => "Liegen die nötigen Nachweise vor?",
            About::Shifts => "Bereitschaft zu Schichten und Wochenenden",
            About::Location => "Wie kommt die Person zur Arbeit?",
            About::Motivation => "Warum gerade diese Stelle?",
        },
        "es" => match about {
            About::Experience => "¿Cuántos años de experiencia tiene en un puesto parecido?",
            About::NoticePeriod => "Fecha de incorporación",
            About::Salary => "Expectativas económicas",
            About::Certificates => "¿Tiene la titulación que se pide?",
            About::Shifts => "Disponibilidad para turnos",
            About::Location => "¿Cómo llegaría al trabajo?",
            About::Motivation => "Motivos para querer el puesto",
        },
        "fr" => match about {
            About::Experience => "Nombre d’années dans un poste comparable",
            About::NoticePeriod => "Date de disponibilité",
            About::Salary => "Prétentions salariales",
            About::Certificates => "La personne a-t-elle le diplôme demandé ?",
            About::Shifts => "Accepte-t-elle les horaires décalés ?",
            About::Location => "Trajet jusqu’au lieu de travail",
            About::Motivation => "Pourquoi ce poste ?",
        },
        _ => return None,
    };
    Some(words)
}
