import "boussole/react";
import { useEffect, useState } from "react";
import { languages, texts, type Language } from "../shared/texts.js";

type Told = { answered: number; total: number } | "completed" | undefined;

export function App() {
  const [language, setLanguage] = useState<Language>("fr");
  const [shown, setShown] = useState(true);
  const [told, setTold] = useState<Told>();
  const said = texts[language];

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <>
      <p className="kicker">{said.kicker}, React</p>
      <h1>{said.title}</h1>
      <p className="lead">{said.lead}</p>
      <div className="controls">
        <label>
          {said.language}
          <select value={language} onChange={({ target }) => setLanguage(target.value as Language)}>
            {Object.entries(languages).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => setShown(!shown)}>
          {shown ? said.hide : said.show}
        </button>
      </div>
      <p className="told" role="status">
        {told === "completed" ? said.completed : told ? said.progress(told.answered, told.total) : said.waiting}
      </p>
      {shown && (
        <boussole-assessment
          lang={language}
          onboussole:progress={({ detail }) => setTold(detail)}
          onboussole:completed={() => setTold("completed")}
        />
      )}
    </>
  );
}
