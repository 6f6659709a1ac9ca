import { insertTimelineEntry, type StepOrigin, touchCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { LocalizedText } from '@irisflow/foundation';
import type { ObligationDescription, Sanction } from '@irisflow/procedures';
import { insertEvent } from '../storage/events.ts';
import type { ObligationRow } from '../storage/obligations.ts';
import type { OccurrenceRow } from '../storage/occurrences.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ObligationAct } from '../views/obligation.ts';
import { obligationTexts } from './obligation-texts.ts';

/** In whose name something happens, as the timeline of a case tells it. */
export interface Voice {
  readonly name: LocalizedText;
  /** Id of a person of whom the history speaks; null for a process and for the clock. */
  readonly author: string | null;
  readonly origin?: StepOrigin;
  /** The case on whose timeline it stands. */
  readonly caseId: string;
}

export interface Recording {
  readonly obligation: ObligationRow;
  readonly rule: ObligationDescription;
  readonly occurrence: Pick<OccurrenceRow, 'id' | 'due_on' | 'answer_until'> | null;
  readonly act: ObligationAct;
  readonly step?: Sanction | null;
  readonly reason?: string | null;
  /** Of what begins: when it is due for the first time. */
  readonly dueOn?: string | null;
  readonly voice: Voice;
}

const textOf = ({ rule, occurrence, act, step = null, dueOn = null }: Recording): LocalizedText =>
  obligationTexts[act]({
    name: rule.name,
    dueOn: occurrence?.due_on ?? dueOn,
    answerUntil: occurrence?.answer_until ?? null,
    step: step?.name ?? null,
  });

/** Writes down what became of an obligation, with its trace on a case. */
export const record = async (
  { clock }: Pick<Surroundings, 'clock'>,
  tx: Queryable,
  recording: Recording,
): Promise<void> => {
  const { obligation, occurrence, act, step = null, reason = null, voice } = recording;
  const at = clock.now();
  const occurrenceId = occurrence?.id ?? null;
  await insertEvent(tx, obligation, { occurrenceId, at, act, step: step?.key ?? null, reason, author: voice.author });
  await insertTimelineEntry(tx, {
    caseId: voice.caseId,
    administration: obligation.administration,
    at,
    kind: `obligation.${act}`,
    text: textOf(recording),
    actor: voice.name,
    visibleToApplicant: true,
    ...(voice.origin === undefined ? {} : { origin: voice.origin }),
  });
  await touchCase(tx, { id: voice.caseId, at });
};
