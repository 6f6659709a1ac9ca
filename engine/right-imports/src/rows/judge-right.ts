import { checkRightData, type RightDescription } from '@irisflow/procedures';
import { lastDayOf, type NumberedRight, stateOf } from '@irisflow/rights';
import { isMoney } from '../columns/right-column.ts';
import { centsOf } from './cents.ts';
import { type Finding, finding, isError } from './finding.ts';
import type { ReadRight } from './read-right.ts';

/** A right that stands under the number of a row, and by which numbers its holder is known; null where nobody knows one. */
export interface StandingRight extends NumberedRight {
  readonly holderIndex: string | null;
  readonly holderEnterprise: string | null;
}

export interface Judging {
  readonly procedureKey: string;
  readonly kind: RightDescription;
  readonly today: string;
  readonly indexOf: (nationalNumber: string) => string;
}

export interface JudgedRight {
  readonly state: 'ready' | 'same' | 'differs' | 'wrong';
  readonly findings: readonly Finding[];
  readonly number: string | null;
  readonly rightState: string | null;
  /** Cents by field, as text. */
  readonly amounts: Readonly<Record<string, string>>;
  /** `state`, `valid-to`, `data.fee`: in what the file says otherwise. */
  readonly differences: readonly string[];
  readonly rightId: string | null;
  readonly caseId: string | null;
}

const holderFindings = (read: ReadRight): readonly Finding[] => {
  const numbers = ['holder-national-number', 'holder-enterprise-number'];
  // What is wrong with a number is said where it stands.
  if (read.findings.some(({ key }) => key !== null && numbers.includes(key))) return [];
  if (read.nationalNumber !== null && read.enterpriseNumber !== null)
    return [finding('twoHolders', 'holder-enterprise-number')];
  return read.nationalNumber === null && read.enterpriseNumber === null
    ? [finding('unknownHolder', 'holder-name')]
    : [];
};

const dayFindings = ({ validFrom, validTo, stateSince }: ReadRight, today: string): readonly Finding[] => {
  if (validFrom === null) return [];
  return [
    ...(validTo !== null && validTo < validFrom ? [finding('endsBefore', 'valid-to')] : []),
    ...(stateSince !== null && stateSince < validFrom ? [finding('stateBefore', 'state-since')] : []),
    ...(stateSince !== null && stateSince > today ? [finding('toCome', 'state-since')] : []),
  ];
};

/** What is missing is said by its column. */
const dataFindings = (kind: RightDescription, read: ReadRight): readonly Finding[] =>
  checkRightData(kind, read.data)
    .filter(({ keyword }) => keyword !== 'required')
    .map(({ pointer }) => finding('rule', `data.${pointer.split('/')[1] ?? ''}`));

const overFindings = ({ kind, today }: Judging, read: ReadRight, state: string): readonly Finding[] => {
  if (read.validFrom === null || stateOf(kind, state).effect === 'ended') return [];
  const last = read.validTo ?? lastDayOf(kind, read.validFrom, read.data);
  return last !== null && last >= read.validFrom && last < today ? [finding('over', 'valid-to')] : [];
};

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** An empty cell says nothing: it differs from nothing. */
const differencesOf = (read: ReadRight, right: NumberedRight): string[] => [
  ...(read.state !== null && read.state !== right.state ? ['state'] : []),
  ...(read.validTo !== null && read.validTo !== right.validTo ? ['valid-to'] : []),
  ...Object.entries(read.data)
    .filter(([name, value]) => !isSame(value, right.data[name]))
    .map(([name]) => `data.${name}`),
];

const isOtherHolder = (read: ReadRight, right: StandingRight, indexOf: Judging['indexOf']): boolean => {
  const { nationalNumber: number, enterpriseNumber: company } = read;
  if (number !== null)
    return right.holderEnterprise !== null || (right.holderIndex ?? indexOf(number)) !== indexOf(number);
  return company !== null && right.holderEnterprise !== company;
};

const besideFindings = (
  { kind, procedureKey, indexOf }: Judging,
  read: ReadRight,
  { right, differences }: { readonly right: StandingRight; readonly differences: readonly string[] },
): readonly Finding[] => {
  if (right.kind !== kind.key || right.procedureKey !== procedureKey) return [finding('taken', 'number')];
  const isMoved = differences.includes('state');
  const mayMove = kind.moves.some(({ from, to }) => from === right.state && to === read.state);
  return [
    ...(isOtherHolder(read, right, indexOf) ? [finding('otherHolder', 'holder-name')] : []),
    ...(read.validFrom !== null && read.validFrom !== right.beginsOn
      ? [finding('otherBegin', 'valid-from', { day: right.beginsOn })]
      : []),
    ...(right.effect === 'ended' && differences.length > 0 ? [finding('ended')] : []),
    ...(right.effect !== 'ended' && isMoved && !mayMove ? [finding('noMove', 'state')] : []),
  ];
};

const amountsOf = (
  { data: { properties } }: RightDescription,
  said: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name, field]) => isMoney(field) && typeof said[name] === 'string')
      .map(([name]) => [name, String(centsOf(String(said[name])))]),
  );

/** A row by itself, before it is known whether a right has its number. */
const ownFindings = ({ kind, today }: Judging, read: ReadRight): readonly Finding[] => [
  ...read.findings,
  ...holderFindings(read),
  ...dayFindings(read, today),
  ...dataFindings(kind, read),
];

const firstState = ({ states }: RightDescription): string | null => states[0]?.key ?? null;

/** A row whose number nobody has here. */
const judgeNew = (read: ReadRight, findings: readonly Finding[], judging: Judging): JudgedRight => {
  const rightState = read.state ?? firstState(judging.kind);
  const all = [...findings, ...(rightState === null ? [] : overFindings(judging, read, rightState))];
  return {
    state: all.some(isError) ? 'wrong' : 'ready',
    findings: all,
    number: read.number,
    rightState,
    amounts: amountsOf(judging.kind, read.data),
    differences: [],
    rightId: null,
    caseId: null,
  };
};

/** A row beside the right that has its number. */
const judgeBeside = (
  read: ReadRight,
  { right, findings }: { readonly right: StandingRight; readonly findings: readonly Finding[] },
  judging: Judging,
): JudgedRight => {
  const differences = differencesOf(read, right);
  const all = [...findings, ...besideFindings(judging, read, { right, differences })];
  const said = {
    findings: all,
    number: read.number,
    rightState: read.state ?? right.state,
    amounts: amountsOf(judging.kind, { ...right.data, ...read.data }),
  };
  if (all.some(isError)) return { ...said, state: 'wrong', differences: [], rightId: null, caseId: null };
  const state = differences.length === 0 ? 'same' : 'differs';
  return { ...said, state, differences, rightId: right.id, caseId: right.caseId };
};

/** Judges a row by itself and beside the right that has its number, if one has; `line` is one above that has it too. */
export const judgeRight = (
  read: ReadRight,
  { right, line }: { readonly right: StandingRight | undefined; readonly line: number | undefined },
  judging: Judging,
): JudgedRight => {
  const twice = line === undefined ? [] : [finding('twice', 'number', { line })];
  const findings = [...ownFindings(judging, read), ...twice];
  return right === undefined ? judgeNew(read, findings, judging) : judgeBeside(read, { right, findings }, judging);
};
