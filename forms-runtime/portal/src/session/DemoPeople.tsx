import type { DemoPersonView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { EmptyState, Icon, StatusTag } from '@irisflow/ui';
import { usePortalText } from '../texts/portal-texts.ts';

export interface DemoPeopleProps {
  readonly people: readonly DemoPersonView[];
  readonly busy: boolean;
  readonly onChoose: (personId: string) => void;
}

/** The people of the demonstration, each with the story they let you play. */
export const DemoPeople = ({ people, busy, onChoose }: DemoPeopleProps) => {
  const t = usePortalText();
  const read = useLocalized();
  if (people.length === 0) return <EmptyState icon="user" title={t('signIn.empty')} />;
  return (
    <ul className="portal-people">
      {people.map(({ id, name, language, story }) => (
        <li key={id} className="portal-person">
          <button type="button" aria-disabled={busy || undefined} onClick={() => !busy && onChoose(id)}>
            <span className="iris-visually-hidden">{t('signIn.as', { name })}</span>
            <span className="portal-person__name" aria-hidden="true">
              {name}
            </span>
            <Icon name="arrowRight" />
          </button>
          <p>{read(story)}</p>
          <StatusTag>{t(`case.language.${language}`)}</StatusTag>
        </li>
      ))}
    </ul>
  );
};
