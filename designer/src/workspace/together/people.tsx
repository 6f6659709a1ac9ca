import type { DraftNews } from '@irisflow/client';
import { useTexts } from '../../texts/use-texts.ts';

type Person = DraftNews['people'][number];

const initials = (name: string): string => {
  const words = name.split(/\s+/).filter((word) => word !== '');
  return [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.match(/^./u)?.[0] ?? '').join('');
};

/** What people call somebody who is there: oneself in another window has no other name. */
export const usePersonName = (): ((person: Pick<Person, 'name' | 'isMe'>) => string) => {
  const t = useTexts();
  return ({ name, isMe }) => (isMe ? t('together.me') : name);
};

/** Somebody who has a file open, as a sign beside it. */
export const PersonSign = ({ person }: { person: Person }) => {
  const t = useTexts();
  const name = usePersonName()(person);
  const text = t(person.isEditing ? 'together.edits' : 'together.reads', { name });
  return (
    <span className="person-sign" data-editing={person.isEditing} title={text}>
      <span aria-hidden="true">{initials(person.name)}</span>
      <span className="iris-visually-hidden"> {text}</span>
    </span>
  );
};
