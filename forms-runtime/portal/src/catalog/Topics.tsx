import type { LifeEvent, ProcedureSummary, Theme } from '@irisflow/client';
import { AppLink } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';

/** By what the catalog is narrowed; one at a time, in the address. */
export type Topic =
  | { readonly kind: 'theme'; readonly value: Theme }
  | { readonly kind: 'event'; readonly value: LifeEvent };

const isOf = ({ themes, lifeEvents }: ProcedureSummary, topic: Topic): boolean =>
  topic.kind === 'theme' ? themes.includes(topic.value) : lifeEvents.includes(topic.value);

/** The procedures about a topic; all of them without one. */
export const proceduresOf = (
  procedures: readonly ProcedureSummary[],
  topic: Topic | undefined,
): readonly ProcedureSummary[] => (topic === undefined ? procedures : procedures.filter((one) => isOf(one, topic)));

const distinct = <T,>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** The topic that an address names; undefined when it names none of a procedure that is there. */
export const topicIn = (address: URLSearchParams, procedures: readonly ProcedureSummary[]): Topic | undefined => {
  const theme = procedures.flatMap(({ themes }) => themes).find((one) => one === address.get('theme'));
  if (theme !== undefined) return { kind: 'theme', value: theme };
  const event = procedures.flatMap(({ lifeEvents }) => lifeEvents).find((one) => one === address.get('event'));
  return event === undefined ? undefined : { kind: 'event', value: event };
};

interface TopicListProps {
  readonly title: string;
  readonly topics: readonly { readonly topic: Topic; readonly label: string }[];
  readonly chosen: Topic | undefined;
}

const TopicList = ({ title, topics, chosen }: TopicListProps) => {
  if (topics.length === 0) return null;
  const id = `topics-${topics[0]?.topic.kind}`;
  return (
    <nav className="portal-topics" aria-labelledby={id}>
      <h3 id={id} className="portal-topics__title">
        {title}
      </h3>
      <ul>
        {topics.map(({ topic, label }) => {
          const isChosen = topic.kind === chosen?.kind && topic.value === chosen.value;
          return (
            <li key={topic.value}>
              <AppLink
                className="portal-topic"
                href={isChosen ? '/' : `/?${topic.kind}=${topic.value}`}
                {...(isChosen && { 'aria-current': 'true' as const })}
              >
                {label}
              </AppLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
};

/** Other ways to a procedure than its name: what it is about, and what happens to who looks. Only what leads somewhere is shown. */
export const Topics = ({
  procedures,
  chosen,
}: {
  readonly procedures: readonly ProcedureSummary[];
  readonly chosen: Topic | undefined;
}) => {
  const t = usePortalText();
  const themes = distinct(procedures.flatMap((one) => one.themes)).map((value) => ({
    topic: { kind: 'theme', value } as const,
    label: t(`theme.${value}`),
  }));
  const events = distinct(procedures.flatMap((one) => one.lifeEvents)).map((value) => ({
    topic: { kind: 'event', value } as const,
    label: t(`event.${value}`),
  }));
  return (
    <div className="portal-topics-row">
      <TopicList title={t('home.theme')} topics={themes} chosen={chosen} />
      <TopicList title={t('home.event')} topics={events} chosen={chosen} />
    </div>
  );
};
