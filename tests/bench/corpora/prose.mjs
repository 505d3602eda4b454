/** Invented, ordinary sentences of screening calls in twelve languages. */

const english = {
  bot: [
    "Hi, this is Nina, the screening assistant for the {job} position.",
    "Is now a good time to talk?",
    "The call takes about {n} minutes and it is recorded for the hiring team.",
    "How many years have you worked as a {job}?",
    "Could you walk me through your last position?",
    "What did a normal day look like there?",
    "Which tools did you use for {thing}?",
    "How large was the team that you worked with?",
    "Can you tell me about a time when {thing} went wrong and what you did about it?",
    "Are you comfortable with working weekends and public holidays?",
    "What is your notice period at the moment?",
    "How far do you live from {place}?",
    "Thanks, that is helpful.",
    "Okay, got it.",
    "Great, let us move on to the next question.",
    "What salary do you expect, before tax?",
    "Do you have a valid driving licence?",
    "Why would you like to leave your current employer?",
    "What would your last manager say about you?",
    "Sorry, I did not catch that, could you say it again?",
    "Is there anything that you would like to ask about the role?",
    "That is all I need today, and the team will come back to you within {n} days.",
  ],
  human: [
    "Yes, sure, go ahead.",
    "Well, I have been a {job} for about {n} years now.",
    "Most of that was in {place}, and before that I was a {job} for a while.",
    "So my day usually started at {n} past six, and the first thing was {thing}.",
    "We were {n} people, and I was responsible for {thing} and {thing}.",
    "I mean, it's not that I didn't like it, it just didn't go anywhere.",
    "There was this one time when {thing} was late and nobody had told the customer.",
    "I called them, explained what happened, and we found another slot on the same day.",
    "Um, let me think about that for a second.",
    "I'd say they would call me reliable, and maybe a bit too direct.",
    "My notice period is {n} weeks, but I could probably leave earlier.",
    "I don't mind weekends, as long as I know about it {n} days ahead.",
    "It's about {n} minutes by bus from {place}, so that's fine.",
    "Right, and what would the hours be like?",
    "I've worked with spreadsheets every day, mainly for {thing}.",
    "No, I haven't done that yet, but I'm a quick learner.",
    "To be honest, the pay is one reason, and the shifts are the other.",
    "Something around {n} thousand would be okay for me.",
    "Yeah, I had to do {thing} on my own after my colleague left.",
    "Could you repeat the question, please?",
    "That's a good question, actually.",
    "I trained two new people last year, which I really enjoyed.",
    "Thank you, bye.",
  ],
  slots: {
    job: [
      "nurse",
      "shift supervisor",
      "warehouse clerk",
      "payroll assistant",
      "forklift driver",
      "receptionist",
      "store manager",
      "care worker",
      "line cook",
      "field technician",
      "dispatcher",
      "customer service agent",
    ],
    place: [
      "the plant",
      "the north depot",
      "a small clinic",
      "the airport",
      "the city centre",
      "a hotel on the coast",
      "the old warehouse",
      "the main office",
      "a logistics centre",
      "the call centre",
    ],
    thing: [
      "the handover",
      "stock counts",
      "the weekly rota",
      "customer complaints",
      "invoices",
      "the night shift",
      "incoming deliveries",
      "training new people",
      "safety checks",
      "the booking system",
      "patient records",
      "returns",
      "machine maintenance",
      "the monthly report",
    ],
  },
};

const german = {
  bot: [
    "Guten Tag, hier ist Nina, die Assistentin für das Bewerbungsgespräch.",
    "Passt es Ihnen gerade?",
    "Das Gespräch dauert etwa {n} Minuten und wird aufgezeichnet.",
    "Wie viele Jahre arbeiten Sie schon in diesem Beruf?",
    "Können Sie mir Ihre letzte Stelle beschreiben?",
    "Wie groß war Ihr Team?",
    "Wie lang ist Ihre Kündigungsfrist?",
    "Vielen Dank, das hilft mir weiter.",
    "Möchten Sie noch etwas über die Stelle wissen?",
  ],
  human: [
    "Ja, natürlich, fangen wir an.",
    "Also, ich mache das jetzt seit ungefähr {n} Jahren.",
    "Wir waren {n} Leute, und ich habe die Übergabe zwischen den Schichten gemacht.",
    "Ähm, da muss ich kurz überlegen.",
    "Schwierig war es vor allem, wenn eine Lieferung zu spät kam und niemand Bescheid wusste.",
    "Meine Kündigungsfrist beträgt {n} Wochen zum Monatsende.",
    "Am Wochenende zu arbeiten stört mich nicht, wenn ich es früh genug weiß.",
    "Ehrlich gesagt möchte ich einfach näher an zu Hause arbeiten.",
    "Könnten Sie die Frage bitte wiederholen?",
  ],
};

const polish = {
  bot: [
    "Dzień dobry, tu Nina, asystentka rekrutacyjna.",
    "Czy to dobry moment na rozmowę?",
    "Rozmowa potrwa około {n} minut i jest nagrywana.",
    "Ile lat pracuje pani w tym zawodzie?",
    "Proszę opowiedzieć o swoim ostatnim miejscu pracy.",
    "Jaki jest pani okres wypowiedzenia?",
    "Dziękuję, przejdźmy do następnego pytania.",
  ],
  human: [
    "Tak, oczywiście, słucham.",
    "Pracuję w tej branży już mniej więcej {n} lat.",
    "Byłam odpowiedzialna za zmianę nocną i szkolenie nowych osób.",
    "Hmm, muszę się chwilę zastanowić.",
    "Raz dostawa się spóźniła, więc zadzwoniłam do klienta i wszystko wyjaśniłam.",
    "Mogę zacząć za {n} tygodni, może trochę wcześniej.",
    "Czy może pani powtórzyć pytanie?",
  ],
};

const turkish = {
  bot: [
    "Merhaba, ben Nina, ön görüşme asistanıyım.",
    "Şu anda konuşmak için uygun musunuz?",
    "Görüşme yaklaşık {n} dakika sürüyor ve kaydediliyor.",
    "Bu işte kaç yıldır çalışıyorsunuz?",
    "Son işinizde günlük göreviniz neydi?",
    "Teşekkürler, bir sonraki soruya geçelim.",
  ],
  human: [
    "Evet, tabii, buyurun.",
    "Yaklaşık {n} yıldır bu işi yapıyorum, çoğunlukla gece vardiyasında.",
    "Ekipte {n} kişiydik ve ben yeni gelenleri eğitiyordum.",
    "Bir dakika düşüneyim lütfen.",
    "Müşteri çok kızgındı, ben de onu arayıp durumu açıkça anlattım.",
    "İhbar sürem {n} hafta, ama daha erken de başlayabilirim.",
  ],
};

const russian = {
  bot: [
    "Здравствуйте, это Нина, ассистент по подбору персонала.",
    "Вам сейчас удобно говорить?",
    "Разговор займёт около {n} минут и будет записан.",
    "Сколько лет вы работаете по этой специальности?",
    "Расскажите, пожалуйста, о вашем последнем месте работы.",
    "Когда вы могли бы приступить?",
    "Спасибо, перейдём к следующему вопросу.",
  ],
  human: [
    "Да, конечно, слушаю вас.",
    "Я работаю на складе уже примерно {n} лет, из них три года старшим смены.",
    "Нас было {n} человек, и я отвечал за приёмку и за отчёты.",
    "Сейчас подумаю, секунду.",
    "Однажды груз задержали, и я сам позвонил клиенту и всё объяснил.",
    "Мне нужно отработать {n} недели, потом я свободен.",
    "Повторите, пожалуйста, вопрос.",
  ],
};

const arabic = {
  bot: [
    "مرحبا، معك نينا، مساعدة التوظيف.",
    "هل الوقت مناسب للحديث الآن؟",
    "تستغرق المكالمة حوالي {n} دقيقة ويتم تسجيلها.",
    "كم سنة عملت في هذا المجال؟",
    "هل يمكنك أن تصف لي وظيفتك الأخيرة؟",
    "شكرا، لننتقل إلى السؤال التالي.",
  ],
  human: [
    "نعم، تفضلي.",
    "أعمل في هذا المجال منذ {n} سنوات تقريبا، معظمها في المستودع.",
    "كنا {n} أشخاص وكنت مسؤولا عن تسليم الورديات وتدريب الموظفين الجدد.",
    "دعيني أفكر قليلا من فضلك.",
    "تأخرت الشحنة مرة فاتصلت بالعميل وشرحت له ما حدث.",
    "أستطيع أن أبدأ بعد {n} أسابيع إن شاء الله.",
  ],
};

const hebrew = {
  bot: [
    "שלום, מדברת נינה, העוזרת של צוות הגיוס.",
    "האם נוח לך לדבר עכשיו?",
    "השיחה נמשכת בערך {n} דקות והיא מוקלטת.",
    "כמה שנים עבדת בתפקיד הזה?",
    "ספר לי בבקשה על מקום העבודה האחרון שלך.",
    "תודה, נעבור לשאלה הבאה.",
  ],
  human: [
    "כן, בטח, אפשר להתחיל.",
    "אני עובד בתחום כבר {n} שנים, רוב הזמן במשמרות לילה.",
    "היינו צוות של {n} אנשים ואני הייתי אחראי על המלאי.",
    "רגע, אני צריך לחשוב על זה.",
    "פעם אחת המשלוח איחר, אז התקשרתי ללקוח והסברתי לו הכול.",
    "אני יכול להתחיל בעוד {n} שבועות.",
  ],
};

const hindi = {
  bot: [
    "नमस्ते, मैं नीना बोल रही हूँ, भर्ती टीम की सहायक।",
    "क्या अभी बात करने का सही समय है?",
    "यह बातचीत लगभग {n} मिनट की है और रिकॉर्ड की जा रही है।",
    "आप इस काम में कितने साल से हैं?",
    "अपनी पिछली नौकरी के बारे में बताइए।",
    "धन्यवाद, अब अगले सवाल पर चलते हैं।",
  ],
  human: [
    "जी हाँ, बताइए।",
    "मैं करीब {n} साल से यह काम कर रहा हूँ, ज़्यादातर रात की पाली में।",
    "हमारी टीम में {n} लोग थे और नए लोगों को मैं ही सिखाता था।",
    "एक मिनट, मुझे सोचने दीजिए।",
    "एक बार माल देर से आया तो मैंने ग्राहक को फ़ोन करके सब समझाया।",
    "मैं {n} हफ़्ते बाद शुरू कर सकता हूँ।",
  ],
};

const thai = {
  bot: [
    "สวัสดีค่ะ ดิฉันนีน่า ผู้ช่วยสัมภาษณ์งานค่ะ",
    "ตอนนี้สะดวกคุยไหมคะ",
    "การสนทนาใช้เวลาประมาณ {n} นาทีและมีการบันทึกเสียงค่ะ",
    "คุณทำงานนี้มากี่ปีแล้วคะ",
    "ช่วยเล่าเรื่องงานล่าสุดของคุณให้ฟังหน่อยค่ะ",
    "ขอบคุณค่ะ ไปคำถามต่อไปนะคะ",
  ],
  human: [
    "ได้ครับ เชิญเลยครับ",
    "ผมทำงานนี้มาประมาณ {n} ปีแล้ว ส่วนใหญ่อยู่กะกลางคืนครับ",
    "ทีมเรามี {n} คน และผมดูแลเรื่องสต็อกกับการส่งของครับ",
    "ขอคิดสักครู่นะครับ",
    "มีครั้งหนึ่งของมาช้า ผมเลยโทรไปอธิบายให้ลูกค้าฟังครับ",
    "ผมเริ่มงานได้ในอีก {n} สัปดาห์ครับ",
  ],
  charactersPerWord: 4,
};

const chinese = {
  bot: [
    "您好，我是招聘助理妮娜。",
    "现在方便通话吗？",
    "通话大约需要{n}分钟，并且会录音。",
    "您做这份工作多少年了？",
    "请介绍一下您上一份工作的日常内容。",
    "谢谢，我们继续下一个问题。",
  ],
  human: [
    "可以，请说。",
    "我做这一行差不多{n}年了，大部分时间上夜班。",
    "我们组有{n}个人，我负责交接班和培训新员工。",
    "请让我想一想。",
    "有一次货到晚了，我就打电话给客户，把情况解释清楚了。",
    "我{n}个星期以后可以上班。",
  ],
  charactersPerWord: 2,
};

const japanese = {
  bot: [
    "こんにちは、採用アシスタントのニナです。",
    "今お話ししてもよろしいでしょうか。",
    "お電話は{n}分ほどで、録音されます。",
    "このお仕事は何年くらいされていますか。",
    "前の職場での一日の流れを教えてください。",
    "ありがとうございます、次の質問に移ります。",
  ],
  human: [
    "はい、大丈夫です。",
    "この仕事は{n}年ぐらいやっていまして、ほとんど夜勤でした。",
    "チームは{n}人で、私は在庫管理と新人の研修を担当していました。",
    "少し考えさせてください。",
    "一度荷物が遅れたことがあって、すぐお客様に電話して事情を説明しました。",
    "{n}週間後から働けると思います。",
  ],
  charactersPerWord: 2,
};

const korean = {
  bot: [
    "안녕하세요, 채용 담당 비서 니나입니다.",
    "지금 통화 괜찮으세요?",
    "통화는 약 {n}분 정도 걸리고 녹음됩니다.",
    "이 일을 하신 지 몇 년 되셨나요?",
    "마지막 직장에서 하루 일과가 어땠는지 말씀해 주세요.",
    "감사합니다, 다음 질문으로 넘어가겠습니다.",
  ],
  human: [
    "네, 괜찮습니다.",
    "이 일을 한 지는 {n}년쯤 됐고 주로 야간 근무를 했습니다.",
    "팀원이 {n}명이었고 저는 재고 관리와 신입 교육을 맡았습니다.",
    "잠깐만 생각해 볼게요.",
    "한번은 배송이 늦어져서 제가 고객에게 전화해 설명을 드렸습니다.",
    "{n}주 뒤부터 출근할 수 있습니다.",
  ],
};

/** Plain ASCII, which engines store with one byte for each character. */
export const ascii = [english];

/** Characters of one, two and three bytes in UTF-8, in both writing directions. */
export const mixed = [
  english,
  german,
  polish,
  turkish,
  russian,
  arabic,
  hebrew,
  hindi,
  thai,
  chinese,
  japanese,
  korean,
];
