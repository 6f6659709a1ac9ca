import { evaluate, kindOf, parseFeel, toJson } from '@irisflow/feel';
import type { ExecutableElement, Mapping } from '@irisflow/bpmn';
import { placedExpressions, type LetterTemplate } from '@irisflow/letters';
import { letterFields } from '@irisflow/names';
import { compileForm, restrictedControls } from '@irisflow/forms';
import { locales, type ProcedureProblem } from '@irisflow/foundation';
import { readsRestricted } from '@irisflow/restricted';
import { letterOf } from '@irisflow/names';
import { letterStepsOf } from '../letter-steps.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import type { ProcedureDescription } from '../procedure-description.ts';
import { feelSourceOf } from './lint-forms.ts';
import { problemOf } from './problem.ts';

/** What sends a letter, a step or a hearing: which one, and what it gives to it; null where that is only known when it runs. */
interface Sender {
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

const senderOf = (element: ExecutableElement): Sender[] => {
  const sending = letterOf(element);
  if (sending === null) return [];
  const parts = sending.values.map(keysOfMapping);
  const values = parts.some((part) => part === null) ? null : new Set(parts.flatMap((part) => part ?? []));
  return [{ template: sending.template, values }];
};

const dotted = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

interface Known {
  /** The steps that send the letter. */
  readonly senders: readonly Sender[];
  readonly description: ProcedureDescription | null;
}

/** What a letter takes from `procedure.json` and is not there. */
const isUndeclared = (path: string, description: ProcedureDescription | null): boolean => {
  if (description === null) return false;
  const [root = '', key = ''] = path.split('.');
  if (root === 'remedies') return (description.remedies ?? []).length === 0;
  if (root === 'ombuds') return description.ombuds === undefined;
  if (root === 'signatory') return Object.values(description.tasks).every(({ capacity }) => capacity === undefined);
  return root === 'contact' && key !== '' && !Object.hasOwn(description.contact, key);
};

/** Whether a field names something that no letter, or no step that sends this one, has. */
const isEmpty = (path: string, { senders, description }: Known): boolean => {
  const [root = '', key] = path.split('.');
  if (!Object.hasOwn(letterFields, root)) return true;
  // A letter that nobody sends prints nothing at all.
  if (senders.length > 0 && isUndeclared(path, description)) return true;
  if (key === undefined) return false;
  if (root === 'values' || root === 'variables')
    return senders.length > 0 && !senders.every(({ values }) => values === null || values.has(key));
  const known: readonly string[] | null = letterFields[root as keyof typeof letterFields];
  return known !== null && !known.includes(key);
};

/** One a field and language, where it stands first. */
const problemsIn = (file: string, letter: LetterTemplate, known: Known): ProcedureProblem[] =>
  locales.flatMap((locale) =>
    placedExpressions(letter.body[locale])
      .map(({ expression, pointer }) => ({ subject: feelSourceOf(expression), pointer: `/body/${locale}${pointer}` }))
      .filter(({ subject }, at, all) => all.findIndex((other) => other.subject === subject) === at)
      .filter(({ subject }) => dotted.test(subject) && isEmpty(subject, known))
      .map(({ subject, pointer }) => problemOf({ file, code: 'LETTER_FIELD_EMPTY', subject, place: { pointer } })),
  );

/** A letter that has to name the remedies says more than that there are some: body, address and term are data. */
const remedyProblems = (
  file: string,
  { mandatory }: LetterTemplate,
  description: ProcedureDescription | null,
): ProcedureProblem[] => {
  if (description === null || !mandatory.includes('remedies') || (description.remedies ?? []).length > 0) return [];
  return [problemOf({ file, code: 'REMEDIES_UNDECLARED', place: { severity: 'warning', pointer: '/mandatory' } })];
};

/** Letters that a step gives a restricted answer to: whoever reads the letter reads it, whatever their role. */
const restrictedProblems = ({ processes, forms, description }: ProcedureFolder): ProcedureProblem[] => {
  const form = forms.get(description?.application.form ?? '');
  if (form === undefined) return [];
  const application = compileForm(form);
  return letterStepsOf(processes.map(({ process }) => process)).flatMap(({ template, values }) =>
    restrictedControls(application)
      // Alone in its form, so that each field is named by itself.
      .filter((control) =>
        values.some(({ source }) => readsRestricted({ ...application, controls: [control] }, source)),
      )
      .map(({ pointer }) =>
        problemOf({
          file: `${template}.letter.json`,
          code: 'LETTER_PRINTS_RESTRICTED',
          subject: template,
          found: pointer,
          place: { severity: 'warning' },
        }),
      ),
  );
};

/** Fields of letters that would print nothing, because nobody gives them a value, and those that print what is restricted. */
export const lintLetterFields = (folder: ProcedureFolder): ProcedureProblem[] => {
  const { letters, processes, description } = folder;
  const senders = [
    ...processes.flatMap(({ process }) => process.elements.flatMap(senderOf)),
    ...(description?.hearings ?? []).flatMap(({ letters: sent }) =>
      Object.values(sent).map((template): Sender => ({ template, values: new Set(['hearing']) })),
    ),
  ];
  const own = [...letters].flatMap(([key, letter]) => {
    // A step whose template is computed may send any letter, with values that fit some of them.
    const ofLetter = senders.filter(({ template }) => template === key);
    const file = `${key}.letter.json`;
    return [
      ...problemsIn(file, letter, { senders: ofLetter, description }),
      ...remedyProblems(file, letter, description),
    ];
  });
  return [...own, ...restrictedProblems(folder)];
};
