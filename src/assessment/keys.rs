//! The names of members, in the languages of the labels.
//!
//! Names are compared without case, spaces, `_`, `-` and notes in brackets. The lists are in order
//! of preference: an object's member is the one with the first name that is there.
//!
//! Languages: English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish and Norwegian, Finnish, Polish,
//! Czech and Slovak, Hungarian, Romanian, Croatian and Serbian, Bulgarian, Russian, Ukrainian,
//! Greek, Turkish, Arabic, Hebrew, Persian, Urdu, Hindi, Bengali, Tamil, Telugu, Thai, Vietnamese,
//! Indonesian and Malay, Filipino, Chinese, Japanese, Korean.

use super::json::{Kind, Member, kind};

/// A list of names, separated by spaces.
pub(super) type Names = &'static str;

pub(super) const QUESTION: Names = "\
    question questiontext questionasked questiontitle questioncontent prompt query q ques \
    frage pregunta pergunta domanda vraag fråga spørgsmål spørsmål kysymys pytanie otázka kérdés \
    întrebare intrebare pitanje вопрос въпрос питання запитання ερώτηση soru سؤال السؤال שאלה \
    השאלה پرسش سوال प्रश्न सवाल প্রশ্ন கேள்வி ప్రశ్న คำถาม câuhỏi pertanyaan soalan tanong swali \
    问题 問題 问 問 提问 提問 質問 질문 문항 text title item";
pub(super) const RESPONSE: Names = "\
    response answer candidateresponse candidateanswer responsetext answertext answercontent \
    userresponse useranswer humanresponse applicantresponse applicantanswer candidatereply \
    transcriptresponse givenanswer reply a ans \
    antwort réponse reponse respuesta resposta risposta antwoord svar vastaus odpowiedź odpověď \
    odpoveď válasz răspuns raspuns odgovor ответ отговор відповідь απάντηση cevap yanıt yanit \
    جواب الجواب إجابة الإجابة اجابة תשובה התשובה پاسخ उत्तर जवाब উত্তর பதில் సమాధానం คำตอบ trảlời \
    câutrảlời jawaban jawapan sagot jibu 回答 答案 答 答复 答覆 回复 回覆 答え 답변 응답 대답 답";
/// Names of several responses to one question.
pub(super) const RESPONSES: Names = "responses answers";
pub(super) const SCORE: Names = "\
    score rating questionscore finalscore overallscore totalscore answerscore responsescore \
    scorevalue points pts mark marks grade rank stars \
    punktzahl punkte bewertung puntuación puntuacion puntaje calificación calificacion pontuação \
    pontuacao avaliação punteggio voto valutazione cijfer beoordeling poäng betyg karakter poeng \
    pisteet arvosana ocena punkty wynik hodnocení hodnotenie skóre pontszám értékelés scor punctaj \
    notă nota note ocjena оценка балл баллы оцінка бал резултат βαθμολογία βαθμός puan skor درجة \
    الدرجة تقييم التقييم نتيجة ציון ניקוד امتیاز نمره اسکور अंक स्कोर স্কোর নম্বর மதிப்பெண் స్కోరు \
    คะแนน điểm điểmsố nilai markah puntos alama 分数 分數 评分 評分 得分 スコア 点数 評価 점수 평점";
/// Names of the list in an object. In other languages `list_in` finds the list without a name.
pub(super) const LISTS: Names = "\
    questions questionsresponse questionresponses questionsandanswers qa qas qna responses answers \
    items results data list assessment evaluations screening";
pub(super) const NAME: Names = "\
    category name title label criterion criteria skill topic area dimension competency competence \
    kategorie catégorie categorie categoría categoria critère criterio critério kriterium \
    kategori kategoria kategória kryterium категория категорія критерий критерій κατηγορία فئة \
    الفئة معيار קטגוריה श्रेणी หมวดหมู่ danhmục tiêuchí 类别 類別 类目 カテゴリ カテゴリー 項目 카테고리 항목";
pub(super) const PROSE: Names = "\
    summary text evidence reason reasoning reasons rationale comment comments feedback \
    explanation justification description detail details note notes analysis assessment \
    observation observations remark remarks finding findings verdict \
    begründung begruendung kommentar zusammenfassung anmerkung erklärung raison commentaire résumé \
    justificación comentario comentarios resumen motivo justificação comentário resumo commento \
    motivazione riassunto toelichting opmerking samenvatting motivering sammanfattning begrundelse \
    begrunnelse perustelu kommentti uzasadnienie komentarz podsumowanie odůvodnění komentář shrnutí \
    indoklás megjegyzés összefoglaló justificare comentariu rezumat komentar обоснование \
    комментарий резюме описание обґрунтування коментар висновок обосновка αιτιολόγηση σχόλιο σχόλια \
    περίληψη gerekçe yorum özet açıklama سبب تعليق ملخص تعليل נימוק הערה סיכום توضیح خلاصه कारण \
    टिप्पणी सारांश เหตุผล ความเห็น สรุป lýdo nhậnxét tómtắt alasan ulasan ringkasan 理由 评语 評語 \
    总结 總結 说明 說明 备注 コメント 要約 根拠 이유 코멘트 요약 설명 근거";
/// Names of members that only wrap a score and its reasons, besides those in [`SCORE`].
pub(super) const WRAPPERS: Names = "\
    evaluation assessment result scoring analysis grading evaluationresult scoredetails review \
    judgement judgment évaluation evaluación 评估 評估 평가";
/// Names of the score in an object like `{"value": 8, "max": 10}`.
pub(super) const VALUE: Names = "score value rating points given actual obtained";

/// The position of a member's name in `names`: 0 is the most preferred.
fn rank(name: &str, names: Names) -> Option<usize> {
    names.split(' ').position(|known| known == name)
}

pub(super) fn is_one_of(name: &str, names: Names) -> bool {
    rank(name, names).is_some()
}

/// The index of the member that has the most preferred of `names`. A member that is `null` is used
/// only where no other has one of the names.
pub(super) fn find(members: &[Member], names: Names) -> Option<usize> {
    let mut found = None;
    let mut best = (true, usize::MAX);
    for (index, member) in members.iter().enumerate() {
        if let Some(rank) = rank(&member.name, names) {
            let candidate = (kind(&member.value) == Kind::Null, rank);
            if candidate < best {
                best = candidate;
                found = Some(index);
            }
        }
    }
    found
}
