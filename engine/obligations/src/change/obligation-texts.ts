import type { LocalizedText } from '@irisflow/foundation';
import type { ObligationAct } from '../views/obligation.ts';

interface Words {
  readonly name: LocalizedText;
  /** `YYYY-MM-DD` of what it is about; null for the obligation as a whole. */
  readonly dueOn: string | null;
  readonly answerUntil: string | null;
  readonly step: LocalizedText | null;
}

const dayMonthYear = (day: string | null): string => (day ?? '').split('-').toReversed().join('/');

const text = (fr: string, nl: string, en: string): LocalizedText => ({ fr, nl, en });

type Told = (words: Words) => LocalizedText;

/** What the timeline of a case says of an obligation. */
export const obligationTexts: Readonly<Record<ObligationAct, Told>> = {
  started: ({ name, dueOn }) =>
    dueOn === null
      ? text(
          `Une obligation commence : ${name.fr}.`,
          `Een verplichting begint: ${name.nl}.`,
          `An obligation begins: ${name.en}.`,
        )
      : text(
          `Une obligation commence, première échéance le ${dayMonthYear(dueOn)} : ${name.fr}.`,
          `Een verplichting begint, voor het eerst tegen ${dayMonthYear(dueOn)}: ${name.nl}.`,
          `An obligation begins, to be met by ${dayMonthYear(dueOn)} for the first time: ${name.en}.`,
        ),
  opened: ({ name, dueOn }) =>
    text(
      `À fournir pour le ${dayMonthYear(dueOn)} : ${name.fr}.`,
      `In te dienen tegen ${dayMonthYear(dueOn)}: ${name.nl}.`,
      `To be sent by ${dayMonthYear(dueOn)}: ${name.en}.`,
    ),
  submitted: ({ name, dueOn }) =>
    text(
      `Réponse reçue pour l’échéance du ${dayMonthYear(dueOn)} : ${name.fr}.`,
      `Antwoord ontvangen voor de vervaldag ${dayMonthYear(dueOn)}: ${name.nl}.`,
      `An answer came for what is due on ${dayMonthYear(dueOn)}: ${name.en}.`,
    ),
  due: ({ name, dueOn }) =>
    text(
      `L’échéance du ${dayMonthYear(dueOn)} est passée sans réponse : ${name.fr}.`,
      `De vervaldag ${dayMonthYear(dueOn)} is voorbij zonder antwoord: ${name.nl}.`,
      `Nothing came by ${dayMonthYear(dueOn)}: ${name.en}.`,
    ),
  overdue: ({ name, dueOn, step }) =>
    text(
      `${step?.fr ?? ''} : ${name.fr}, échéance du ${dayMonthYear(dueOn)}.`,
      `${step?.nl ?? ''}: ${name.nl}, vervaldag ${dayMonthYear(dueOn)}.`,
      `${step?.en ?? ''}: ${name.en}, due on ${dayMonthYear(dueOn)}.`,
    ),
  accepted: ({ name, dueOn }) =>
    text(
      `Acceptée, échéance du ${dayMonthYear(dueOn)} : ${name.fr}.`,
      `Aanvaard, vervaldag ${dayMonthYear(dueOn)}: ${name.nl}.`,
      `Accepted, due on ${dayMonthYear(dueOn)}: ${name.en}.`,
    ),
  askedAgain: ({ name, answerUntil }) =>
    text(
      `À compléter ou à fournir jusqu’au ${dayMonthYear(answerUntil)} : ${name.fr}.`,
      `Aan te vullen of in te dienen tot en met ${dayMonthYear(answerUntil)}: ${name.nl}.`,
      `To be completed or sent until ${dayMonthYear(answerUntil)}: ${name.en}.`,
    ),
  refused: ({ name, dueOn }) =>
    text(
      `Refusée, échéance du ${dayMonthYear(dueOn)} : ${name.fr}.`,
      `Geweigerd, vervaldag ${dayMonthYear(dueOn)}: ${name.nl}.`,
      `Refused, due on ${dayMonthYear(dueOn)}: ${name.en}.`,
    ),
  waived: ({ name, dueOn }) =>
    text(
      `Dispense pour l’échéance du ${dayMonthYear(dueOn)} : ${name.fr}.`,
      `Vrijgesteld voor de vervaldag ${dayMonthYear(dueOn)}: ${name.nl}.`,
      `Need not be sent, due on ${dayMonthYear(dueOn)}: ${name.en}.`,
    ),
  dropped: ({ name, dueOn }) =>
    text(
      `Plus à fournir, échéance du ${dayMonthYear(dueOn)} : ${name.fr}.`,
      `Niet meer in te dienen, vervaldag ${dayMonthYear(dueOn)}: ${name.nl}.`,
      `No longer to be sent, due on ${dayMonthYear(dueOn)}: ${name.en}.`,
    ),
  paused: ({ name }) =>
    text(
      `L’obligation est en pause tant que le droit est suspendu : ${name.fr}.`,
      `De verplichting rust zolang het recht geschorst is: ${name.nl}.`,
      `The obligation rests while the right is suspended: ${name.en}.`,
    ),
  resumed: ({ name }) =>
    text(
      `L’obligation reprend : ${name.fr}.`,
      `De verplichting gaat verder: ${name.nl}.`,
      `The obligation goes on: ${name.en}.`,
    ),
  released: ({ name }) =>
    text(
      `L’obligation prend fin : ${name.fr}.`,
      `De verplichting eindigt: ${name.nl}.`,
      `The obligation ends: ${name.en}.`,
    ),
  rightEnded: ({ name }) =>
    text(
      `L’obligation prend fin avec le droit : ${name.fr}.`,
      `De verplichting eindigt met het recht: ${name.nl}.`,
      `The obligation ends with the right: ${name.en}.`,
    ),
};
