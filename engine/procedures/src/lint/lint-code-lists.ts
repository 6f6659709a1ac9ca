import { compileForm, fieldChoices, pathOfScope, type CompiledControl } from '@irisflow/forms';
import { locales, type ProcedureProblem } from '@irisflow/foundation';
import type { CodeListDescription } from '../code-list-description.ts';
import { languageNames } from '../problem-texts.ts';
import type { ProcedureFolder } from '../read-folder.ts';
import { problemOf } from './problem.ts';

type CodeLists = ProcedureFolder['codeLists'];

interface Listed {
  readonly file: string;
  readonly list: CodeListDescription;
  readonly lists: CodeLists;
}

const textProblems = ({ file, list }: Listed): ProcedureProblem[] => {
  const texts = [
    { subject: list.key, text: list.name, pointer: '/name' },
    ...list.codes.map(({ code, label }, at) => ({ subject: code, text: label, pointer: `/codes/${at}/label` })),
  ];
  return texts.flatMap(({ subject, text, pointer }) =>
    locales
      .filter((locale) => text[locale].trim() === '')
      .map((locale) =>
        problemOf({
          file,
          code: 'TEXT_MISSING',
          subject,
          found: languageNames[locale] ?? locale,
          place: { pointer: `${pointer}/${locale}` },
        }),
      ),
  );
};

const twiceProblems = ({ file, list }: Listed): ProcedureProblem[] => {
  const first = new Map(list.codes.toReversed().map(({ code }, at, { length }) => [code, length - 1 - at]));
  return list.codes.flatMap(({ code: subject }, at) =>
    first.get(subject) === at
      ? []
      : [problemOf({ file, code: 'CODE_TWICE', subject, place: { pointer: `/codes/${at}/code` } })],
  );
};

const dayProblems = ({ file, list }: Listed): ProcedureProblem[] =>
  list.codes.flatMap(({ code: subject, validFrom, validTo }, at) =>
    validFrom !== undefined && validTo !== undefined && validTo < validFrom
      ? [problemOf({ file, code: 'CODE_DAYS', subject, place: { pointer: `/codes/${at}/validTo` } })]
      : [],
  );

const parentProblems = ({ file, list, lists }: Listed): ProcedureProblem[] => {
  const { parents, codes } = list;
  const parentList = lists.get(parents ?? '');
  if (parents !== undefined && parentList === undefined)
    return [problemOf({ file, code: 'CODES_PARENTS_UNKNOWN', subject: parents, place: { pointer: '/parents' } })];
  const known = new Set(parentList?.codes.map(({ code }) => code));
  return codes.flatMap(({ code: subject, parent }, at) => {
    const place = { pointer: `/codes/${at}/parent` };
    if (parent !== undefined && !known.has(parent))
      return [problemOf({ file, code: 'CODE_PARENT_UNKNOWN', subject, found: parent, place })];
    if (parent !== undefined || parents === undefined) return [];
    return [problemOf({ file, code: 'CODE_PARENT_MISSING', subject, place: { ...place, severity: 'warning' } })];
  });
};

interface Asking {
  readonly file: string;
  readonly control: CompiledControl;
  /** The fields that stand beside it: of the form, or of its row. */
  readonly beside: readonly CompiledControl[];
}

const fieldsOf = (file: string, beside: readonly CompiledControl[]): Asking[] =>
  beside.flatMap((control) => [{ file, control, beside }, ...fieldsOf(file, control.rows)]);

const fieldProblems = ({ file, control, beside }: Asking, lists: CodeLists): ProcedureProblem[] => {
  const { codes } = control.options;
  if (codes === undefined) return [];
  const subject = pathOfScope(control.scope).join('.');
  const place = { elementId: control.id };
  const list = lists.get(codes.list);
  if (list === undefined) return [problemOf({ file, code: 'CODES_UNKNOWN', subject, found: codes.list, place })];
  const above = beside.find(({ scope }) => scope === codes.under);
  if (above === undefined) return [];
  const answers = new Set(fieldChoices(above.schema)?.map((choice) => choice.const));
  const hasChoice = list.codes.some(({ parent }) => parent !== undefined && answers.has(parent));
  return hasChoice ? [] : [problemOf({ file, code: 'CODES_UNDER_OTHER', subject, found: codes.list, place })];
};

const listProblems = (key: string, list: CodeListDescription, lists: CodeLists): ProcedureProblem[] => {
  const file = `${key}.codes.json`;
  if (list.codes.length === 0)
    return [problemOf({ file, code: 'CODES_EMPTY', subject: key, place: { pointer: '/codes' } })];
  const listed = { file, list, lists };
  return [...textProblems(listed), ...twiceProblems(listed), ...dayProblems(listed), ...parentProblems(listed)];
};

/** What is wrong in the code lists of a folder, and between them and the fields that take their choices from them. */
export const lintCodeLists = ({ forms, codeLists }: ProcedureFolder): ProcedureProblem[] => {
  const fields = [...forms].flatMap(([key, form]) => fieldsOf(`${key}.form.json`, compileForm(form).controls));
  const used = new Set([
    ...fields.map(({ control }) => control.options.codes?.list),
    ...[...codeLists.values()].map(({ parents }) => parents),
  ]);
  return [
    ...[...codeLists].flatMap(([key, list]) => listProblems(key, list, codeLists)),
    ...[...codeLists.keys()]
      .filter((key) => !used.has(key))
      .map((subject) =>
        problemOf({ file: `${subject}.codes.json`, code: 'CODES_UNUSED', subject, place: { severity: 'warning' } }),
      ),
    ...fields.flatMap((field) => fieldProblems(field, codeLists)),
  ];
};
