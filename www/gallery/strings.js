/** Texts in other languages, as a page would give them. What is missing stays English. */

import { english } from "/node_modules/ninjahire-calls/elements/index.js";

const map = (change) =>
  Object.fromEntries(
    Object.entries(english).map(([name, text]) => [
      name,
      typeof text === "string"
        ? change(text)
        : Object.fromEntries(Object.entries(text).map(([rule, one]) => [rule, change(one)])),
    ]),
  );

const accents = { a: "á", e: "é", i: "î", o: "ö", u: "ü", A: "Å", E: "É", I: "Î", O: "Ö", U: "Û" };

export const strings = {
  en: {},
  "ar-EG": {},
  "en-x-pseudo": map(
    (text) => `[${text.replace(/[aeiou](?![^{]*\})/gi, (letter) => accents[letter])} ····]`,
  ),
  de: {
    retry: "Erneut versuchen",
    loading: "Wird geladen …",
    transcript: "Gesprächsprotokoll",
    transcriptEmpty: "Es gibt kein Protokoll.",
    transcriptWaiting: "Das Protokoll erscheint hier, während gesprochen wird.",
    bot: "Interviewer",
    human: "Bewerberin/Bewerber",
    unknown: "Nicht zugeordnet",
    search: "Im Protokoll suchen",
    matches: "{at} von {n}",
    noMatches: "Keine Treffer",
    previous: "Voriger Treffer",
    next: "Nächster Treffer",
    copy: "Kopieren",
    copied: "Kopiert",
    latest: "Zum neuesten Beitrag",
    playFrom: "Ab {time} abspielen",
    call: "Telefoninterview",
    callEmpty: "Kein Gespräch gewählt.",
    callCompleted: "Abgeschlossen",
    callInProgress: "Läuft",
    callFailed: "Fehlgeschlagen",
    success: "Bewertet",
    failed: "Bewertung fehlgeschlagen",
    inconclusive: "Nicht eindeutig",
    outgoing: "Ausgehender Anruf",
    score: "Punkte",
    scoreOf: "{n} von {max}",
    notAssessed: "Keine Bewertung",
    assessing: "Wird bewertet …",
    digest: "Zusammenfassung",
    breakdown: "Im Einzelnen",
    questions: "Fragen",
    noAnswer: "Keine Antwort aufgezeichnet.",
    scoreGiven: "Wertung: {score}",
    evidence: "Im Protokoll zeigen",
    recording: "Aufnahme",
    export: "Exportieren",
    mask: "Kontaktdaten ausblenden",
    callNow: "Jetzt anrufen",
    confirm: "Jetzt bei dieser Person anrufen?",
    confirmHint: "Ein KI-Interviewer spricht mit ihr, sobald sie abnimmt.",
    confirmYes: "Ja, jetzt anrufen",
    cancel: "Abbrechen",
    close: "Schließen",
    dialing: "Anruf wird aufgebaut …",
    ringing: "Es klingelt …",
    talking: "Im Gespräch",
    done: "Das Gespräch ist beendet.",
    unknownTitle: "Das Telefon klingelt vielleicht.",
    candidate: "Person",
    status: "Status",
    assessment: "Bewertung",
    filter: "Person suchen",
    allStatuses: "Jeder Status",
    allAssessments: "Jede Bewertung",
    range: "{from}–{to} von {n}",
    csv: "Als CSV",
  },
};
