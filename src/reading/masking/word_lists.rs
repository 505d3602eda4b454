//! The word lists of masking, in the languages in which calls are made. They are compared without
//! regard to case and diacritics.

use crate::reading::folding::fold;
use std::sync::LazyLock;

pub(super) type Words = LazyLock<Vec<String>>;

/// A list of words and phrases, separated by `|`. It is folded and sorted on first use.
macro_rules! words {
    ($words:expr) => {
        LazyLock::new(|| sorted_words($words))
    };
}

fn sorted_words(words: &str) -> Vec<String> {
    let mut words: Vec<String> = words.split('|').map(fold).collect();
    words.sort_unstable();
    words
}

fn contains(words: &Words, word: &str) -> bool {
    words
        .binary_search_by(|known| known.as_str().cmp(word))
        .is_ok()
}

/// Words beside which any number is a phone number. They match the start of a word, or any position
/// in scripts without spaces.
pub(super) static PHONE: Words = words!(
    "\
    phone|telephone|mobile|cell|cellphone|call |dial|call me|call us|call back|ring me|reach me|reach us|text me|whatsapp|\
    telegram|viber|sms|tel|my number|contact number|best number|\
    telefon|handy|mobil|rufnummer|meine nummer|erreichbar|ruckruf|\
    portable|mon numero|joindre|rappel|\
    movil|celular|mi numero|llam|contacto|\
    cellulare|mio numero|chiam|richiam|\
    telemovel|meu numero|ligar|ligue|contato|\
    gsm|bellen|bereikbaar|mijn nummer|\
    komork|moj numer|zadzwon|dzwon|\
    volat|cislo je|moje cislo|\
    hivj|szamom|\
    sunati|numarul meu|\
    ring mig|ring meg|mitt nummer|mit nummer|numeroni|puhelin|soita|\
    телефон|мобильн|сотов|мой номер|звон|позвон|ватсап|вотсап|мобільн|мій номер|дзвон|\
    τηλεφων|κινητο|\
    telefonum|numaram|arayin|\
    טלפון|נייד|המספר שלי|תתקשר|\
    هاتف|جوال|موبايل|رقمي|تلفون|واتساب|اتصل|موبایل|فون|\
    फोन|फ़ोन|मोबाइल|ফোন|মোবাইল|\
    电话|電話|手机|手機|号码是|號碼|打给我|联系方式|微信|\
    携帯|番号は|でんわ|\
    전화|휴대폰|핸드폰|연락처|번호는|번호가|\
    โทร|เบอร์|มือถือ|\
    dien thoai|so di dong|so cua|\
    hape|ponsel|nomor saya|nomor hp|no hp|hubungi|nombor|\
    simu|namba yangu"
);

/// Words after which any number is a phone number, unless another word says that it is an id.
pub(super) static NUMBER: Words = words!(
    "\
    number is|number's|nummer|numero|numer|cislo|szam|numar|номер|αριθμο|numara|המספר|رقم|شماره|نمبر|नंबर|नम्बर|নম্বর|\
    号码|號碼|番号|번호|nomor|nombor|namba"
);

/// Words after which a number is an id, and not a phone number.
pub(super) static ID: Words = words!(
    "\
    application|reference|ref|ticket|order|case|id|invoice|badge|license|licence|employee|account|\
    passport|postal|zip|postcode|contract|policy|tax|social security|ssn|requisition|job|iso|rfc|patent|serial|\
    tracking|file number|version|isbn|\
    bewerbung|referenz|auftrag|bestell|aktenzeichen|rechnung|vertrag|personalnummer|kundennummer|ausweis|steuer|\
    matrikel|plz|\
    candidature|dossier|commande|facture|contrat|siret|siren|matricule|securite sociale|\
    solicitud|pedido|referencia|expediente|factura|contrato|dni|nif|cedula|\
    pratica|ordine|fattura|codice|partita iva|\
    processo|nota fiscal|cpf|cnpj|rg|protocolo|\
    sollicitatie|bestelling|factuur|bsn|\
    zlecen|zamowien|faktur|pesel|nip|\
    заявк|заказ|договор|паспорт|снилс|инн|счет|артикул|\
    basvuru|siparis|fatura|sicil|\
    मंजूरी|आवेदन|आधार|\
    طلب|فاتورة|هوية|عقد|\
    订单|申请|编号|工号|证件|身份证|合同|訂單|\
    注文|受付|社員番号|契約|\
    주문|접수|사번|계약|\
    don hang|ho so|\
    pesanan|lamaran|nik|\
    objednav|zakazk|smlouv|rodne cislo|zmluv|\
    rendeles|szamla|szerzodes|adoszam|\
    comanda|contract|cnp|dosar|\
    kimlik|police|sozlesme|\
    замовлен|догов|рахун|ідентиф|полис|накладн|\
    παραγγελι|τιμολογι|αφμ|αμκα|ταυτοτητ|\
    bestallning|personnummer|faktura|arende|ordre|cpr|fodselsnummer|tilaus|lasku|henkilotunnus|\
    dossier|polis|klantnummer|umow|\
    poliza|nss|cuil|cuit|curp|ruc|rut|polizza|tessera|contratto|matricula|apolice|pis|\
    ת״ז|ת\"ז|תז|תעודת זהות|מספר עובד|הזמנה|דרכון|חשבונית|תיק|\
    ऑर्डर|पैन|चालान|पॉलिसी|\
    单号|发票|护照|伝票|マイナンバー|お客様番号|송장|주민|\
    ma don|ma so|hop dong|cmnd|cccd|can cuoc|hoa don|ktp|npwp|kontrak|\
    ใบสั่ง|คำสั่งซื้อ|ใบแจ้งหนี้|บัตรประชาชน|สัญญา"
);

/// Words that announce a link without a scheme.
pub(super) static LINK: Words = words!(
    "\
    site|website|web|portfolio|blog|homepage|page|profile|link|url|seite|webseite|pagina|sitio|lien|sito|strona|\
    сайт|страниц|ссылк|网站|主页|链接|網站|サイト|ホームページ|リンク|사이트|홈페이지|링크|موقع|रابط|वेबसाइट|เว็บ|trang"
);

/// Currencies and other units: a number directly beside one is an amount.
pub(super) static AMOUNT: Words = words!(
    "\
    usd|eur|gbp|inr|rs|rmb|jpy|krw|chf|pln|rub|aed|sar|brl|mxn|try|czk|huf|sek|nok|dkk|dollar|euro|pound|rupee|\
    ruble|yen|won|real|reais|peso|franc|zlot|kron|lir|forint|lakh|crore|million|billion|user|customer|request|\
    people|row|record|transaction|руб|евро|доллар|грив|тысяч|миллион|пользовател|клиент|元|円|万|萬|億|원|만|บาท|dong|rupiah|ريال|درهم|रुपय|लाख"
);

/// The top-level domains of personal pages and addresses.
static DOMAINS: Words = words!(
    "\
    com|net|org|edu|gov|info|biz|io|ai|dev|app|me|co|tech|online|site|xyz|page|pro|name|eu|fm|tv|cc|gg|sh|\
    design|studio|art|blog|shop|store|cloud|digital|media|agency|live|jobs|team|group|news|\
    ac|ae|ar|at|au|be|bg|br|by|ca|ch|cl|cn|cz|de|dk|ee|eg|es|fi|fr|gr|hk|hr|hu|id|ie|il|in|ir|is|it|jp|ke|kr|kz|\
    lt|lu|lv|ma|mx|my|ng|nl|no|nz|pe|ph|pk|pl|pt|ro|rs|ru|sa|se|sg|si|sk|th|tr|tw|ua|uk|us|vn|za"
);

/// Spoken names of `@`, as speech recognition writes them.
pub(super) const AT: &str = "\
    @|at|at the rate|at the rate of|at sign|\
    arroba|arrova|arobase|arrobas|aroba|chiocciola|klammeraffe|at-zeichen|apenstaartje|\
    malpa|malpka|affenschwanz|at-merkki|et isareti|at isareti|ludo a|manki|coada de maimuta|zavinac|kukac|arond|a rond|snabel-a|snabel a|krollalfa|alfakroll|miukumauku|et|kuyruklu a|\
    собака|собачка|эт|равлик|кльомба|маймунско а|majmunce|παπακι|\
    שטרודל|כרוכית|ات|ات ساين|ات ساین|اتساین|एट|एट द रेट|ऐट|अट|এট|\
    ایٹ|ایٹ دا ریٹ|অ্যাট|அட்|アットマーク|アット|골뱅이|앳사인|爱特|앳|艾特|圈a|小老鼠|แอท|แอด|แอ็ด|a cong|a moc|a vong";

/// Spoken names of the dot in an address.
pub(super) const DOT: &str = "\
    .|dot|point|period|punto|ponto|punt|punkt|kropka|tecka|bodka|pont|punct|nokta|punktum|piste|\
    точка|крапка|tacka|tocka|τελεια|נקודה|نقطة|نقطه|دوت|دات|डॉट|डाट|बिंदु|ডট|ڈاٹ|டாட்|డాట్|ドット|てん|点|點|닷|점|จุด|ดอท|ดอต|cham|titik|nukta";

/// A dot and a top-level domain in one word.
pub(super) const DOT_DOMAIN: &str = "ドットコム|ドットジェーピー|닷컴|닷넷|דוט קום|דוטקום|dotcom";

/// Spoken names of the other signs in an address.
pub(super) const SIGN: &str = "\
    _|-|+|dash|hyphen|minus|underscore|plus|guion|guion bajo|hifen|tiret|tiret du bas|trait d'union|bindestrich|\
    unterstrich|trattino|streepje|liggend streepje|myslnik|podkreslnik|podkreslenie|pomlcka|podtrzitko|kotojel|\
    дефис|тире|подчеркивание|нижнее подчеркивание|підкреслення|tire|alt tire|alt cizgi|\
    מקף|קו תחתון|شرطة|شرطة سفلية|अंडरस्कोर|डैश|ハイフン|アンダーバー|アンダースコア|하이픈|언더바|下划线|底線|横杠|ขีด|ขีดล่าง|gach ngang|gach duoi|\
    traco|underline|sublinhado|menos|guion medio|subguion|raya|meno|trattino basso|tiefstrich|tiret bas|moins|\
    sous-tiret|laag streepje|kreska|dolna kreska|eksi|liniuta|linie jos|cratima|alahuzas|bindestreck|understreck|\
    bindestrek|understrek|understregning|bindestreg|viiva|alaviiva|yhdysmerkki|παυλα|κατω παυλα|минус|мінус|\
    اندرسكور|gach noi|garis bawah|strip|อันเดอร์สกอร์|대시|밑줄|マイナス|中划线|短横";

/// Spoken names of the slash in a link.
pub(super) const SLASH: &str = "/|slash|barra|barre oblique|schragstrich|слэш|слеш|косая черта|スラッシュ|슬래시|斜杠|斜线|سلاش|स्लैश|slas";

/// Spoken top-level domains in other scripts.
static SPOKEN_DOMAINS: Words = words!(
    "\
    ком|ру|рф|нет|орг|юа|уа|ком юа|бай|кз|бг|κομ|γκρ|gr|קום|נט|כום|كوم|نت|اورج|कॉम|काम|नेट|इन|কম|コム|ネット|ジェーピー|컴|넷|케이알|คอม|เน็ต"
);

/// Words after which `at` is a preposition: `I worked at booking dot com`.
static NOT_LOCAL: Words = words!(
    "\
    work|works|worked|working|job|role|position|intern|internship|employed|engineer|developer|manager|based|been|\
    am|was|is|are|were|me|us|people|team|here|there|now|years|currently|started|joined|look|looking"
);

pub(super) fn is_top_level_domain(word: &str) -> bool {
    contains(&DOMAINS, word)
}

/// Whether a word is a top-level domain, written or spoken, in any script.
pub(super) fn is_spoken_domain(word: &str) -> bool {
    contains(&DOMAINS, word) || contains(&SPOKEN_DOMAINS, word)
}

/// Whether `at` after the word is a preposition: `I worked at booking dot com`.
pub(super) fn takes_preposition(word: &str) -> bool {
    contains(&NOT_LOCAL, word)
}

/// Whether `letter` is of a script without spaces, or Hangul, where particles are attached to words.
pub(super) fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}
