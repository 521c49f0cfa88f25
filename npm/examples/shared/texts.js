// What the three examples say, by language.

/** @typedef {"fr" | "en"} Language */

export const texts = {
  fr: {
    kicker: "Exemple",
    title: "Une évaluation dans votre application",
    lead: "Cette page donne sa langue à l’évaluation, et apprend d’elle combien de réponses sont données, jamais lesquelles.",
    language: "Langue",
    hide: "Retirer le questionnaire",
    show: "Afficher le questionnaire",
    waiting: "Aucune réponse pour l’instant.",
    progress: (/** @type {number} */ answered, /** @type {number} */ total) => `Réponses données : ${answered} sur ${total}.`,
    completed: "Le résultat est prêt.",
  },
  en: {
    kicker: "Example",
    title: "An assessment in your application",
    lead: "This page gives the assessment its language, and learns from it how many answers are given, never which.",
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
