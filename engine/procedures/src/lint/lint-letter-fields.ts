import { evaluate, kindOf, parseFeel, toJson } from '@irisflow/feel';
import type { ExecutableElement, Mapping } from '@irisflow/bpmn';
import { expressionsOf, letterFields, type LetterTemplate } from '@irisflow/letters';
import { locales, type ProcedureProblem } from '@irisflow/foundation';
import { constantOf } from '../constant-of.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { feelSourceOf } from './lint-forms.ts';
import { problemOf } from './problem.ts';

const letterConnector = 'letter';

/** The step that sends a letter: which one, and what it gives to it; null where that is only known when it runs. */
interface Sending {
  readonly template: string | null;
  readonly values: ReadonlySet<string> | null;
}

/** The keys of a written context; its values need not be known for that. */
const keysOf = (source: string): readonly string[] | null => {
  try {
    const result = evaluate(parseFeel(source, 'expression'), { variable: () => undefined, now: 0, timeZone: 'UTC' });
    return result.ok && kindOf(result.value) === 'context' ? Object.keys(toJson(result.value) as object) : null;
  } catch {
    return null;
  }
};

const keysOfMapping = ({ source, target }: Mapping): readonly string[] | null => {
  const [, key] = target;
  if (key !== undefined) return [key];
  return source.kind === 'feel' ? keysOf(source.source) : null;
};

const sendingOf = (element: ExecutableElement): Sending[] => {
  if (!('work' in element) || element.work.kind !== 'job') return [];
  if (constantOf(element.work.job.type) !== letterConnector) return [];
  const template = element.inputs.find(({ target }) => target.join('.') === 'template');
  const parts = element.inputs.filter(({ target }) => target[0] === 'values').map(keysOfMapping);
  const values = parts.some((part) => part === null) ? null : new Set(parts.flatMap((part) => part ?? []));
  return [{ template: template === undefined ? null : constantOf(template.source), values }];
};

const dotted = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/** Whether a field names something that no letter, or no step that sends this one, has. */
const isEmpty = (path: string, sendings: readonly Sending[]): boolean => {
  const [root = '', key] = path.split('.');
  if (!Object.hasOwn(letterFields, root)) return true;
  if (key === undefined) return false;
  if (root === 'values' || root === 'variables')
    return sendings.length > 0 && !sendings.every(({ values }) => values === null || values.has(key));
  const known: readonly string[] | null = letterFields[root as keyof typeof letterFields];
  return known !== null && !known.includes(key);
};

const problemsIn = (file: string, letter: LetterTemplate, sendings: readonly Sending[]): ProcedureProblem[] =>
  locales.flatMap((locale) => {
    const paths = new Set(expressionsOf(letter.body[locale]).map(feelSourceOf));
    return [...paths]
      .filter((path) => dotted.test(path) && isEmpty(path, sendings))
      .map((subject) =>
        problemOf({ file, code: 'LETTER_FIELD_EMPTY', subject, place: { pointer: `/body/${locale}` } }),
      );
  });

/** Fields of letters that would print nothing, because nobody gives them a value. */
export const lintLetterFields = ({ letters, processes }: ProcedureFolder): ProcedureProblem[] => {
  const sendings = processes.flatMap(({ process }) => process.elements.flatMap(sendingOf));
  return [...letters].flatMap(([key, letter]) => {
    // A step whose template is computed may send any letter, with values that fit some of them.
    const own = sendings.filter(({ template }) => template === key);
    return problemsIn(`${key}.letter.json`, letter, own);
  });
};
