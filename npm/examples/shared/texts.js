// What the three examples say, by language.

/** @typedef {"fr" | "en"} Language */

export const texts = {
  fr: {
    kicker: "Exemple",
    title: "Où en est votre organisation ?",
    lead: "Douze questions, quatre minutes. Vos réponses ne quittent pas votre navigateur.",
    language: "Langue",
    hide: "Retirer le questionnaire",
    show: "Afficher le questionnaire",
    waiting: "Aucune réponse pour l’instant.",
    progress: (/** @type {number} */ answered, /** @type {number} */ total) => `Réponses données : ${answered} sur ${total}.`,
    completed: "Le résultat est prêt.",
  },
  en: {
    kicker: "Example",
    title: "Where does your organisation stand?",
    lead: "Twelve questions, four minutes. Your answers never leave your browser.",
    language: "Language",
    hide: "Take the assessment away",
    show: "Show the assessment",
    waiting: "No answer yet.",
    progress: (/** @type {number} */ answered, /** @type {number} */ total) => `Answers given: ${answered} of ${total}.`,
    completed: "The result is ready.",
  },
};

/** What each language is called in itself. @type {Record<Language, string>} */
export const languages = { fr: "Français", en: "English" };
