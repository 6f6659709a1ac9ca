import type { ObligationView, Occurrence } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { todayInBrussels } from '@irisflow/renderer';
import { AppLink, Notice, Timeline, useFormatters } from '@irisflow/ui';
import { OccurrenceTag } from './OccurrenceTag.tsx';
import { useRightText } from './right-texts.ts';
import { useMyObligations } from './use-obligations.ts';

/** The last ones that were due; those before stand in the timeline of the case. */
const SHOWN = 6;

/** Whether an answer would still be accepted. */
const isToDo = ({ state, answerUntil }: Occurrence): boolean =>
  state === 'open' && answerUntil >= todayInBrussels(new Date());

interface Shown {
  readonly rightId: string;
  readonly obligation: ObligationView;
}

const OfOccurrence = ({ rightId, occurrence }: { readonly rightId: string; readonly occurrence: Occurrence }) => {
  const t = useRightText();
  const { longDate } = useFormatters();
  const { id, state, answerUntil } = occurrence;
  return (
    <div className="iris-stack iris-stack--tight">
      <p>
        <OccurrenceTag occurrence={occurrence} />
      </p>
      {state === 'open' && (
        <p>{t(isToDo(occurrence) ? 'due.until' : 'due.until.over', { day: longDate(answerUntil) })}</p>
      )}
      <p>
        <AppLink href={`/my/rights/${rightId}/due/${id}`}>{t(isToDo(occurrence) ? 'due.answer' : 'due.look')}</AppLink>
      </p>
    </div>
  );
};

const toneOf = ({ state, isOverdue }: Occurrence): 'success' | 'danger' | 'normal' => {
  if (state === 'accepted') return 'success';
  return isOverdue ? 'danger' : 'normal';
};

/** What lies ahead, what is due and what was, the latest day first. */
const Days = ({ rightId, obligation: { occurrences, planned } }: Shown) => {
  const t = useRightText();
  const { longDate } = useFormatters();
  return (
    <Timeline
      entries={[
        ...planned.toReversed().map(({ day, dueOn, opensOn }) => ({
          id: day,
          title: t('due.on', { day: longDate(dueOn) }),
          tone: 'pending' as const,
          at: t('due.opens', { day: longDate(opensOn) }),
        })),
        ...occurrences.slice(0, SHOWN).map((occurrence) => ({
          id: occurrence.id,
          title: t('due.on', { day: longDate(occurrence.dueOn) }),
          tone: toneOf(occurrence),
          content: <OfOccurrence rightId={rightId} occurrence={occurrence} />,
        })),
      ]}
    />
  );
};

const OneObligation = ({ rightId, obligation }: Shown) => {
  const t = useRightText();
  const read = useLocalized();
  const { name, summary, state } = obligation;
  return (
    <div className="iris-stack">
      <h3>{read(name)}</h3>
      {summary !== null && <p>{read(summary)}</p>}
      {state === 'paused' && <Notice>{t('due.paused')}</Notice>}
      {state === 'ended' && <Notice>{t('due.ended')}</Notice>}
      <Days rightId={rightId} obligation={obligation} />
    </div>
  );
};

/** What the holder of a right has to show for it; nothing where that is nothing. */
export const RightObligations = ({ rightId }: { readonly rightId: string }) => {
  const t = useRightText();
  const { data: obligations = [] } = useMyObligations(rightId);
  if (obligations.length === 0) return null;
  return (
    <section className="iris-stack iris-stack--loose" aria-labelledby="due">
      <h2 id="due">{t('due')}</h2>
      {obligations.map((obligation) => (
        <OneObligation key={obligation.id} rightId={rightId} obligation={obligation} />
      ))}
    </section>
  );
};
