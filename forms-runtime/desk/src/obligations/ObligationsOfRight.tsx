import type { ObligationView, Occurrence } from '@irisflow/client';
import { Answered, useLocalized } from '@irisflow/frame';
import { AppLink, Notice, Timeline, useFormatters } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { useObligationText } from './obligation-texts.ts';
import { OccurrenceTag } from './OccurrenceTag.tsx';
import { useObligationsOfRight } from './use-obligations.ts';

interface Shown {
  readonly obligation: ObligationView;
}

const toneOf = ({ state, isOverdue }: Occurrence): 'success' | 'danger' | 'normal' => {
  if (state === 'accepted') return 'success';
  return isOverdue ? 'danger' : 'normal';
};

/** What lies ahead, what is due and what was, the latest day first. */
const Days = ({ obligation: { occurrences, planned } }: Shown) => {
  const t = useObligationText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  return (
    <Timeline
      entries={[
        ...planned.toReversed().map(({ day, dueOn, opensOn }) => ({
          id: day,
          title: longDate(dueOn),
          at: t('opensOn', { day: longDate(opensOn) }),
          tone: 'pending' as const,
        })),
        ...occurrences.map((occurrence) => ({
          id: occurrence.id,
          title: <AppLink href={`/obligations/${occurrence.id}`}>{longDate(occurrence.dueOn)}</AppLink>,
          at: occurrence.step === null ? null : t('act.overdue', { step: read(occurrence.step) }),
          tone: toneOf(occurrence),
          content: (
            <p>
              <OccurrenceTag occurrence={occurrence} />
            </p>
          ),
        })),
      ]}
    />
  );
};

const OneObligation = ({ obligation }: Shown) => {
  const t = useObligationText();
  const read = useLocalized();
  const { name, state, ended } = obligation;
  return (
    <div className="iris-stack">
      <h3>{read(name)}</h3>
      {state === 'paused' && <Notice tone="warning">{t('paused')}</Notice>}
      {ended !== null && <Notice>{t(`ended.${ended}`)}</Notice>}
      <Days obligation={obligation} />
    </div>
  );
};

/** What the holder of a right has to show for it; nothing where that is nothing. */
export const ObligationsOfRight = ({ rightId }: { readonly rightId: string }) => {
  const t = useObligationText();
  const query = useObligationsOfRight(rightId);
  if (query.data?.length === 0) return null;
  return (
    <Section id="right-obligations" title={t('title')}>
      <Answered query={query}>
        {(obligations) => (
          <div className="iris-stack iris-stack--loose">
            {obligations.map((obligation) => (
              <OneObligation key={obligation.id} obligation={obligation} />
            ))}
          </div>
        )}
      </Answered>
    </Section>
  );
};
