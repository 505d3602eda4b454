//! The words of addresses, in the languages in which calls are made. They are compared without regard
//! to case and diacritics.

use crate::reading::folding::fold;
use std::sync::LazyLock;

pub(super) type Words = LazyLock<Vec<String>>;

/// A list of words and phrases, separated by `|`. It is folded and sorted on first use.
macro_rules! words {
    ($words:expr) => {
        LazyLock::new(|| sorted_words($words))
    };
}

pub(super) fn sorted_words(words: &str) -> Vec<String> {
    let mut words: Vec<String> = words.split('|').map(fold).collect();
    words.sort_unstable();
    words
}

pub(super) use words;

fn contains(words: &Words, word: &str) -> bool {
    words
        .binary_search_by(|known| known.as_str().cmp(word))
        .is_ok()
}

/// The top-level domains of personal pages and addresses.
static DOMAINS: Words = words!(
    "\
    com|net|org|edu|gov|info|biz|io|ai|dev|app|me|co|tech|online|site|xyz|page|pro|name|eu|fm|tv|cc|gg|sh|\
    design|studio|art|blog|shop|store|cloud|digital|media|agency|live|jobs|team|group|news|\
    ac|ae|ar|at|au|be|bg|br|by|ca|ch|cl|cn|cz|de|dk|ee|eg|es|fi|fr|gr|hk|hr|hu|id|ie|il|in|ir|is|it|jp|ke|kr|kz|\
    lt|lu|lv|ma|ly|to|gl|im|link|bio|lk|np|bd|ug|tz|gh|dz|tn|jo|kw|qa|lb|iq|uy|bo|ec|ve|cr|gt|pa|mt|cy|ge|az|uz|ba|mk|website|works|mx|my|ng|nl|no|nz|pe|ph|pk|pl|pt|ro|rs|ru|sa|se|sg|si|sk|th|tr|tw|ua|uk|us|vn|za"
);

/// The top-level domains that are mostly of a person's or a studio's own page.
static PERSONAL_DOMAINS: Words = words!("dev|me|design|blog|name|page|studio|art|portfolio|site");

/// The domains below which everybody has a page.
const PAGE_HOSTS: &str = "\
    github.io|netlify.app|vercel.app|web.app|pages.dev|wordpress.com|blogspot.com|wixsite.com|substack.com|notion.site";

/// The top-level domains in other scripts than Latin.
pub(super) const INTERNATIONAL_DOMAINS: &str = "\
    公司|中国|中國|网络|在线|香港|台湾|台灣|みんな|한국|ไทย|рф|рус|бел|укр|срб|қаз|бг|москва|онлайн|السعودية|مصر|امارات|ایران|भारत|ভারত|ελ|ישראל";

/// Providers that are only known for mail.
static MAIL_PROVIDERS: Words = words!("gmail|hotmail|icloud|protonmail|rediffmail|gmx");

/// Words before *dot com* that are no name of a site: `the dot com bubble`.
static ARTICLES: Words = words!(
    "\
    the|this|that|early|late|first|and|for|from|after|les|los|der|die|das|une|ein|eine|einen|den|dem|aux|del|dal|ten|est|ist|het|een|det|это"
);

/// Numbers at the end of a name in an address: `sam eighty five at example dot com`.
static NUMBER_WORDS: Words = words!(
    "\
    zero|oh|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|double|triple"
);

/// Top-level domains that are ordinary words after *point* or *punto*: `le point de vue`.
static COMMON_WORDS: Words =
    words!("de|es|se|si|no|is|us|as|my|pe|il|be|am|to|so|at|in|it|me|la|ma|ca|by|id|ie|ro");

/// Spoken names of `@`, as speech recognition writes them.
pub(super) const AT: &str = "\
    @|at|at the rate|at the rate of|at sign|\
    arroba|arrova|arobase|arrobas|aroba|chiocciola|klammeraffe|at-zeichen|apenstaartje|\
    malpa|malpka|affenschwanz|at-merkki|et isareti|at isareti|ludo a|manki|coada de maimuta|zavinac|kukac|arond|a rond|snabel-a|snabel a|krollalfa|alfakroll|miukumauku|et|kuyruklu a|\
    собака|собачка|эт|равлик|кльомба|маймунско а|majmunce|παπακι|\
    שטרודל|כרוכית|ات|ات ساين|ات ساین|اتساین|एट|एट द रेट|ऐट|अट|এট|\
    ایٹ|ایٹ دا ریٹ|অ্যাট|அட்|アットマーク|アット|골뱅이|앳사인|爱特|앳|艾特|圈a|小老鼠|แอท|แอด|แอ็ด|a cong|a moc|a vong|eta|afna|alias|a keong|એટ|ਐਟ|ఎట్|యాట్|ಎಟ್|ಅಟ್|അറ്റ്|ॲट|ет|花a";

/// Spoken names of the dot in an address.
pub(super) const DOT: &str = "\
    .|dot|point|period|punto|ponto|punt|punkt|kropka|tecka|bodka|pont|punct|nokta|punktum|piste|\
    точка|крапка|tacka|tocka|τελεια|נקודה|نقطة|نقطه|دوت|دات|डॉट|डाट|बिंदु|ডট|ڈاٹ|டாட்|డాట్|ドット|てん|点|點|닷|점|จุด|ดอท|ดอต|cham|titik|nukta|taskas|punkts|pika|tocka|tuldok|புள்ளி|டாட்|డాట్|ಡಾಟ್|ഡോട്ട്|ડોટ|ਡਾਟ|ดอต|דוט|дот";

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
    اندرسكور|gach noi|garis bawah|strip|อันเดอร์สกอร์|대시|밑줄|マイナス|中划线|短横|alakriips|sidekriips|podvlaka|crtica|donja crta|долна черта|আন্ডারস্কোর|زیرخط|خط تیره|ڈیش|انڈر اسکور|连字符";

/// Spoken names of the slash in a link.
pub(super) const SLASH: &str = "/|slash|forward slash|barra|barre oblique|schragstrich|слэш|слеш|косая черта|スラッシュ|슬래시|斜杠|斜线|سلاش|स्लैश|slas";

/// Spoken top-level domains in other scripts.
static SPOKEN_DOMAINS: Words = words!(
    "\
    ком|ру|рф|нет|орг|юа|уа|ком юа|бай|кз|бг|κομ|γκρ|gr|קום|נט|כום|كوم|نت|اورج|कॉम|काम|नेट|इन|কম|コム|ネット|ジェーピー|컴|넷|케이알|คอม|เน็ต"
);

/// Words after which `at` is a preposition: `I worked at booking dot com`.
static NOT_LOCAL: Words = words!(
    "\
    work|works|worked|working|job|role|position|intern|internship|employed|engineer|developer|manager|based|been|\
    am|was|is|are|were|me|us|people|team|here|there|now|years|currently|started|joined|look|looking|applied|apply|ordered|order|bought|buy|shop|shopping|sold|sell|\
    signed|found|find|saw|seen|posted|listed|hired|trained|training|course|courses|learned|studied|study|interviewed|interview|available|\
    account|project|projects|seller|warehouse|associate|driver|picker|supervisor|trainee|student|degree|everyone|someone|person|guy|guys|\
    them|him|her|you|that|this|stuff|things|over|up|got|get|had|have|did|done|good|great|better|best|days|months|year|month|time|hours|\
    shift|shifts|experience|employee|contractor|clerk|agent|lead|analyst|consultant|internships|careers|career|and|or"
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

/// Whether a host is mostly a person's own page.
pub(super) fn is_personal_host(name: &str, top: &str) -> bool {
    let below = |host: &str| {
        let (host_name, host_top) = host.split_once('.').unwrap_or_default();
        let rest = name.strip_suffix(host_name);
        top == host_top && rest.is_some_and(|rest| rest.len() > 1 && rest.ends_with('.'))
    };
    contains(&PERSONAL_DOMAINS, top) || PAGE_HOSTS.split('|').any(below)
}

pub(super) fn is_number_word(word: &str) -> bool {
    contains(&NUMBER_WORDS, word)
}

pub(super) fn is_mail_provider(word: &str) -> bool {
    contains(&MAIL_PROVIDERS, word)
}

/// Whether a word before *dot com* is no name: `the dot com bubble`.
pub(super) fn is_article(word: &str) -> bool {
    contains(&ARTICLES, word)
}

/// Whether a top-level domain is a word as well: `le point de vue`.
pub(super) fn is_common_word(word: &str) -> bool {
    contains(&COMMON_WORDS, word)
}

/// The length of *my address is* at the start of an address in Chinese.
pub(super) fn announcement_length(address: &str) -> usize {
    let rest = address.strip_prefix("我的").unwrap_or(address);
    let nouns = ["邮箱", "郵箱", "信箱", "电邮", "電郵", "邮件"];
    let Some(rest) = nouns.iter().find_map(|noun| rest.strip_prefix(noun)) else {
        return 0;
    };
    let rest = rest.strip_prefix("地址").unwrap_or(rest);
    let rest = rest.strip_prefix('是').unwrap_or(rest);
    address.len() - rest.len()
}

/// Whether `letter` is of a script without spaces, or Hangul, where particles are attached to words.
pub(super) fn is_unspaced(letter: char) -> bool {
    matches!(letter, '\u{E00}'..='\u{EFF}' | '\u{1000}'..='\u{109F}' | '\u{1100}'..='\u{11FF}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}')
}
