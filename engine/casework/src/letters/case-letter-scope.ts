import type { Queryable } from '@irisflow/database';
import { readAt, segmentsOf } from '@irisflow/forms';
import { groundText } from '../cases/ground-text.ts';
import { addressPointers, type PublishedProcedure } from '@irisflow/procedures';
import { findAdministration } from '@irisflow/access';
import { listDecisions, listInformationRequests } from '../storage/case-parts.ts';
import type { CaseRow } from '../storage/cases.ts';
import { instantOf, type FormData, type Locale } from '@irisflow/foundation';
import { dayOf } from '@irisflow/calendar';
import type { CaseDecision, InformationRequest } from '../views/case.ts';
import { contactIn, ombudsText, remedyText, type LetterScope, type LetterTemplate } from '@irisflow/letters';
import { choiceWords } from './choice-words.ts';

/** Who signs a letter, and in which capacity. */
export interface Signatory {
  readonly name: string;
  readonly capacity: string;
}

type Values = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The address in the answers as an envelope has it; empty when the form does not ask for one. */
export const addressLines = (data: FormData): string[] => {
  const address = addressPointers.map((pointer) => readAt(data, segmentsOf(pointer))).find(isObject);
  if (address === undefined) return [];
  const part = (name: string) =>
    typeof address[name] === 'string' || typeof address[name] === 'number' ? String(address[name]) : '';
  const box = part('box') === '' ? '' : ` / ${part('box')}`;
  return [
    `${part('street')} ${part('number')}${box}`.trim(),
    `${part('postalCode')} ${part('municipality')}`.trim(),
  ].filter((line) => line !== '');
};

/** Grounds in the language of the case: those the task passes by code, else those of the last decision. */
const groundTexts = (
  { description }: PublishedProcedure,
  values: Values,
  decision: CaseDecision | undefined,
  locale: Locale,
): string[] => {
  const passed = values['grounds'];
  if (!Array.isArray(passed)) return (decision?.grounds ?? []).map(({ text }) => text[locale]);
  return passed.map((ground: unknown) => {
    const code = isObject(ground) ? ground['code'] : ground;
    const text = isObject(ground) && typeof ground['text'] === 'string' ? { text: ground['text'] } : {};
    return groundText(description, { code: String(code), ...text })[locale];
  });
};

const localized = (text: unknown, locale: Locale): unknown => (isObject(text) && locale in text ? text[locale] : text);

const requestOf = (request: InformationRequest | undefined, values: Values, locale: Locale): Values => {
  const items: readonly unknown[] = request?.items ?? (Array.isArray(values['items']) ? values['items'] : []);
  return {
    items: items.map((item) =>
      isObject(item)
        ? { ...item, label: localized(item['label'], locale), hint: localized(item['hint'], locale) }
        : item,
    ),
    dueOn: request?.dueOn ?? values['dueOn'] ?? values['dueDate'] ?? null,
    note: request?.note ?? null,
  };
};

export interface LetterCase {
  readonly row: CaseRow;
  readonly procedure: PublishedProcedure;
  readonly values: Values;
  /** The letter, which says what its values are answers to; left out where no letter of the procedure is printed. */
  readonly template?: string | LetterTemplate;
  /** The day in Brussels. */
  readonly today: string;
  readonly signatory: Signatory | null;
  /** Instead of the last one taken: one that is about to be. */
  readonly decision?: CaseDecision;
}

export interface CaseLetterScope {
  readonly scope: LetterScope;
  readonly administration: string;
  readonly recipient: readonly string[];
  /** What values that are answers by choice read. */
  readonly words: Readonly<Record<string, string>>;
}

/** Everything a letter of a case may mention, in the language of the case alone. */
export const caseLetterScope = async (db: Queryable, letterCase: LetterCase): Promise<CaseLetterScope> => {
  const { row, procedure, values, today, signatory } = letterCase;
  const { description } = procedure;
  const locale = row.language;
  const decision = letterCase.decision ?? (await listDecisions(db, row.id))[0];
  const request = (await listInformationRequests(db, row.id)).find(({ state }) => state === 'open');
  const administration = (await findAdministration(db, row.administration))?.name[locale] ?? row.administration;
  const address = addressLines(row.data);
  const name = row.name_in_letters ?? row.applicant;
  return {
    administration,
    recipient: [name, ...address],
    words: choiceWords(letterCase, locale),
    scope: {
      case: {
        reference: row.reference,
        submittedOn: dayOf(Date.parse(instantOf(row.submitted_at))),
        language: locale,
        status: row.status,
        applicant: { name, address: address.join(', ') },
      },
      decision:
        decision === undefined
          ? null
          : {
              ...decision,
              decidedOn: dayOf(Date.parse(decision.decidedAt)),
              grounds: decision.grounds.map(({ text }) => text[locale]),
            },
      grounds: groundTexts(procedure, values, decision, locale),
      request: requestOf(request, values, locale),
      contact: contactIn(description.contact, locale),
      signatory: signatory ?? { name: null, capacity: null },
      remedies: (description.remedies ?? []).map((remedy) => remedyText(remedy, locale)),
      ombuds: description.ombuds === undefined ? null : ombudsText(description.ombuds, locale),
      administration: { name: administration },
      today,
      values,
      variables: values,
    },
  };
};
