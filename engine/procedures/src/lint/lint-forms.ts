import { lintForm, type FormDefinition } from '@irisflow/forms';
import { feelMessage, FeelSyntaxError, parseFeel } from '@irisflow/feel';
import { type ProcedureProblem, inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import type { ProcedureFolder } from '../read-folder.ts';
import { languageNames } from '../problem-texts.ts';
import { problemOf } from './problem.ts';

/** Sources that the platform itself answers: who is signed in. */
const builtInSources = ['identity'];

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

const findingProblems = (file: string, form: FormDefinition): ProcedureProblem[] =>
  lintForm(form).map(({ code, severity, subject, detail }) => {
    const locale = /"(\w\w)"/.exec(detail)?.[1] ?? '';
    if (code === 'FORM_TEXT_MISSING')
      return problemOf({ file, code: 'TEXT_MISSING', subject, found: languageNames[locale] ?? locale });
    const elementId = /^[#/]/.test(subject) ? {} : { elementId: subject };
    if (code === 'FORM_IDENTIFIER_AS_NUMBER' || code === 'FORM_MONEY_WITHOUT_CENTS')
      return problemOf({ file, code, subject, place: { severity, ...elementId } });
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
    ];
  });
};
