import type { DemoPersonView } from '@irisflow/client';
import { EmptyState, Icon, StatusTag } from '@irisflow/ui';
import type { ReactNode } from 'react';
import { useLocalized } from '../languages/use-localized.ts';
import { useFrameText } from '../texts/frame-texts.ts';

export interface DemoPeopleProps {
  readonly people: readonly DemoPersonView[];
  readonly busy: boolean;
  readonly onChoose: (personId: string) => void;
  /** What else there is to know of a person than the language. */
  readonly tagOf?: ((person: DemoPersonView) => ReactNode) | undefined;
}

/** The people of the demonstration, each with the story they let you play. */
export const DemoPeople = ({ people, busy, onChoose, tagOf }: DemoPeopleProps) => {
  const t = useFrameText();
  const read = useLocalized();
  if (people.length === 0) return <EmptyState icon="user" title={t('signIn.empty')} />;
  return (
    <ul className="frame-people">
      {people.map((person) => (
        <li key={person.id} className="frame-person">
          <button type="button" aria-disabled={busy || undefined} onClick={() => !busy && onChoose(person.id)}>
            <span className="iris-visually-hidden">{t('signIn.as', { name: person.name })}</span>
            <span className="frame-person__name" aria-hidden="true">
              {person.name}
            </span>
            <Icon name="arrowRight" />
          </button>
          <p className="frame-person__story">{read(person.story)}</p>
          <p className="iris-row">
            <StatusTag>{t(`language.${person.language}`)}</StatusTag>
            {tagOf?.(person)}
          </p>
        </li>
      ))}
    </ul>
  );
};
