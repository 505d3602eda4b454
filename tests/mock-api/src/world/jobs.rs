//! The jobs: titles, places, certificates and salaries as usual in each country.

pub struct JobSeed {
    pub title: &'static str,
    pub company: &'static str,
    pub city: &'static str,
    pub language: &'static str,
    pub certificate: &'static str,
    pub salary: &'static str,
}

const fn job(
    language: &'static str,
    title: &'static str,
    company: &'static str,
    city: &'static str,
    certificate: &'static str,
    salary: &'static str,
) -> JobSeed {
    JobSeed {
        title,
        company,
        city,
        language,
        certificate,
        salary,
    }
}

#[rustfmt::skip] // One job a line, as a table.
pub static JOBS: &[JobSeed] = &[
    job("en", "Registered Nurse", "Harbour Health", "Bristol", "an NMC registration", "£36,000"),
    job("en", "Warehouse Team Lead", "Northgate Logistics", "Leeds", "a counterbalance forklift licence", "£31,500"),
    job("en", "Customer Support Specialist", "Quillmark", "Dublin", "a customer service diploma", "€34,000"),
    job("en", "HGV Class 1 Driver", "Northgate Logistics", "Doncaster", "a Class C+E licence with CPC", "£18.50 an hour"),
    job("en", "Line Cook", "Marlow & Finch", "Austin, TX", "a food handler certificate", "$22 an hour"),
    job("en", "Home Health Aide", "Evergreen Home Care", "Columbus, OH", "a state-tested aide certificate", "$19 an hour"),
    job("en", "Electrician", "Brightwire Services", "Melbourne", "an A-grade licence", "A$95,000"),
    job("en", "Early Childhood Educator", "Little Fern Centres", "Auckland", "a Diploma of Early Childhood Education", "NZ$62,000"),
    job("en", "Security Officer", "Aegis Guarding", "Toronto", "a valid guard licence", "C$24 an hour"),
    job("en", "Accounts Payable Analyst", "Quillmark", "Nairobi", "CPA Part II", "KSh 140,000 a month"),
    job("es", "auxiliar de enfermería", "Clínica Miramar", "Valencia", "el título de TCAE", "1.550 € al mes"),
    job("es", "carretillero", "Logística Aljarafe", "Sevilla", "el carné de carretillero", "1.480 € al mes"),
    job("es", "camarera de piso", "Hoteles Cala Blanca", "Palma", "el curso de prevención de riesgos", "1.500 € al mes"),
    job("es", "agente de ventas", "Grupo Andina", "Bogotá", "la certificación en servicio al cliente", "2.600.000 pesos"),
    job("de", "Pflegefachkraft", "Elbpflege", "Hamburg", "eine abgeschlossene Pflegeausbildung", "3.600 Euro brutto"),
    job("de", "Elektroniker für Betriebstechnik", "Rhein-Anlagenbau", "Köln", "den Nachweis als Elektrofachkraft", "3.900 Euro brutto"),
    job("de", "Berufskraftfahrer", "Spedition Königer", "Nürnberg", "den Führerschein CE mit Module 95", "3.200 Euro brutto"),
    job("fr", "aide-soignante", "Résidences du Parc", "Lyon", "le diplôme d’État d’aide-soignant", "1 950 € net"),
    job("fr", "préparateur de commandes", "Entrepôts du Nord", "Lille", "le CACES R489", "1 750 € net"),
    job("fr", "cuisinier", "Maison Bellecour", "Montréal", "le certificat d’hygiène et salubrité", "24 $ de l’heure"),
    job("pt", "técnico de enfermagem", "Hospital Boa Vista", "São Paulo", "o registro no COREN", "R$ 3.400"),
    job("pt", "operador de empilhadeira", "LogBrasil", "Campinas", "o curso NR-11", "R$ 2.900"),
    job("pt", "empregado de mesa", "Tasca do Rio", "Porto", "a formação em HACCP", "1 050 €"),
    job("hi", "नर्सिंग स्टाफ़", "संजीवनी हॉस्पिटल", "लखनऊ", "GNM रजिस्ट्रेशन", "₹32,000 महीना"),
    job("hi", "डिलीवरी सुपरवाइज़र", "तेज़ लॉजिस्टिक्स", "जयपुर", "ड्राइविंग लाइसेंस", "₹26,000 महीना"),
    job("hi", "कस्टमर केयर एग्ज़ीक्यूटिव", "संवाद सर्विसेज़", "नोएडा", "कंप्यूटर का बेसिक सर्टिफ़िकेट", "₹24,000 महीना"),
    job("ar", "ممرضة مسجلة", "مستشفى الواحة", "دبي", "ترخيص هيئة الصحة (DHA)", "9000 درهم"),
    job("ar", "مشرف مستودع", "شركة الخليج للتوزيع", "الرياض", "رخصة رافعة شوكية", "6500 ريال"),
    job("ar", "موظف استقبال", "فندق النخيل", "القاهرة", "شهادة في اللغة الإنجليزية", "14000 جنيه"),
    job("he", "אחות מוסמכת", "מרכז רפואי הגליל", "חיפה", "רישיון סיעוד", "14,000 ש״ח"),
    job("he", "נציג שירות", "קשר ישיר", "תל אביב", "תעודת בגרות", "8,500 ש״ח"),
    job("ja", "看護師", "みなと総合病院", "横浜", "看護師免許", "月給三十二万円"),
    job("ja", "フォークリフトオペレーター", "東都物流", "千葉", "フォークリフト運転技能講習修了証", "時給千六百円"),
    job("ja", "ホールスタッフ", "和食さくら", "京都", "食品衛生責任者の資格", "時給千三百円"),
    job("zh", "护士", "仁和医院", "杭州", "护士执业证", "月薪九千元"),
    job("zh", "仓库主管", "顺达物流", "深圳", "叉车证", "月薪八千五百元"),
];
