import { compileForm, pathOfScope, pointerOf, type CompiledForm } from '@irisflow/forms';
import { locales, type LocalizedText, type ProcedureProblem } from '@irisflow/foundation';
import type { ProcedureDescription } from '../procedure-description.ts';
import { languageNames } from '../problem-texts.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { feelProblem, feelSourceOf } from './lint-forms.ts';
import { problemOf } from './problem.ts';

const file = 'procedure.json';

interface Lint {
  readonly folder: ProcedureFolder;
  readonly description: ProcedureDescription;
  readonly decisionIds: readonly string[];
}

interface PageText {
  readonly pointer: string;
  readonly text: LocalizedText | undefined;
}

const pageTexts = ({ conditions, documents, cost, counter, eligibility }: ProcedureDescription): PageText[] => [
  ...conditions.map((text, index) => ({ pointer: `/conditions/${index}`, text })),
  ...documents.map((text, index) => ({ pointer: `/documents/${index}`, text })),
  { pointer: '/cost/note', text: cost?.note },
  { pointer: '/counter/name', text: counter?.name },
  { pointer: '/counter/address', text: counter?.address },
  { pointer: '/counter/hours', text: counter?.hours },
  { pointer: '/eligibility/amount/label', text: eligibility?.amount?.label },
];

const missing = (pointer: string, locale: string): ProcedureProblem =>
  problemOf({
    file,
    code: 'TEXT_MISSING',
    subject: pointer,
    found: languageNames[locale] ?? locale,
    place: { pointer: `${pointer}/${locale}`, severity: 'warning' },
  });

const textProblems = ({ description }: Lint): ProcedureProblem[] =>
  pageTexts(description).flatMap(({ pointer, text }) =>
    locales.filter((locale) => text?.[locale].trim() === '').map((locale) => missing(pointer, locale)),
  );

/** Words in one language only: who looks in another does not find the procedure. */
const searchProblems = ({ description: { searchWords } }: Lint): ProcedureProblem[] => {
  if (searchWords === undefined || locales.every((locale) => searchWords[locale].length === 0)) return [];
  return locales.filter((locale) => searchWords[locale].length === 0).map((locale) => missing('/searchWords', locale));
};

/** The note is all there is to read where the cost depends. */
const costProblems = ({ description: { cost } }: Lint): ProcedureProblem[] =>
  cost?.amount === null && cost.note === undefined
    ? [problemOf({ file, code: 'COST_UNEXPLAINED', place: { pointer: '/cost/note' } })]
    : [];

const eligibilityFields = (form: CompiledForm, path: string): ProcedureProblem[] =>
  form.controls
    .filter(({ file: rules, prefill }) => rules !== undefined || prefill !== undefined)
    .map(({ id }) => problemOf({ file: path, code: 'ELIGIBILITY_FIELD', subject: id, place: { elementId: id } }));

const hasField = (form: CompiledForm | undefined, pointer: string): boolean =>
  form === undefined || form.controls.some(({ scope }) => pointerOf(pathOfScope(scope)) === pointer);

const fillProblems = ({ folder, description }: Lint, form: CompiledForm | undefined): ProcedureProblem[] => {
  const target = folder.forms.get(description.application.form);
  const application = target === undefined ? undefined : compileForm(target);
  return (description.eligibility?.fills ?? []).flatMap(({ from, to }, index) => {
    const place = `/eligibility/fills/${index}`;
    return [
      ...(hasField(form, from) ? [] : [{ subject: from, pointer: `${place}/from` }]),
      ...(hasField(application, to) ? [] : [{ subject: to, pointer: `${place}/to` }]),
    ].map(({ subject, pointer }) => problemOf({ file, code: 'ELIGIBILITY_FILL_UNKNOWN', subject, place: { pointer } }));
  });
};

const expressionProblems = ({ description: { eligibility } }: Lint): ProcedureProblem[] =>
  [
    { name: 'eligible', source: eligibility?.eligible },
    { name: 'grounds', source: eligibility?.grounds },
    { name: 'amount/value', source: eligibility?.amount?.value },
  ].flatMap(({ name, source }) => {
    const found = source === undefined ? null : feelProblem(feelSourceOf(source));
    const place = { pointer: `/eligibility/${name}` };
    return found === null ? [] : [problemOf({ file, code: 'FEEL_INVALID', subject: source ?? '', found, place })];
  });

const eligibilityProblems = (lint: Lint): ProcedureProblem[] => {
  const { folder, description, decisionIds } = lint;
  const { eligibility } = description;
  if (eligibility === undefined) return [];
  const path = `${eligibility.form}.form.json`;
  const definition = folder.forms.get(eligibility.form);
  const form = definition === undefined ? undefined : compileForm(definition);
  const isThere = folder.files.some((each) => each.path === path);
  return [
    ...(isThere
      ? []
      : [
          problemOf({ file, code: 'FORM_UNKNOWN', subject: eligibility.form, place: { pointer: '/eligibility/form' } }),
        ]),
    ...(decisionIds.includes(eligibility.decision)
      ? []
      : [
          problemOf({
            file,
            code: 'DECISION_UNKNOWN',
            subject: eligibility.decision,
            place: { pointer: '/eligibility/decision' },
          }),
        ]),
    ...(form === undefined ? [] : eligibilityFields(form, path)),
    ...fillProblems(lint, form),
    ...expressionProblems(lint),
  ];
};

/** What the page of the procedure and its eligibility check would show wrongly, or not at all. */
export const lintPage = (folder: ProcedureFolder, decisionIds: readonly string[]): ProcedureProblem[] => {
  if (folder.description === null) return [];
  const lint: Lint = { folder, description: folder.description, decisionIds };
  return [...textProblems(lint), ...searchProblems(lint), ...costProblems(lint), ...eligibilityProblems(lint)];
};
