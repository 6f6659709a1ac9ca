import type { FieldKind, SavedView, ViewCondition, ViewDefinition, ViewOperator } from '@irisflow/client';

/** A group of conditions, of whatever depth. */
export interface DraftGroup {
  readonly match: 'all' | 'any';
  readonly parts: readonly DraftPart[];
}
export type DraftPart = DraftGroup | ViewCondition;

/** A view as it is being drawn up: conditions may still be without a value. */
export interface ViewDraft extends Omit<ViewDefinition, 'filter' | 'columns'> {
  readonly filter: DraftGroup;
  readonly columns: readonly string[];
}

export const isGroup = (part: DraftPart): part is DraftGroup => 'parts' in part;

/** As deep as the platform takes them, and as many. */
export const MAX_DEPTH = 2;
export const MAX_CONDITIONS = 20;
export const MAX_COLUMNS = 12;

export const newDraft: ViewDraft = {
  list: 'team',
  filter: { match: 'all', parts: [] },
  columns: ['daysLeft', 'task', 'applicant', 'status', 'assignee'],
  sort: 'due',
};

export const draftOf = ({ definition }: Pick<SavedView, 'definition'>): ViewDraft => definition;

/** The questions that may be asked of a kind of field, the usual one first. */
export const operatorsOf: Readonly<Record<FieldKind, readonly ViewOperator[]>> = {
  text: ['contains', 'is', 'isNot', 'empty', 'filled'],
  number: ['atLeast', 'atMost', 'is', 'empty', 'filled'],
  date: ['from', 'until', 'on', 'pastDays', 'nextDays', 'empty', 'filled'],
  choice: ['oneOf', 'noneOf', 'empty', 'filled'],
  yesNo: ['yes', 'no', 'empty', 'filled'],
};

/** What an answer to a question looks like; nothing for questions that need none. */
export const valueOf: Readonly<Record<ViewOperator, RegExp | null>> = {
  contains: /[\p{L}\p{N}]/u,
  is: /\S/,
  isNot: /\S/,
  atLeast: /^-?\d{1,15}(\.\d{1,6})?$/,
  atMost: /^-?\d{1,15}(\.\d{1,6})?$/,
  on: /^\d{4}-\d\d-\d\d$/,
  from: /^\d{4}-\d\d-\d\d$/,
  until: /^\d{4}-\d\d-\d\d$/,
  pastDays: /^\d{1,4}$/,
  nextDays: /^\d{1,4}$/,
  oneOf: /^/,
  noneOf: /^/,
  yes: null,
  no: null,
  empty: null,
  filled: null,
};

const numeric = /^-?\d{1,15}(\.\d{1,6})?$/;

export const isComplete = ({ operator, values }: ViewCondition, kind: FieldKind | undefined): boolean => {
  const pattern = kind === 'number' && operator === 'is' ? numeric : valueOf[operator];
  return pattern === null || (values.length > 0 && values.every((value) => pattern.test(value)));
};

export const conditionsOf = (group: DraftGroup): readonly ViewCondition[] =>
  group.parts.flatMap((part) => (isGroup(part) ? conditionsOf(part) : [part]));

/** The draft without the conditions that are not finished: what can be looked for already. */
export const finishedPart = (draft: ViewDraft, kindOf: (field: string) => FieldKind | undefined): ViewDefinition => {
  const finished = ({ match, parts }: DraftGroup): DraftGroup => ({
    match,
    parts: parts.flatMap((part): DraftPart[] => {
      if (isGroup(part)) return [finished(part)];
      return isComplete(part, kindOf(part.field)) ? [part] : [];
    }),
  });
  return { ...draft, filter: finished(draft.filter) } as ViewDefinition;
};

/** Where a part stands: its place in each group from the outermost on. */
export type Place = readonly number[];

/** The group at a place, or the innermost one on the way to it. */
export const groupAt = (group: DraftGroup, place: Place): DraftGroup => {
  const [head, ...rest] = place;
  const inner = head === undefined ? undefined : group.parts[head];
  return inner !== undefined && isGroup(inner) ? groupAt(inner, rest) : group;
};

/** The same group with another part at a place; without the part when it is undefined. */
export const withPart = (group: DraftGroup, place: Place, part: DraftPart | undefined): DraftGroup => {
  const [head, ...rest] = place;
  if (head === undefined) return group;
  const parts = group.parts.flatMap((one, index): DraftPart[] => {
    if (index !== head) return [one];
    if (rest.length > 0) return isGroup(one) ? [withPart(one, rest, part)] : [one];
    return part === undefined ? [] : [part];
  });
  return { ...group, parts };
};

/** The same group with one more part in the group at a place. */
export const withMore = (group: DraftGroup, place: Place, part: DraftPart): DraftGroup => {
  const [head, ...rest] = place;
  if (head === undefined) return { ...group, parts: [...group.parts, part] };
  const parts = group.parts.map((one, index) => (index === head && isGroup(one) ? withMore(one, rest, part) : one));
  return { ...group, parts };
};

/** The group at a place, changed: how its parts are matched. */
export const withMatch = (group: DraftGroup, place: Place, match: DraftGroup['match']): DraftGroup => {
  const [head, ...rest] = place;
  if (head === undefined) return { ...group, match };
  const parts = group.parts.map((one, index) => (index === head && isGroup(one) ? withMatch(one, rest, match) : one));
  return { ...group, parts };
};

export const newCondition = (field: string, kind: FieldKind): ViewCondition => ({
  field,
  operator: operatorsOf[kind][0] ?? 'filled',
  values: [],
});

/** Columns with one moved up (-1) or down (1). */
export const withMoved = (columns: readonly string[], key: string, step: 1 | -1): string[] => {
  const from = columns.indexOf(key);
  const other = columns[from + step];
  if (from === -1 || other === undefined) return [...columns];
  return columns.map((one) => (one === key ? other : one === other ? key : one));
};

/** Whether two drafts say the same, whatever the order of the members of their objects. */
export const isSameDraft = (one: ViewDraft, other: ViewDraft): boolean => written(one) === written(other);

const groupText = ({ match, parts }: DraftGroup): unknown => [
  match,
  parts.map((part) => (isGroup(part) ? groupText(part) : [part.field, part.operator, part.values])),
];
const written = ({ list, filter, columns, sort }: ViewDraft): string =>
  JSON.stringify([list, sort, columns, groupText(filter)]);

/** Words as one looks for them: without accents and capitals. */
export const foldWords = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
