import type { CampaignPlan } from '@irisflow/client';
import { isDate } from '@irisflow/forms';

type Words = CampaignPlan['title'];
type Selection = CampaignPlan['selection'];
export type From = Selection['from'];

/** A plan as it is typed. */
export interface PlanDraft extends Pick<CampaignPlan, 'name' | 'ground' | 'link' | 'officeHours'> {
  readonly title: Words;
  readonly purpose: Words;
  readonly legalBasis: Words;
  readonly from: From;
  /** The procedure that the rights or cases are of. */
  readonly ofProcedure: string | undefined;
  readonly kind: string | undefined;
  readonly states: readonly string[];
  readonly endsFrom: string | undefined;
  readonly endsDays: number | string | undefined;
  readonly field: string | undefined;
  readonly fieldIs: string;
  readonly statuses: readonly string[];
  readonly filedFrom: string | undefined;
  readonly filedTo: string | undefined;
  readonly language: Selection['language'];
  readonly procedureKey: string | undefined;
  readonly letter: string | undefined;
  readonly beginsOn: string | undefined;
  readonly endsOn: string | undefined;
  readonly perDay: number | string | undefined;
  readonly perHour: number | string | undefined;
  readonly stopShare: number | string | undefined;
}

const nothing: Words = { fr: '', nl: '', en: '' };

export const newDraft = (today: string): PlanDraft => ({
  name: '',
  title: nothing,
  purpose: nothing,
  legalBasis: nothing,
  ground: 'task',
  link: 'renewalOf',
  from: 'rights',
  ofProcedure: undefined,
  kind: undefined,
  states: [],
  endsFrom: undefined,
  endsDays: undefined,
  field: undefined,
  fieldIs: '',
  statuses: ['granted'],
  filedFrom: undefined,
  filedTo: undefined,
  language: null,
  procedureKey: undefined,
  letter: undefined,
  beginsOn: today,
  endsOn: undefined,
  perDay: 500,
  perHour: 100,
  officeHours: true,
  stopShare: 5,
});

const ofSelection = (selection: Selection): Partial<PlanDraft> =>
  selection.from === 'rights'
    ? {
        kind: selection.kind,
        states: selection.states,
        endsFrom: selection.ends?.from,
        endsDays: selection.ends?.days,
        field: selection.where[0]?.field,
        fieldIs: selection.where[0]?.is ?? '',
      }
    : {
        statuses: selection.statuses,
        filedFrom: selection.filedFrom ?? undefined,
        filedTo: selection.filedTo ?? undefined,
      };

export const draftOf = (plan: CampaignPlan): PlanDraft => ({
  ...newDraft(plan.beginsOn),
  ...plan,
  from: plan.selection.from,
  ofProcedure: plan.selection.procedureKey,
  language: plan.selection.language,
  ...ofSelection(plan.selection),
});

const whole = (value: number | string | undefined, most: number): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= most ? value : null;

const dayOr = (value: string | undefined): string | null => (value !== undefined && isDate(value) ? value : null);

const selectionOf = (draft: PlanDraft): Selection | null => {
  const { from, ofProcedure: procedureKey, language, kind, states, endsFrom, endsDays, field, fieldIs } = draft;
  if (procedureKey === undefined) return null;
  const common = { procedureKey, language, without: null };
  if (from === 'cases') {
    const statuses = draft.statuses as Extract<Selection, { from: 'cases' }>['statuses'];
    return statuses.length === 0
      ? null
      : { from, ...common, statuses: [...statuses], filedFrom: dayOr(draft.filedFrom), filedTo: dayOr(draft.filedTo) };
  }
  const first = dayOr(endsFrom);
  const days = typeof endsDays === 'number' ? endsDays : null;
  if (kind === undefined || states.length === 0) return null;
  return {
    from,
    ...common,
    kind,
    states: [...states],
    ends: first === null || days === null ? null : { from: first, days },
    where: field === undefined || fieldIs.trim() === '' ? [] : [{ field, is: fieldIs.trim() }],
  };
};

/** What has to be said before it is a plan, by the id of its field. */
export type Missing =
  | 'name'
  | 'title'
  | 'purpose'
  | 'legalBasis'
  | 'selection'
  | 'ends'
  | 'answer'
  | 'letter'
  | 'beginsOn'
  | 'endsOn'
  | 'pace';

const isSaid = ({ fr, nl }: Words): boolean => fr.trim() !== '' && nl.trim() !== '';

/** A last day of rights is said by both or by neither of its fields. */
const isHalfEnd = ({ from, endsFrom, endsDays }: PlanDraft): boolean =>
  from === 'rights' && (dayOr(endsFrom) === null) !== (typeof endsDays !== 'number');

export const missingIn = (draft: PlanDraft): Missing[] => {
  const { perDay, perHour, stopShare, beginsOn, endsOn } = draft;
  const [first, last] = [dayOr(beginsOn), dayOr(endsOn)];
  const checks: Readonly<Record<Missing, boolean>> = {
    name: draft.name.trim() !== '',
    selection: selectionOf(draft) !== null,
    ends: !isHalfEnd(draft),
    answer: draft.procedureKey !== undefined,
    letter: draft.letter !== undefined,
    title: isSaid(draft.title),
    purpose: isSaid(draft.purpose),
    legalBasis: isSaid(draft.legalBasis),
    beginsOn: first !== null,
    endsOn: last !== null && (first === null || last >= first),
    pace: whole(perDay, 100_000) !== null && whole(perHour, 100_000) !== null && whole(stopShare, 100) !== null,
  };
  return (Object.keys(checks) as Missing[]).filter((name) => !checks[name]);
};

/** How fast, and from when until when. */
const rhythmOf = ({ perDay, perHour, stopShare, beginsOn, endsOn, officeHours }: PlanDraft) => {
  const [first, last] = [dayOr(beginsOn), dayOr(endsOn)];
  const [day, hour, share] = [whole(perDay, 100_000), whole(perHour, 100_000), whole(stopShare, 100)];
  if (first === null || last === null || day === null || hour === null || share === null) return null;
  return { beginsOn: first, endsOn: last, perDay: day, perHour: hour, stopShare: share, officeHours };
};

/** The plan that is typed; null while something of it is missing. */
export const planIn = (draft: PlanDraft): CampaignPlan | null => {
  const selection = selectionOf(draft);
  const rhythm = rhythmOf(draft);
  const { name, title, purpose, legalBasis, ground, link, procedureKey, letter } = draft;
  if (missingIn(draft).length > 0 || selection === null || rhythm === null) return null;
  if (procedureKey === undefined || letter === undefined) return null;
  return { name: name.trim(), title, purpose, legalBasis, ground, link, selection, procedureKey, letter, ...rhythm };
};

const unsaid: Words = { fr: '–', nl: '–', en: '' };

/** A plan that says whom it is for and no more: enough to count them. */
export const sampleIn = (draft: PlanDraft, today: string): CampaignPlan | null =>
  planIn({
    ...draft,
    name: '–',
    title: unsaid,
    purpose: unsaid,
    legalBasis: unsaid,
    beginsOn: today,
    endsOn: today,
    perDay: 1,
    perHour: 1,
    stopShare: 1,
  });
