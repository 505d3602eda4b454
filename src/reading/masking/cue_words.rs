//! The words beside numbers and domains that say what these are, in the languages in which calls are
//! made. They are compared without regard to case and diacritics.

use super::word_lists::{Words, sorted_words, words};
use std::sync::LazyLock;

/// Words beside which any number is a phone number. They match the start of a word, or any position
/// in scripts without spaces.
pub(super) static PHONE: Words = words!(
    "\
    phone|telephone|mobile|cell|cellphone|call |dial|call me|call us|call back|ring me|reach me|reach us|reach you|call you|text me|text you|landline|whatsapp|\
    telegram|viber|sms|tel|my number|your number|contact number|best number|good number|\
    ihre nummer|deine nummer|votre numero|tu numero|su numero|seu numero|suo numero|tuo numero|uw nummer|jouw nummer|\
    ваш номер|твой номер|ваш телефон|\
    telefon|handy|mobil|rufnummer|meine nummer|erreichbar|ruckruf|\
    portable|mon numero|joindre|rappel|\
    movil|celular|mi numero|llam|contacto|\
    cellulare|mio numero|chiam|richiam|\
    telemovel|meu numero|ligar|ligue|contato|\
    gsm|bellen|bereikbaar|mijn nummer|\
    komork|moj numer|zadzwon|dzwon|\
    volat|cislo je|moje cislo|\
    hivj|\
    sunati|numarul meu|\
    ring mig|ring meg|mitt nummer|mit nummer|puhelin|soita|\
    телефон|мобильн|сотов|мой номер|звон|позвон|ватсап|вотсап|мобільн|мій номер|дзвон|\
    τηλεφων|κινητο|\
    telefonum|arayin|\
    טלפון|נייד|המספר שלי|תתקשר|\
    هاتف|جوال|موبايل|رقمي|تلفون|واتساب|اتصل|موبایل|فون|\
    फोन|फ़ोन|मोबाइल|ফোন|মোবাইল|\
    电话|電話|手机|手機|打给我|联系方式|微信|\
    携帯|でんわ|\
    전화|휴대폰|핸드폰|연락처|\
    โทร|เบอร์|มือถือ|\
    dien thoai|so di dong|so cua|\
    hape|ponsel|nomor saya|nomor hp|no hp|hubungi|telp|\
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
    ใบสั่ง|คำสั่งซื้อ|ใบแจ้งหนี้|บัตรประชาชน|สัญญา|\
    confirmation n|confirmation c|booking|reservation|member|shipment|parcel|customer number|client number|student number|roll number|\
    my sin|sin is|load |trailer|container|claim|incident|voucher|receipt|sku|upc|ean|barcode|lot|batch|part number|vin|\
    meter number|meter reading|registration|certificate|routing|iban|vat|ein|imei|score|grade|rating|\
    national insurance|nhs number|abn|tfn|ird|nric|cnic|nin|aadhaar|aadhar|sss|pin code|pincode|eircode|\
    sendungsnummer|seriennummer|artikelnummer|mitgliedsnummer|versicherungsnummer|sozialversicherung|kontonummer|postleitzahl|\
    numero client|numero de compte|numero de suivi|colis|numero de secu|code postal|\
    numero de cuenta|reserva|folio|seguridad social|pasaporte|licencia|codigo postal|\
    rastreio|rastreamento|cep|encomenda|prenotazione|\
    bestelnummer|rekening|zending|referentie|przesylk|rezerwacj|rachun|regon|dowod|kod pocztowy|paczk|\
    zasilk|rezervac|ico|dic|psc|taj|csomag|foglalas|azonosito|comenz|colet|rezervar|cod postal|\
    егн|поръчк|фактур|narudzb|porudzb|racun|oib|jmbg|narocil|αποστολ|λογαριασμ|κρατηση|διαβατηρι|\
    kargo|takip|rezervasyon|musteri no|hesap no|vergi|posta kodu|\
    посылк|серийн|брон|индекс|огрн|удостоверен|табельн|посилк|іпн|індекс|\
    מיקוד|חשבון|משלוח|רישיון|בקשה|حساب|شحنة|تتبع|حجز|اقامة|رخصة|جواز|ملف|الرمز البريدي|\
    سفارش|کد ملی|کد پستی|فاکتور|قرارداد|پرونده|رهگیری|آرڈر|شناختی|खाता|पासपोर्ट|पिन कोड|रसीद|लाइसेंस|बुकिंग|आईडी|टिकट|\
    অর্ডার|আইডি|একাউন্ট|ஆர்டர்|ஆதார்|ఆర్డర్|ఆధార్|ಆರ್ಡರ್|ഓർഡർ|ઓર્ડર|ਆਰਡਰ|\
    快递|运单|物流|账号|帳號|账户|邮编|学号|会员|會員|统编|統編|序列号|车牌|预订|条码|追跡|予約|会員|口座|郵便|〒|免許|旅券|\
    배송|운송장|계좌|예약|회원|우편번호|학번|여권|면허|영수증|사업자|พัสดุ|บัญชี|สมาชิก|ไปรษณีย์|เลขประจำตัว|ใบเสร็จ|\
    van don|tai khoan|ma nhan vien|ma buu|ho chieu|nomor induk|paspor|kode pos|kitambulisho|\
    kundnummer|bokning|kvitto|postnummer|kundenummer|bestilling|asiakasnumero|viitenumero|varaus|tellimus"
);

/// Phrases with a word of [`ID`] or [`AMOUNT`] that say nothing about a number.
pub(super) static PHRASES: Words = words!(
    "\
    in order to|in case|just in case|a lot|lots of|family member|team member|on account of"
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
    people|row|record|transaction|руб|евро|доллар|грив|грн|тысяч|миллион|пользовател|клиент|元|円|万|萬|億|원|만|บาท|dong|rupiah|ريال|درهم|रुपय|लाख"
);

/// What is counted: a number directly before one is an amount.
pub(super) static UNIT: Words = words!(
    "\
    view|download|hits|byte|second|minute|hour|event|message|unit|item|mile|km|kg|tons|piece|order|package|parcel|box|boxes|pallet|visit|\
    follower|click|line|token|file|meter|metre|liter|student|employee|worker|inhabitant|share|vote|\
    kunden|unidades|sztuk|штук|человек|единиц|件|个|個|명|개|건|คน|orang"
);
