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
//! A word that several languages share is listed once, under the first of them. Labels are in lower
//! case, with `|` between them and a space for a space, `_` or `-`.
//!
//! Each table is one string: an array of strings would take eight bytes more for each label.

use super::role::Role;

#[rustfmt::skip]
const BOTS: &str = concat!(
    // English, and the labels of vendors.
    "bot|ai|agent|assistant|llm|robot|chatbot|ai agent|ai assistant|ai bot|ai interviewer|ai recruiter|ai screener|virtual agent|virtual assistant|voice agent|voice assistant|voice bot|voicebot|digital assistant|automated assistant|model|gpt|chatgpt|claude|gemini|",
    // German.
    "ki|ki assistent|ki assistentin|ki agent|assistent|assistentin|sprachassistent|sprachassistentin|roboter|sprachbot|virtueller assistent|virtuelle assistentin|",
    // French.
    "ia|assistant ia|assistante|assistante ia|assistant vocal|assistante vocale|assistant virtuel|assistante virtuelle|agent ia|agent virtuel|robot vocal|",
    // Spanish.
    "asistente|asistenta|asistente virtual|asistente ia|asistente de ia|asistente de voz|agente ia|agente de ia|agente virtual|",
    // Portuguese.
    "robô|assistente|assistente virtual|assistente de voz|assistente de ia|",
    // Italian.
    "assistente virtuale|assistente vocale|assistente ia|agente virtuale|risponditore|",
    // Catalan.
    "assistenta|assistent virtual|",
    // Dutch.
    "virtuele assistent|spraakassistent|",
    // Swedish.
    "röstassistent|virtuell assistent|ai assistent|",
    // Danish and Norwegian.
    "stemmeassistent|virtuel assistent|",
    // Finnish.
    "botti|tekoäly|avustaja|robotti|ääniavustaja|",
    // Polish.
    "asystent|asystentka|asystent ai|asystentka ai|asystent głosowy|asystentka głosowa|wirtualny asystent|sztuczna inteligencja|",
    // Czech and Slovak.
    "asistent|asistentka|hlasový asistent|hlasová asistentka|virtuální asistent|virtuálny asistent|",
    // Hungarian.
    "asszisztens|hangasszisztens|virtuális asszisztens|",
    // Romanian.
    "asistentă|asistent virtual|asistentă virtuală|robotul|",
    // Croatian, Serbian and Slovenian.
    "asistentica|asistentkinja|pomoćnik|pomočnik|асистент|робот|бот|",
    // Bulgarian.
    "асистентка|виртуален асистент|гласов асистент|изкуствен интелект|",
    // Russian.
    "ассистент|ассистентка|ии|ии ассистент|помощник|помощница|голосовой помощник|голосовой ассистент|виртуальный помощник|виртуальный ассистент|нейросеть|чат бот|чатбот|автоответчик|",
    // Ukrainian.
    "ші|помічник|помічниця|голосовий помічник|голосовий асистент|штучний інтелект|",
    // Greek.
    "μποτ|ρομπότ|βοηθός|ψηφιακός βοηθός|εικονικός βοηθός|φωνητικός βοηθός|τεχνητή νοημοσύνη|βοηθός τν|",
    // Turkish.
    "yapay zeka|yapay zekâ|asistan|sanal asistan|sesli asistan|yz|",
    // Arabic.
    "بوت|البوت|روبوت|الروبوت|مساعد|المساعد|مساعدة|المساعدة|المساعد الذكي|المساعد الافتراضي|المساعد الصوتي|الذكاء الاصطناعي|المجيب الآلي|",
    // Hebrew.
    "בוט|הבוט|רובוט|הרובוט|עוזר|עוזרת|העוזר|העוזרת|עוזר וירטואלי|עוזרת וירטואלית|סוכן ai|בינה מלאכותית|",
    // Persian.
    "ربات|بات|دستیار|دستیار مجازی|دستیار صوتی|هوش مصنوعی|",
    // Urdu.
    "بوٹ|روبوٹ|معاون|اسسٹنٹ|مصنوعی ذہانت|",
    // Hindi and Marathi.
    "बॉट|बोट|रोबोट|सहायक|सहायिका|एआई|एआई सहायक|असिस्टेंट|कृत्रिम बुद्धिमत्ता|",
    // Bengali.
    "বট|রোবট|সহকারী|এআই|",
    // Tamil.
    "பாட்|போட்|ரோபோ|உதவியாளர்|ஏஐ|",
    // Telugu.
    "బాట్|రోబోట్|సహాయకుడు|సహాయకురాలు|ఏఐ|",
    // Gujarati, Punjabi, Kannada and Malayalam.
    "બોટ|સહાયક|રોબોટ|ਬੋਟ|ਸਹਾਇਕ|ਰੋਬੋਟ|ಬಾಟ್|ಸಹಾಯಕ|ರೋಬೋಟ್|ബോട്ട്|സഹായി|റോബോട്ട്|",
    // Thai.
    "บอท|บอต|หุ่นยนต์|ผู้ช่วย|ผู้ช่วยเสมือน|เอไอ|ปัญญาประดิษฐ์|",
    // Vietnamese.
    "trợ lý|trợ lý ảo|trợ lý ai|rô bốt|",
    // Indonesian and Malay.
    "asisten|asisten virtual|asisten ai|asisten suara|pembantu|pembantu maya|",
    // Filipino.
    "katulong|",
    // Swahili.
    "roboti|msaidizi|",
    // Chinese.
    "机器人|機器人|助手|助理|智能助手|智能助理|语音助手|語音助手|人工智能|人工智慧|虚拟助手|虛擬助理|ai助手|ai助理|ai面试官|ai面試官|语音机器人|語音機器人|聊天机器人|聊天機器人|",
    // Japanese.
    "ボット|ロボット|アシスタント|aiアシスタント|ai面接官|エーアイ|音声アシスタント|人工知能|",
    // Korean.
    "봇|챗봇|로봇|어시스턴트|ai 어시스턴트|비서|ai 비서|인공지능|음성봇",
);

#[rustfmt::skip]
const HUMANS: &str = concat!(
    // English, and the labels of vendors.
    "human|user|candidate|customer|caller|client|interviewee|applicant|respondent|job seeker|jobseeker|callee|end user|participant|guest|",
    // German.
    "mensch|kandidat|kandidatin|bewerber|bewerberin|bewerbende person|nutzer|nutzerin|benutzer|benutzerin|kunde|kundin|anrufer|anruferin|angerufener|befragter|befragte|teilnehmer|teilnehmerin|",
    // French.
    "humain|humaine|candidat|postulant|postulante|utilisateur|utilisatrice|cliente|appelant|appelante|interviewé|interviewée|répondant|répondante|participante|",
    // Spanish.
    "humano|humana|candidato|candidata|solicitante|aspirante|usuario|usuaria|clienta|entrevistado|entrevistada|llamante|persona|",
    // Portuguese.
    "usuário|usuária|utilizador|utilizadora|",
    // Italian.
    "umano|utente|intervistato|intervistata|chiamante|",
    // Catalan.
    "usuari|usuària|entrevistat|",
    // Dutch.
    "mens|kandidaat|kandidate|sollicitant|sollicitante|gebruiker|gebruikster|klant|beller|geïnterviewde|",
    // Swedish.
    "människa|sökande|användare|kund|uppringare|intervjuad|",
    // Danish and Norwegian.
    "menneske|ansøger|søker|bruger|bruker|innringer|",
    // Finnish.
    "ihminen|hakija|ehdokas|kandidaatti|käyttäjä|asiakas|soittaja|haastateltava|",
    // Polish.
    "człowiek|kandydat|kandydatka|aplikant|aplikantka|użytkownik|użytkowniczka|klient|klientka|rozmówca|rozmówczyni|osoba|",
    // Czech and Slovak.
    "člověk|človek|uchazeč|uchazečka|uchádzač|uchádzačka|kandidát|kandidátka|uživatel|uživatelka|používateľ|používateľka|zákazník|zákaznice|zákazníčka|volající|",
    // Hungarian.
    "ember|jelölt|pályázó|jelentkező|felhasználó|ügyfél|hívó|",
    // Romanian.
    "om|candidată|candidatul|aplicant|aplicantă|utilizator|utilizatoare|clientă|apelant|",
    // Croatian, Serbian and Slovenian.
    "čovjek|čovek|kandidatkinja|kandidatka|prijavljeni|korisnik|korisnica|uporabnik|uporabnica|klijent|кандидат|кандидаткиња|корисник|човек|",
    // Bulgarian.
    "кандидатка|потребител|потребителка|клиент|клиентка|",
    // Russian.
    "человек|соискатель|соискательница|пользователь|пользовательница|абонент|респондент|собеседник|",
    // Ukrainian.
    "людина|здобувач|здобувачка|заявник|заявниця|користувач|користувачка|клієнт|клієнтка|",
    // Greek.
    "άνθρωπος|υποψήφιος|υποψήφια|υποψηφία|αιτών|αιτούσα|χρήστης|χρήστρια|πελάτης|πελάτισσα|συνεντευξιαζόμενος|",
    // Turkish.
    "insan|aday|başvuran|başvuru sahibi|kullanıcı|müşteri|arayan|katılımcı|",
    // Arabic.
    "إنسان|الإنسان|مرشح|المرشح|مرشحة|المرشحة|المترشح|المترشحة|متقدم|المتقدم|متقدمة|المتقدمة|مستخدم|المستخدم|المستخدمة|عميل|العميل|العميلة|المتصل|المتصلة|",
    // Hebrew.
    "אדם|מועמד|מועמדת|המועמד|המועמדת|משתמש|משתמשת|המשתמש|המשתמשת|לקוח|לקוחה|הלקוח|מרואיין|מרואיינת|",
    // Persian.
    "انسان|داوطلب|متقاضی|کاندیدا|کاربر|مشتری|کارجو|",
    // Urdu.
    "امیدوار|درخواست گزار|صارف|گاہک|",
    // Hindi and Marathi.
    "मानव|मनुष्य|इंसान|उम्मीदवार|अभ्यर्थी|आवेदक|आवेदिका|उपयोगकर्ता|यूज़र|यूजर|ग्राहक|उमेदवार|कैंडिडेट|",
    // Bengali.
    "মানুষ|প্রার্থী|আবেদনকারী|ব্যবহারকারী|গ্রাহক|",
    // Tamil.
    "மனிதர்|மனிதன்|வேட்பாளர்|விண்ணப்பதாரர்|பயனர்|வாடிக்கையாளர்|",
    // Telugu.
    "మానవుడు|అభ్యర్థి|దరఖాస్తుదారు|వినియోగదారు|వినియోగదారుడు|",
    // Gujarati, Punjabi, Kannada and Malayalam.
    "ઉમેદવાર|અરજદાર|વપરાશકર્તા|ગ્રાહક|ਉਮੀਦਵਾਰ|ਬਿਨੈਕਾਰ|ਉਪਭੋਗਤਾ|ਗਾਹਕ|ಅಭ್ಯರ್ಥಿ|ಅರ್ಜಿದಾರ|ಬಳಕೆದಾರ|ಗ್ರಾಹಕ|ഉദ്യോഗാർത്ഥി|ഉദ്യോഗാർഥി|സ്ഥാനാർത്ഥി|അപേക്ഷകൻ|അപേക്ഷക|ഉപയോക്താവ്|ഉപഭോക്താവ്|",
    // Thai.
    "มนุษย์|ผู้สมัคร|ผู้สมัครงาน|ผู้ใช้|ลูกค้า|ผู้ถูกสัมภาษณ์|",
    // Vietnamese.
    "con người|người|ứng viên|người dùng|khách hàng|người ứng tuyển|",
    // Indonesian and Malay.
    "manusia|pelamar|pengguna|pelanggan|calon|pemohon|narasumber|",
    // Filipino.
    "tao|kandidato|kandidata|aplikante|gumagamit|kustomer|",
    // Swahili.
    "binadamu|mtu|mgombea|mwombaji|mtumiaji|mteja|",
    // Chinese.
    "人类|人類|真人|候选人|候選人|应聘者|應聘者|求职者|求職者|应征者|應徵者|申请人|申請人|用户|用戶|使用者|客户|客戶|受访者|受訪者|面试者|面試者|",
    // Japanese.
    "人間|候補者|応募者|ユーザー|ユーザ|お客様|顧客|志願者|",
    // Korean.
    "사람|인간|후보자|지원자|사용자|고객|구직자|응시자|응답자",
);

#[rustfmt::skip]
const OTHERS: &str = concat!(
    // English, and the labels of vendors.
    "interviewer|recruiter|screener|operator|speaker|hiring manager|moderator|host|representative|consultant|system|human agent|live agent|",
    // German.
    "interviewerin|recruiterin|personaler|personalerin|personalvermittler|personalvermittlerin|gesprächspartner|gesprächspartnerin|sprecher|sprecherin|agentin|personalreferent|personalreferentin|",
    // French.
    "recruteur|recruteuse|intervieweur|intervieweuse|agente|conseiller|conseillère|interlocuteur|interlocutrice|locuteur|locutrice|chargé de recrutement|chargée de recrutement|opérateur|opératrice|",
    // Spanish.
    "reclutador|reclutadora|entrevistador|entrevistadora|seleccionador|seleccionadora|operador|operadora|hablante|interlocutor|interlocutora|locutor|locutora|",
    // Portuguese.
    "recrutador|recrutadora|falante|orador|oradora|selecionador|selecionadora|",
    // Italian.
    "reclutatore|reclutatrice|selezionatore|selezionatrice|intervistatore|intervistatrice|operatore|operatrice|parlante|oratore|oratrice|",
    // Dutch.
    "interviewster|medewerker|medewerkster|spreker|spreekster|werver|",
    // Swedish.
    "rekryterare|intervjuare|talare|handläggare|",
    // Danish and Norwegian.
    "rekrutterer|rekrutterare|intervjuer|taler|rådgiver|",
    // Finnish.
    "rekrytoija|haastattelija|puhuja|agentti|",
    // Polish.
    "rekruter|rekruterka|rekrutujący|rekrutująca|ankieter|ankieterka|agentka|konsultant|konsultantka|mówca|",
    // Czech and Slovak.
    "náborář|náborářka|náborár|náborárka|personalista|personalistka|tazatel|tazatelka|mluvčí|operátor|operátorka|",
    // Hungarian.
    "toborzó|interjúztató|kérdező|ügynök|beszélő|",
    // Romanian.
    "recrutor|recrutoare|intervievator|intervievatoare|agentă|vorbitor|vorbitoare|operatoare|",
    // Croatian, Serbian and Slovenian.
    "regruter|regruterka|regrutor|anketar|ispitivač|intervjuerka|agentica|govornik|регрутер|агент|",
    // Bulgarian.
    "рекрутър|интервюиращ|интервюираща|агентка|говорител|",
    // Russian.
    "рекрутер|рекрутёр|интервьюер|оператор|спикер|менеджер|говорящий|сотрудник|сотрудница|",
    // Ukrainian.
    "рекрутерка|інтервʼюер|інтерв'юер|інтервюер|операторка|спікер|",
    // Greek.
    "υπεύθυνος προσλήψεων|υπεύθυνη προσλήψεων|συνεντευκτής|συνεντεύκτρια|πράκτορας|εκπρόσωπος|ομιλητής|ομιλήτρια|",
    // Turkish.
    "işe alım uzmanı|mülakatçı|görüşmeci|temsilci|müşteri temsilcisi|konuşmacı|ik uzmanı|ajan|",
    // Arabic.
    "مسؤول التوظيف|مسؤولة التوظيف|موظف التوظيف|موظفة التوظيف|المحاور|المحاورة|محاور|محاورة|وكيل|الوكيل|الوكيلة|المتحدث|المتحدثة|متحدث|المجند|القائم بالمقابلة|",
    // Hebrew.
    "מגייס|מגייסת|המגייס|המגייסת|מראיין|מראיינת|המראיין|המראיינת|סוכן|סוכנת|נציג|נציגה|דובר|דוברת|",
    // Persian.
    "مصاحبه کننده|مصاحبه‌کننده|مصاحبه گر|مصاحبه‌گر|کارشناس استخدام|کارشناس جذب|نماینده|گوینده|کارگزار|",
    // Urdu.
    "انٹرویو لینے والا|انٹرویو لینے والی|ریکروٹر|ایجنٹ|نمائندہ|",
    // Hindi and Marathi.
    "भर्तीकर्ता|साक्षात्कारकर्ता|इंटरव्यूअर|रिक्रूटर|एजेंट|प्रतिनिधि|वक्ता|मुलाखतकार|",
    // Bengali.
    "নিয়োগকর্তা|নিয়োগকারী|সাক্ষাৎকারগ্রহীতা|এজেন্ট|বক্তা|",
    // Tamil.
    "நேர்காணல் செய்பவர்|நேர்காணலர்|பணியமர்த்துபவர்|முகவர்|பேச்சாளர்|",
    // Telugu.
    "ఇంటర్వ్యూయర్|రిక్రూటర్|ఏజెంట్|",
    // Gujarati, Punjabi, Kannada and Malayalam.
    "ઇન્ટરવ્યુઅર|ભરતીકર્તા|એજન્ટ|ਇੰਟਰਵਿਊਅਰ|ਭਰਤੀਕਰਤਾ|ਏਜੰਟ|ಸಂದರ್ಶಕ|ಏಜೆಂಟ್|അഭിമുഖകാരൻ|റിക്രൂട്ടർ|ഏജന്റ്|",
    // Thai.
    "ผู้สัมภาษณ์|ผู้สรรหา|เจ้าหน้าที่|เจ้าหน้าที่สรรหา|ตัวแทน|ผู้พูด|",
    // Vietnamese.
    "nhà tuyển dụng|người phỏng vấn|tuyển dụng viên|nhân viên|đại lý|người nói|",
    // Indonesian and Malay.
    "perekrut|pewawancara|penemu duga|agen|ejen|pembicara|penutur|petugas|",
    // Filipino.
    "tagapanayam|ahente|tagapagsalita|",
    // Swahili.
    "mhoji|mwajiri|wakala|msemaji|",
    // Chinese.
    "招聘人员|招聘人員|招聘官|招聘者|面试官|面試官|招聘经理|招聘經理|猎头|獵頭|坐席|座席|客服|代理|说话人|說話人|发言人|發言人|采访者|採訪者|",
    // Japanese.
    "採用担当|採用担当者|面接官|インタビュアー|リクルーター|エージェント|担当者|オペレーター|話者|スピーカー|",
    // Korean.
    "채용담당자|채용 담당자|면접관|인터뷰어|리크루터|상담원|에이전트|상담사|화자|담당자",
);

/// The known labels and their roles.
///
/// Words for a recruiter, an interviewer or an agent do not say whether a machine speaks, so they
/// are [`Role::Other`]. English `agent` and `assistant` are what voice platforms call their machine.
pub(crate) const LABELS: [(&str, Role); 3] = [
    (BOTS, Role::Bot),
    (HUMANS, Role::Human),
    (OTHERS, Role::Other),
];

/// The vendor's labels: where both lead lines, all others are speech.
pub(crate) const VENDORS: &str = "bot|human";

/// Words for numbered speakers (`Speaker 0`, `SPEAKER_01`, `Speaker B`).
pub(crate) const SPEAKERS: &str =
    "speaker|spk|s|person|channel|sprecher|locuteur|hablante|falante|спикер|说话人|話者|화자";

/// Labels that lead lines between those of the speakers: events of a log, and interpreters.
pub(crate) const THIRD_PARTIES: &str = "system|tool|tool call|tool result|function call|event|\
    interpreter|translator|interprète|intérprete|interprete|dolmetscher|dolmetscherin|tolk|tłumacz|\
    переводчик|tercüman|مترجم|दुभाषिया|翻译|翻譯|通訳|통역";

/// The fields of a record that name its speaker, and those that have its words.
pub(crate) const SPEAKER_FIELDS: &str = "speaker|role|name|from";
pub(crate) const TEXT_FIELDS: &str = "text|content|message";

/// Letters and words for a question and its answer. They count only if nothing else leads lines. On
/// a screening call the bot asks and the candidate answers.
pub(crate) const QUESTION_AND_ANSWER: &str = concat!(
    "q a|question answer|f a|frage antwort|q r|question réponse|",
    "p r|pregunta respuesta|pergunta resposta|d r|domanda risposta|demande réponse|",
    "v a|vraag antwoord|s c|soru cevap|в о|вопрос ответ|",
    "п в|питання відповідь|ε α|ερώτηση απάντηση|س ج|سؤال جواب|",
    "ש ת|שאלה תשובה|प्रश्न उत्तर|सवाल जवाब|问 答|問 答|",
    "問題 回答|问题 回答|質問 回答|문 답|질문 답변|pytanie odpowiedź|",
    "otázka odpověď|întrebare răspuns|kérdés válasz|fråga svar|spørgsmål svar|kysymys vastaus|",
    "hỏi đáp|pertanyaan jawaban|คำถาม คำตอบ|ถาม ตอบ",
);

/// Whether `item` is in a list with `|` between its items.
#[inline(never)]
pub(crate) fn has_item(list: &str, item: &str) -> bool {
    let mut items = list.as_bytes().split(|byte| *byte == b'|');
    items.any(|found| found == item.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_label_is_there_once_and_in_lower_case() {
        let mut seen = std::collections::HashSet::new();
        for label in LABELS.iter().flat_map(|(labels, _)| labels.split('|')) {
            assert_eq!(label, label.to_lowercase());
            assert!(!label.is_empty());
            assert!(seen.insert(label), "{label} is there twice");
        }
    }
}
