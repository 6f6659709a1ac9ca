import { askedAgain, compileForm, lintForm, restrictedControls, type FormDefinition } from '@irisflow/forms';
import { feelMessage, FeelSyntaxError, parseFeel } from '@irisflow/feel';
import { type ProcedureProblem, inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import { addressPointers } from '../letter-steps.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { languageNames } from '../problem-texts.ts';
import { problemOf } from './problem.ts';

/** Sources that the platform itself answers: who is signed in, and the right about which they were written to. */
const builtInSources = ['identity', 'right'];

/** What is wrong with an expression, in every language; null when it is fine. */
export const feelProblem = (source: string): LocalizedText | null => {
  try {
    parseFeel(source, 'expression');
    return null;
  } catch (thrown) {
    if (!(thrown instanceof FeelSyntaxError)) throw thrown;
    return inEveryLocale((locale) => feelMessage(thrown, locale));
  }
};

/** FEEL as forms write it, with a leading `=`. */
export const feelSourceOf = (text: string): string => text.replace(/^\s*=/, '').trim();

/** Findings that have a text of their own. */
const worded = [
  'FORM_IDENTIFIER_AS_NUMBER',
  'FORM_MONEY_WITHOUT_CENTS',
  'FORM_RESTRICTED_FILE',
  'FORM_RESTRICTED_ROW',
  'FORM_RESTRICTED_TELLS',
] as const;
type Code = ReturnType<typeof lintForm>[number]['code'];
const isWorded = (code: Code): code is (typeof worded)[number] => worded.some((one) => one === code);

/** What a text says in the languages that have it, as people know the field; its key where none has. */
const wordsAt = ({ translations, defaultLocale }: FormDefinition, key: string): LocalizedText => {
  const written = [defaultLocale, 'fr', 'nl', 'en'] as const;
  const said = (locale: (typeof written)[number]): string => (translations[locale]?.[key] ?? '').trim();
  const other = written.map(said).find((text) => text !== '') ?? key;
  return inEveryLocale((locale) => said(locale) || other);
};

const findingProblems = (file: string, form: FormDefinition): ProcedureProblem[] =>
  lintForm(form).map(({ code, severity, subject, detail }) => {
    const locale = /"(\w\w)"/.exec(detail)?.[1] ?? '';
    if (code === 'FORM_TEXT_MISSING')
      return problemOf({
        file,
        code: 'TEXT_MISSING',
        subject: wordsAt(form, subject),
        found: languageNames[locale] ?? locale,
        place: { pointer: `/translations/${locale}/${subject}` },
      });
    const elementId = /^[#/]/.test(subject) ? {} : { elementId: subject };
    if (isWorded(code)) return problemOf({ file, code, subject, place: { severity, ...elementId } });
    const problem = problemOf({ file, code: 'SCHEMA', subject, found: detail, place: { severity, ...elementId } });
    return { ...problem, code };
  });

const localeProblems = (file: string, form: FormDefinition, locales: readonly string[]): ProcedureProblem[] =>
  locales
    .filter((locale) => !form.locales.some((declared) => declared === locale))
    .map((locale) =>
      problemOf({ file, code: 'TEXT_MISSING', subject: form.key, found: languageNames[locale] ?? locale }),
    );

const sourceProblems = (file: string, form: FormDefinition, sources: readonly string[]): ProcedureProblem[] =>
  (form.bindings?.prefill ?? []).flatMap(({ source, scope }) => {
    const key = source.split('.')[0] ?? source;
    if (builtInSources.includes(key) || sources.includes(key)) return [];
    return [problemOf({ file, code: 'SOURCE_UNKNOWN', subject: key, place: { pointer: scope } })];
  });

const mappingProblems = (file: string, form: FormDefinition): ProcedureProblem[] =>
  (form.bindings?.process?.in ?? []).flatMap(({ from, to }) => {
    const found = feelProblem(feelSourceOf(from));
    return found === null
      ? []
      : [problemOf({ file, code: 'FEEL_INVALID', subject: from, found, place: { pointer: to } })];
  });

type Description = NonNullable<ProcedureFolder['description']>;

/** Where the platform itself writes an answer down outside what is kept apart. */
const usesOf = ({ application, statistics }: Description): readonly (readonly [use: string, pointer: string])[] => [
  ...(application.languageField === undefined ? [] : [['languageField', application.languageField] as const]),
  ...(statistics?.commune === undefined ? [] : [['statistics.commune', statistics.commune] as const]),
  ...['/email', '/contact/email', '/applicant/email'].map((pointer) => ['email', pointer] as const),
  ...addressPointers.map((pointer) => ['address', pointer] as const),
];

const overlaps = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

/** A restricted field is in the application form, and what stands in lists, mails and numbers is none. */
const restrictionProblems = (file: string, form: FormDefinition, description: Description): ProcedureProblem[] => {
  const isApplication = description.application.form === form.key;
  return restrictedControls(compileForm(form)).flatMap(({ id, pointer }) => {
    const place = { elementId: id };
    if (!isApplication) return [problemOf({ file, code: 'FORM_RESTRICTED_ELSEWHERE', subject: id, place })];
    const use = usesOf(description).find(([, used]) => overlaps(used, pointer));
    return use === undefined
      ? []
      : [problemOf({ file, code: 'FORM_RESTRICTED_USED', subject: id, found: use[0], place })];
  });
};

/** Once only: what a source of the procedure gives is not asked of whoever applies, unless somebody says why. */
const askedAgainProblems = (file: string, form: FormDefinition, description: Description): ProcedureProblem[] => {
  if (description.application.form !== form.key) return [];
  return askedAgain(form, description)
    .filter(({ reason }) => reason === null)
    .map(({ control, value }) => {
      const key = value.split('.')[0];
      const found = description.sources.find((source) => source.key === key)?.name ?? value;
      const subject = wordsAt(form, `${control.i18n}.label`);
      return problemOf({ file, code: 'FORM_ASKED_AGAIN', subject, found, place: { elementId: control.id } });
    });
};

/** What is wrong inside the forms, and between them and `procedure.json`. */
export const lintForms = ({ forms, description }: ProcedureFolder): ProcedureProblem[] => {
  const sources = description?.sources.map(({ key }) => key);
  return [...forms].flatMap(([key, form]) => {
    const file = `${key}.form.json`;
    return [
      ...findingProblems(file, form),
      ...localeProblems(file, form, description?.locales ?? []),
      // Without a readable procedure.json every source would look unknown.
      ...(sources === undefined ? [] : sourceProblems(file, form, sources)),
      ...mappingProblems(file, form),
      ...(description === null ? [] : restrictionProblems(file, form, description)),
      ...(description === null ? [] : askedAgainProblems(file, form, description)),
    ];
  });
};
