//! Names from the countries in which the languages of the calls are spoken. Names for English calls
//! come from all countries.

use super::rng::Rng;

pub struct Names {
    pub language: &'static str,
    /// Chinese and Japanese names are written family name first and without a space.
    family_first: bool,
    given: &'static [&'static str],
    family: &'static [&'static str],
    /// Country code and the first digits of a mobile number.
    dial: &'static [&'static str],
}

/// Whole names, because mixed given and family names of different countries would look invented.
#[rustfmt::skip] // Not one name a line.
static INTERNATIONAL: &[&str] = &[
    "Aoife O’Sullivan", "Chukwuemeka Okafor", "Nguyễn Thị Minh Anh", "Łukasz Wiśniewski",
    "Priya Raghunathan", "Siobhán Ní Bhriain", "Jamal Whitaker", "Björk Guðmundsdóttir",
    "Kwame Asante-Boateng", "Zsófia Szabó", "Maria-Elena Ionescu", "Dmytro Kovalenko",
    "Ananya Krishnamurthy", "Tane Parata", "Ji-woo Kim", "Fatoumata Diallo",
    "Ravindra Wickramasinghe", "Eleanor Hughes", "Tomás Ó Flaithearta", "Grace Wanjiru Kamau",
    "Ivan Petrović", "Şule Yıldırım", "Marcus Bell", "Tuyết Lan Phạm", "Nomvula Dlamini",
    "Owen Prys-Jones", "Farah Al-Khatib", "Jesús Martínez-Ortega", "Anneke van der Meer",
    "Ngozi Eze", "Πέτρος Παπαδόπουλος", "Олена Шевченко", "สมชาย ใจดี", "Leilani Kahananui",
    "Harpreet Kaur Gill", "Mateusz Żółć", "Ebony Jackson", "Rūta Kazlauskaitė",
    "D’Andre St. Clair", "Mohammed Rahman", "Xiulan Li", "Jo",
];

#[rustfmt::skip] // A language in three lines.
static NAMES: &[Names] = &[
    Names { language: "es", family_first: false, dial: &["+34 6", "+57 3"],
        given: &["María José", "Íñigo", "Lucía", "Andrés", "Begoña", "Camilo", "Valentina", "Nuria"],
        family: &["Peña Muñoz", "García Ibáñez", "Rodríguez", "Núñez Cano", "Restrepo", "Echeverría"] },
    Names { language: "de", family_first: false, dial: &["+49 15"],
        given: &["Jürgen", "Anke", "Sönke", "Aylin", "Katharina", "Tobias", "Mehmet", "Zoë"],
        family: &["Müller", "Weiß", "Schäfer", "Yılmaz", "von der Heide", "Großmann"] },
    Names { language: "fr", family_first: false, dial: &["+33 6", "+1 514"],
        given: &["Hélène", "François", "Aïcha", "Benoît", "Loïc", "Inès", "Maëlle"],
        family: &["Lefèvre", "Benali", "Tremblay", "Dubois", "N’Diaye", "Le Goff"] },
    Names { language: "pt", family_first: false, dial: &["+55 11 9", "+351 9"],
        given: &["João", "Conceição", "Thiago", "Luís", "Beatriz", "Antônia", "Vinícius"],
        family: &["Gonçalves", "da Silva", "Araújo", "dos Santos", "Magalhães", "Assunção"] },
    Names { language: "hi", family_first: false, dial: &["+91 98"],
        given: &["प्रिया", "रोहित", "सुनीता", "अर्जुन", "नेहा", "इमरान", "कविता", "विक्रम"],
        family: &["शर्मा", "यादव", "सिंह", "वर्मा", "ख़ान", "मिश्रा"] },
    Names { language: "ar", family_first: false, dial: &["+971 50", "+966 5", "+20 10"],
        given: &["فاطمة", "محمد", "ليلى", "يوسف", "نورة", "خالد", "مريم"],
        family: &["الهاشمي", "حسن", "القحطاني", "عبد الرحمن", "منصور", "الشريف"] },
    Names { language: "he", family_first: false, dial: &["+972 5"],
        given: &["נועה", "יונתן", "תמר", "אורי", "שירה", "מיכאל"],
        family: &["כהן", "לוי", "בן־דוד", "אברהם", "פרידמן"] },
    Names { language: "ja", family_first: true, dial: &["+81 90"],
        given: &["さくら", "健太", "美咲", "翔", "由美子", "大輔"],
        family: &["佐藤", "鈴木", "髙橋", "渡邊", "山﨑", "小林"] },
    Names { language: "zh", family_first: true, dial: &["+86 138"],
        given: &["伟", "丽娟", "子涵", "建国", "雨桐", "秀英", "浩然"],
        family: &["王", "李", "欧阳", "陈", "刘", "诸葛"] },
];

pub struct Person {
    pub name: String,
    /// The form of address on the telephone.
    pub spoken_name: String,
    pub phone_masked: String,
}

/// The `index`-th person whose language is `language`; no two of the first dozens are the same.
pub fn person(language: &str, index: usize, rng: &mut Rng) -> Person {
    let (name, spoken_name, dial) = match NAMES.iter().find(|names| names.language == language) {
        None => {
            let name = INTERNATIONAL[index % INTERNATIONAL.len()];
            let dial = *rng.pick(&["+44 77", "+353 8", "+1 512", "+61 4", "+64 21", "+254 7"]);
            (
                name.to_owned(),
                name.split(' ').next().unwrap_or(name).to_owned(),
                dial,
            )
        }
        Some(names) => {
            let given = names.given[index % names.given.len()];
            let family = names.family[(index + index / names.family.len()) % names.family.len()];
            let dial = *rng.pick(names.dial);
            if names.family_first {
                (format!("{family}{given}"), format!("{family}{given}"), dial)
            } else {
                (format!("{given} {family}"), given.to_owned(), dial)
            }
        }
    };
    let phone_masked = format!("{dial}•• ••• {:03}", rng.below(1000));
    Person {
        name,
        spoken_name,
        phone_masked,
    }
}
