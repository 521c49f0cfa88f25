// What must compile, and what must not.

import "boussole";
import type { BoussoleError, Result, Scores } from "boussole";

const assessment = document.createElement("boussole-assessment");
assessment.storagePrefix = "house";
assessment.links = true;
assessment.disclose = "scores";
// @ts-expect-error: nothing else can be disclosed.
assessment.disclose = "everything";
// @ts-expect-error: there is no such property.
assessment.theme = "dark";

assessment.addEventListener("boussole:progress", ({ detail }) => detail.answered + detail.total);
// @ts-expect-error: progress is no result.
assessment.addEventListener("boussole:progress", ({ detail }) => detail.result);
assessment.addEventListener("boussole:completed", ({ detail: { form, result } }) => [form, result?.scores.whole?.assured]);
assessment.addEventListener("boussole:error", ({ detail }) => detail.code === "offline");
assessment.addEventListener("click", (event) => event.clientX);

export async function answered(): Promise<number> {
  await assessment.start();
  await assessment.goTo(3);
  await assessment.setAnswers({ "some-item": 4, another: "dont-know", third: null });
  // @ts-expect-error: there are five levels.
  await assessment.setAnswers({ "some-item": 5 });
  const result: Scores | Result = await assessment.getResult();
  if (result.schema === "urn:boussole:result:1") return result.items.length;
  // @ts-expect-error: scores come without answers.
  result.items;
  return result.scores.principles.choose?.possible ?? 0;
}

export function explained(error: BoussoleError): string {
  // @ts-expect-error: no method is refused for that.
  if (error.code === "tired") return "";
  return error.code === "not-loaded" ? error.message : error.name;
}
