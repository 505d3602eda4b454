//! The labels that are known, in every language.
//!
//! Sources:
//!
//! * The vendor's documentation: `BOT` and `HUMAN`.
//! * The exports and webhooks of Retell (`Agent`, `User`), Vapi (`AI`, `User`, `bot`, `assistant`),
//!   OpenAI-style chats (`assistant`, `user`, `system`), Deepgram and AssemblyAI (`Speaker 0`,
//!   `Speaker A`), Twilio and Amazon Connect (`Agent`, `Customer`).
//! * For the other languages the words that job advertisements and support centres use for bot and
//!   assistant, candidate and applicant, user and customer, recruiter, interviewer and agent, in
//!   both genders where a language has two, and with the article where it is written onto the word.
//!
//! A word that several languages share stands once, under the first of them.

use super::role::Role;

/// Labels in lower case, with `|` between them and a space for a space, `_` or `-`; and whose they
/// are.
///
/// Words for a recruiter, an interviewer or an agent do not say whether a machine speaks, so they are
/// [`Role::Other`]. English `agent` and `assistant` are what voice platforms call their machine.
#[rustfmt::skip]
pub(crate) static LABELS: &[(&str, Role)] = &[
    // English, and the labels of vendors.
    ("bot|ai|agent|assistant|llm|robot|chatbot|ai agent|ai assistant|ai bot|ai interviewer|ai recruiter|ai screener|virtual agent|virtual assistant|voice agent|voice assistant|voice bot|voicebot|digital assistant|automated assistant|model|gpt|chatgpt|claude|gemini", Role::Bot),
    ("human|user|candidate|customer|caller|client|interviewee|applicant|respondent|job seeker|jobseeker|callee|end user|participant|guest", Role::Human),
    ("interviewer|recruiter|screener|operator|speaker|hiring manager|moderator|host|representative|consultant|system", Role::Other),
    // German.
    ("ki|ki assistent|ki assistentin|ki agent|assistent|assistentin|sprachassistent|sprachassistentin|roboter|sprachbot|virtueller assistent|virtuelle assistentin", Role::Bot),
    ("mensch|kandidat|kandidatin|bewerber|bewerberin|bewerbende person|nutzer|nutzerin|benutzer|benutzerin|kunde|kundin|anrufer|anruferin|angerufener|befragter|befragte|teilnehmer|teilnehmerin", Role::Human),
    ("interviewerin|recruiterin|personaler|personalerin|personalvermittler|personalvermittlerin|gesprächspartner|gesprächspartnerin|sprecher|sprecherin|agentin|personalreferent|personalreferentin", Role::Other),
    // French.
    ("ia|assistant ia|assistante|assistante ia|assistant vocal|assistante vocale|assistant virtuel|assistante virtuelle|agent ia|agent virtuel|robot vocal", Role::Bot),
    ("humain|humaine|candidat|postulant|postulante|utilisateur|utilisatrice|cliente|appelant|appelante|interviewé|interviewée|répondant|répondante|participante", Role::Human),
    ("recruteur|recruteuse|intervieweur|intervieweuse|agente|conseiller|conseillère|interlocuteur|interlocutrice|locuteur|locutrice|chargé de recrutement|chargée de recrutement|opérateur|opératrice", Role::Other),
    // Spanish.
    ("asistente|asistenta|asistente virtual|asistente ia|asistente de ia|asistente de voz|agente ia|agente de ia|agente virtual", Role::Bot),
    ("humano|humana|candidato|candidata|solicitante|aspirante|usuario|usuaria|clienta|entrevistado|entrevistada|llamante|persona", Role::Human),
    ("reclutador|reclutadora|entrevistador|entrevistadora|seleccionador|seleccionadora|operador|operadora|hablante|interlocutor|interlocutora|locutor|locutora", Role::Other),
    // Portuguese.
    ("robô|assistente|assistente virtual|assistente de voz|assistente de ia", Role::Bot),
    ("usuário|usuária|utilizador|utilizadora", Role::Human),
    ("recrutador|recrutadora|falante|orador|oradora|selecionador|selecionadora", Role::Other),
    // Italian.
    ("assistente virtuale|assistente vocale|assistente ia|agente virtuale|risponditore", Role::Bot),
    ("umano|utente|intervistato|intervistata|chiamante", Role::Human),
    ("reclutatore|reclutatrice|selezionatore|selezionatrice|intervistatore|intervistatrice|operatore|operatrice|parlante|oratore|oratrice", Role::Other),
    // Catalan.
    ("assistenta|assistent virtual", Role::Bot),
    ("usuari|usuària|entrevistat", Role::Human),
    // Dutch.
    ("virtuele assistent|spraakassistent", Role::Bot),
    ("mens|kandidaat|kandidate|sollicitant|sollicitante|gebruiker|gebruikster|klant|beller|geïnterviewde", Role::Human),
    ("interviewster|medewerker|medewerkster|spreker|spreekster|werver", Role::Other),
    // Swedish.
    ("röstassistent|virtuell assistent|ai assistent", Role::Bot),
    ("människa|sökande|användare|kund|uppringare|intervjuad", Role::Human),
    ("rekryterare|intervjuare|talare|handläggare", Role::Other),
    // Danish and Norwegian.
    ("stemmeassistent|virtuel assistent", Role::Bot),
    ("menneske|ansøger|søker|bruger|bruker|innringer", Role::Human),
    ("rekrutterer|rekrutterare|intervjuer|taler|rådgiver", Role::Other),
    // Finnish.
    ("botti|tekoäly|avustaja|robotti|ääniavustaja", Role::Bot),
    ("ihminen|hakija|ehdokas|kandidaatti|käyttäjä|asiakas|soittaja|haastateltava", Role::Human),
    ("rekrytoija|haastattelija|puhuja|agentti", Role::Other),
    // Polish.
    ("asystent|asystentka|asystent ai|asystentka ai|asystent głosowy|asystentka głosowa|wirtualny asystent|sztuczna inteligencja", Role::Bot),
    ("człowiek|kandydat|kandydatka|aplikant|aplikantka|użytkownik|użytkowniczka|klient|klientka|rozmówca|rozmówczyni|osoba", Role::Human),
    ("rekruter|rekruterka|rekrutujący|rekrutująca|ankieter|ankieterka|agentka|konsultant|konsultantka|mówca", Role::Other),
    // Czech and Slovak.
    ("asistent|asistentka|hlasový asistent|hlasová asistentka|virtuální asistent|virtuálny asistent", Role::Bot),
    ("člověk|človek|uchazeč|uchazečka|uchádzač|uchádzačka|kandidát|kandidátka|uživatel|uživatelka|používateľ|používateľka|zákazník|zákaznice|zákazníčka|volající", Role::Human),
    ("náborář|náborářka|náborár|náborárka|personalista|personalistka|tazatel|tazatelka|mluvčí|operátor|operátorka", Role::Other),
    // Hungarian.
    ("asszisztens|hangasszisztens|virtuális asszisztens", Role::Bot),
    ("ember|jelölt|pályázó|jelentkező|felhasználó|ügyfél|hívó", Role::Human),
    ("toborzó|interjúztató|kérdező|ügynök|beszélő", Role::Other),
    // Romanian.
    ("asistentă|asistent virtual|asistentă virtuală|robotul", Role::Bot),
    ("om|candidată|candidatul|aplicant|aplicantă|utilizator|utilizatoare|clientă|apelant", Role::Human),
    ("recrutor|recrutoare|intervievator|intervievatoare|agentă|vorbitor|vorbitoare|operatoare", Role::Other),
    // Croatian, Serbian and Slovenian.
    ("asistentica|asistentkinja|pomoćnik|pomočnik|асистент|робот|бот", Role::Bot),
    ("čovjek|čovek|kandidatkinja|kandidatka|prijavljeni|korisnik|korisnica|uporabnik|uporabnica|klijent|кандидат|кандидаткиња|корисник|човек", Role::Human),
    ("regruter|regruterka|regrutor|anketar|ispitivač|intervjuerka|agentica|govornik|регрутер|агент", Role::Other),
    // Bulgarian.
    ("асистентка|виртуален асистент|гласов асистент|изкуствен интелект", Role::Bot),
    ("кандидатка|потребител|потребителка|клиент|клиентка", Role::Human),
    ("рекрутър|интервюиращ|интервюираща|агентка|говорител", Role::Other),
    // Russian.
    ("ассистент|ассистентка|ии|ии ассистент|помощник|помощница|голосовой помощник|голосовой ассистент|виртуальный помощник|виртуальный ассистент|нейросеть|чат бот|чатбот|автоответчик", Role::Bot),
    ("человек|соискатель|соискательница|пользователь|пользовательница|абонент|респондент|собеседник", Role::Human),
    ("рекрутер|рекрутёр|интервьюер|оператор|спикер|менеджер|говорящий|сотрудник|сотрудница", Role::Other),
    // Ukrainian.
    ("ші|помічник|помічниця|голосовий помічник|голосовий асистент|штучний інтелект", Role::Bot),
    ("людина|здобувач|здобувачка|заявник|заявниця|користувач|користувачка|клієнт|клієнтка", Role::Human),
    ("рекрутерка|інтервʼюер|інтерв'юер|інтервюер|операторка|спікер", Role::Other),
    // Greek.
    ("μποτ|ρομπότ|βοηθός|ψηφιακός βοηθός|εικονικός βοηθός|φωνητικός βοηθός|τεχνητή νοημοσύνη|βοηθός τν", Role::Bot),
    ("άνθρωπος|υποψήφιος|υποψήφια|υποψηφία|αιτών|αιτούσα|χρήστης|χρήστρια|πελάτης|πελάτισσα|συνεντευξιαζόμενος", Role::Human),
    ("υπεύθυνος προσλήψεων|υπεύθυνη προσλήψεων|συνεντευκτής|συνεντεύκτρια|πράκτορας|εκπρόσωπος|ομιλητής|ομιλήτρια", Role::Other),
    // Turkish.
    ("yapay zeka|yapay zekâ|asistan|sanal asistan|sesli asistan|yz", Role::Bot),
    ("insan|aday|başvuran|başvuru sahibi|kullanıcı|müşteri|arayan|katılımcı", Role::Human),
    ("işe alım uzmanı|mülakatçı|görüşmeci|temsilci|müşteri temsilcisi|konuşmacı|ik uzmanı|ajan", Role::Other),
    // Arabic.
    ("بوت|البوت|روبوت|الروبوت|مساعد|المساعد|مساعدة|المساعدة|المساعد الذكي|المساعد الافتراضي|المساعد الصوتي|الذكاء الاصطناعي|المجيب الآلي", Role::Bot),
    ("إنسان|الإنسان|مرشح|المرشح|مرشحة|المرشحة|المترشح|المترشحة|متقدم|المتقدم|متقدمة|المتقدمة|مستخدم|المستخدم|المستخدمة|عميل|العميل|العميلة|المتصل|المتصلة", Role::Human),
    ("مسؤول التوظيف|مسؤولة التوظيف|موظف التوظيف|موظفة التوظيف|المحاور|المحاورة|محاور|محاورة|وكيل|الوكيل|الوكيلة|المتحدث|المتحدثة|متحدث|المجند|القائم بالمقابلة", Role::Other),
    // Hebrew.
    ("בוט|הבוט|רובוט|הרובוט|עוזר|עוזרת|העוזר|העוזרת|עוזר וירטואלי|עוזרת וירטואלית|סוכן ai|בינה מלאכותית", Role::Bot),
    ("אדם|מועמד|מועמדת|המועמד|המועמדת|משתמש|משתמשת|המשתמש|המשתמשת|לקוח|לקוחה|הלקוח|מרואיין|מרואיינת", Role::Human),
    ("מגייס|מגייסת|המגייס|המגייסת|מראיין|מראיינת|המראיין|המראיינת|סוכן|סוכנת|נציג|נציגה|דובר|דוברת", Role::Other),
    // Persian.
    ("ربات|بات|دستیار|دستیار مجازی|دستیار صوتی|هوش مصنوعی", Role::Bot),
    ("انسان|داوطلب|متقاضی|کاندیدا|کاربر|مشتری|کارجو", Role::Human),
    ("مصاحبه کننده|مصاحبه‌کننده|مصاحبه گر|مصاحبه‌گر|کارشناس استخدام|کارشناس جذب|نماینده|گوینده|کارگزار", Role::Other),
    // Urdu.
    ("بوٹ|روبوٹ|معاون|اسسٹنٹ|مصنوعی ذہانت", Role::Bot),
    ("امیدوار|درخواست گزار|صارف|گاہک", Role::Human),
    ("انٹرویو لینے والا|انٹرویو لینے والی|ریکروٹر|ایجنٹ|نمائندہ", Role::Other),
    // Hindi and Marathi.
    ("बॉट|बोट|रोबोट|सहायक|सहायिका|एआई|एआई सहायक|असिस्टेंट|कृत्रिम बुद्धिमत्ता", Role::Bot),
    ("मानव|मनुष्य|इंसान|उम्मीदवार|अभ्यर्थी|आवेदक|आवेदिका|उपयोगकर्ता|यूज़र|यूजर|ग्राहक|उमेदवार|कैंडिडेट", Role::Human),
    ("भर्तीकर्ता|साक्षात्कारकर्ता|इंटरव्यूअर|रिक्रूटर|एजेंट|प्रतिनिधि|वक्ता|मुलाखतकार", Role::Other),
    // Bengali.
    ("বট|রোবট|সহকারী|এআই", Role::Bot),
    ("মানুষ|প্রার্থী|আবেদনকারী|ব্যবহারকারী|গ্রাহক", Role::Human),
    ("নিয়োগকর্তা|নিয়োগকারী|সাক্ষাৎকারগ্রহীতা|এজেন্ট|বক্তা", Role::Other),
    // Tamil.
    ("பாட்|போட்|ரோபோ|உதவியாளர்|ஏஐ", Role::Bot),
    ("மனிதர்|மனிதன்|வேட்பாளர்|விண்ணப்பதாரர்|பயனர்|வாடிக்கையாளர்", Role::Human),
    ("நேர்காணல் செய்பவர்|நேர்காணலர்|பணியமர்த்துபவர்|முகவர்|பேச்சாளர்", Role::Other),
    // Telugu.
    ("బాట్|రోబోట్|సహాయకుడు|సహాయకురాలు|ఏఐ", Role::Bot),
    ("మానవుడు|అభ్యర్థి|దరఖాస్తుదారు|వినియోగదారు|వినియోగదారుడు", Role::Human),
    ("ఇంటర్వ్యూయర్|రిక్రూటర్|ఏజెంట్", Role::Other),
    // Thai.
    ("บอท|บอต|หุ่นยนต์|ผู้ช่วย|ผู้ช่วยเสมือน|เอไอ|ปัญญาประดิษฐ์", Role::Bot),
    ("มนุษย์|ผู้สมัคร|ผู้สมัครงาน|ผู้ใช้|ลูกค้า|ผู้ถูกสัมภาษณ์", Role::Human),
    ("ผู้สัมภาษณ์|ผู้สรรหา|เจ้าหน้าที่|เจ้าหน้าที่สรรหา|ตัวแทน|ผู้พูด", Role::Other),
    // Vietnamese.
    ("trợ lý|trợ lý ảo|trợ lý ai|rô bốt", Role::Bot),
    ("con người|người|ứng viên|người dùng|khách hàng|người ứng tuyển", Role::Human),
    ("nhà tuyển dụng|người phỏng vấn|tuyển dụng viên|nhân viên|đại lý|người nói", Role::Other),
    // Indonesian and Malay.
    ("asisten|asisten virtual|asisten ai|asisten suara|pembantu|pembantu maya", Role::Bot),
    ("manusia|pelamar|pengguna|pelanggan|calon|pemohon|narasumber", Role::Human),
    ("perekrut|pewawancara|penemu duga|agen|ejen|pembicara|penutur|petugas", Role::Other),
    // Filipino.
    ("katulong", Role::Bot),
    ("tao|kandidato|kandidata|aplikante|gumagamit|kustomer", Role::Human),
    ("tagapanayam|ahente|tagapagsalita", Role::Other),
    // Swahili.
    ("roboti|msaidizi", Role::Bot),
    ("binadamu|mtu|mgombea|mwombaji|mtumiaji|mteja", Role::Human),
    ("mhoji|mwajiri|wakala|msemaji", Role::Other),
    // Chinese.
    ("机器人|機器人|助手|助理|智能助手|智能助理|语音助手|語音助手|人工智能|人工智慧|虚拟助手|虛擬助理|ai助手|ai助理|ai面试官|ai面試官|语音机器人|語音機器人|聊天机器人|聊天機器人", Role::Bot),
    ("人类|人類|真人|候选人|候選人|应聘者|應聘者|求职者|求職者|应征者|應徵者|申请人|申請人|用户|用戶|使用者|客户|客戶|受访者|受訪者|面试者|面試者", Role::Human),
    ("招聘人员|招聘人員|招聘官|招聘者|面试官|面試官|招聘经理|招聘經理|猎头|獵頭|坐席|座席|客服|代理|说话人|說話人|发言人|發言人|采访者|採訪者", Role::Other),
    // Japanese.
    ("ボット|ロボット|アシスタント|aiアシスタント|ai面接官|エーアイ|音声アシスタント|人工知能", Role::Bot),
    ("人間|候補者|応募者|ユーザー|ユーザ|お客様|顧客|志願者", Role::Human),
    ("採用担当|採用担当者|面接官|インタビュアー|リクルーター|エージェント|担当者|オペレーター|話者|スピーカー", Role::Other),
    // Korean.
    ("봇|챗봇|로봇|어시스턴트|ai 어시스턴트|비서|ai 비서|인공지능|음성봇", Role::Bot),
    ("사람|인간|후보자|지원자|사용자|고객|구직자|응시자|응답자", Role::Human),
    ("채용담당자|채용 담당자|면접관|인터뷰어|리크루터|상담원|에이전트|상담사|화자|담당자", Role::Other),
];

/// The vendor's labels: where both lead lines, all others are speech.
pub(crate) const BOT: &str = "bot";
pub(crate) const HUMAN: &str = "human";
/// Numbered speakers (`Speaker 0`, `SPEAKER_01`, `Speaker B`).
pub(crate) const SPEAKERS: &[&str] = &[
    "speaker",
    "spk",
    "sprecher",
    "locuteur",
    "hablante",
    "falante",
    "спикер",
    "说话人",
    "話者",
    "화자",
];

/// Letters and words for a question and its answer, where nothing else leads lines. On a screening
/// call the bot asks and the candidate answers.
pub(crate) static QUESTION_AND_ANSWER: &[(&str, &str)] = &[
    ("q", "a"),
    ("question", "answer"),
    ("f", "a"),
    ("frage", "antwort"),
    ("q", "r"),
    ("question", "réponse"),
    ("p", "r"),
    ("pregunta", "respuesta"),
    ("pergunta", "resposta"),
    ("d", "r"),
    ("domanda", "risposta"),
    ("demande", "réponse"),
    ("v", "a"),
    ("vraag", "antwoord"),
    ("s", "c"),
    ("soru", "cevap"),
    ("в", "о"),
    ("вопрос", "ответ"),
    ("п", "в"),
    ("питання", "відповідь"),
    ("ε", "α"),
    ("ερώτηση", "απάντηση"),
    ("س", "ج"),
    ("سؤال", "جواب"),
    ("ש", "ת"),
    ("שאלה", "תשובה"),
    ("प्रश्न", "उत्तर"),
    ("सवाल", "जवाब"),
    ("问", "答"),
    ("問", "答"),
    ("問題", "回答"),
    ("问题", "回答"),
    ("質問", "回答"),
    ("문", "답"),
    ("질문", "답변"),
    ("pytanie", "odpowiedź"),
    ("otázka", "odpověď"),
    ("întrebare", "răspuns"),
    ("kérdés", "válasz"),
    ("fråga", "svar"),
    ("spørgsmål", "svar"),
    ("kysymys", "vastaus"),
    ("hỏi", "đáp"),
    ("pertanyaan", "jawaban"),
    ("คำถาม", "คำตอบ"),
    ("ถาม", "ตอบ"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_label_is_there_once_and_in_lower_case() {
        let mut seen = std::collections::HashSet::new();
        for label in LABELS.iter().flat_map(|(labels, _)| labels.split('|')) {
            assert_eq!(label, label.to_lowercase());
            assert!(seen.insert(label), "{label} is there twice");
        }
    }
}
