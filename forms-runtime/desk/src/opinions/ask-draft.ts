import type { OpinionChoices } from '@irisflow/client';
import type { DeskKey } from '../texts/desk-texts.ts';
import type { Whom } from './use-opinions.ts';

/** What a clerk is about to ask; nothing of it is sent before it is complete. */
export interface AskDraft {
  /** `declared:<key>`, `group:<place in the list>` or `colleague`. */
  readonly whom: string | undefined;
  readonly colleague: string | undefined;
  readonly days: number | string | undefined;
  readonly question: string;
  readonly documents: readonly string[];
  readonly isPublic: boolean;
}

export const blankAsk: AskDraft = {
  whom: undefined,
  colleague: undefined,
  days: 30,
  question: '',
  documents: [],
  isPublic: false,
};

const MAX_DAYS = 366;

const isDays = (days: AskDraft['days']): days is number =>
  typeof days === 'number' && Number.isInteger(days) && days >= 1 && days <= MAX_DAYS;

export const isDeclared = ({ whom }: AskDraft): boolean => whom?.startsWith('declared:') ?? false;

/** Whom the draft names; undefined where it names nobody yet. */
export const whomOf = (draft: AskDraft, { groups }: OpinionChoices): Whom | undefined => {
  const { whom, colleague, days, isPublic } = draft;
  const [kind, key] = whom?.split(/:(.*)/) ?? [];
  if (kind === 'declared' && key !== undefined) return { kind, key };
  if (!isDays(days)) return undefined;
  if (kind === 'colleague') return colleague === undefined ? undefined : { kind, personId: colleague, days, isPublic };
  const group = groups[Number(key)];
  return group === undefined
    ? undefined
    : { kind: 'group', administration: group.administration, group: group.key, days, isPublic };
};

type Problems = Partial<Record<'whom' | 'colleague' | 'days' | 'question', DeskKey>>;

/** What is missing, by field. */
export const problemsOf = (draft: AskDraft): Problems => ({
  ...(draft.whom === undefined && { whom: 'opinion.whom.missing' as const }),
  ...(draft.whom === 'colleague' &&
    draft.colleague === undefined && { colleague: 'opinion.colleague.missing' as const }),
  ...(!isDeclared(draft) && !isDays(draft.days) && { days: 'opinion.days.wrong' as const }),
  ...(draft.question.trim() === '' && { question: 'opinion.question.missing' as const }),
});
