import type { DemoPersonView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { EmptyState, Icon, StatusTag } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

export interface DemoPeopleProps {
  readonly people: readonly DemoPersonView[];
  readonly busy: boolean;
  readonly onChoose: (personId: string) => void;
}

/** The staff of the demonstration, each with the work they do. */
export const DemoPeople = ({ people, busy, onChoose }: DemoPeopleProps) => {
  const t = useDeskText();
  const read = useLocalized();
  if (people.length === 0) return <EmptyState icon="user" title={t('signIn.empty')} />;
  return (
    <ul className="desk-people">
      {people.map(({ id, name, language, roles, story }) => (
        <li key={id} className="desk-person">
          <button type="button" aria-disabled={busy || undefined} onClick={() => !busy && onChoose(id)}>
            <span className="iris-visually-hidden">{t('signIn.as', { name })}</span>
            <span className="desk-person__name" aria-hidden="true">
              {name}
            </span>
            <Icon name="arrowRight" />
          </button>
          <p className="iris-muted">{read(story)}</p>
          <p className="iris-row desk-person__tags">
            <StatusTag>{t(`language.${language}`)}</StatusTag>
            {roles.includes('supervisor') && <StatusTag tone="accent">{t('role.supervisor')}</StatusTag>}
          </p>
        </li>
      ))}
    </ul>
  );
};
