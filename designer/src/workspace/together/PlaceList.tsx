import { useTexts } from '../../texts/use-texts.ts';
import { diffJson, type PlaceChange } from './diff-json.ts';
import { placeWords, valueWords } from './place-words.ts';

export interface PlaceListProps {
  path: string;
  before: string | null;
  after: string | null;
}

const MAX_PLACES = 10;
const MAX_CHARACTERS = 200;

const short = (value: unknown): string => {
  const text = valueWords(value, '');
  return text.length > MAX_CHARACTERS ? `${text.slice(0, MAX_CHARACTERS)}…` : text;
};

const Change = ({ change }: { change: PlaceChange }) => {
  const t = useTexts();
  const [before, after] = [short(change.before), short(change.after)];
  const key =
    change.before === undefined ? 'place.added' : change.after === undefined ? 'place.removed' : 'place.changed';
  return (
    <li>
      <strong>{placeWords(change.place, t.locale)}</strong> {t(key, { before, after })}
    </li>
  );
};

/** What a file of JSON says otherwise, place by place. Diagrams are told by their elements, and what came or went by its name. */
export const PlaceList = ({ path, before, after }: PlaceListProps) => {
  const t = useTexts();
  if (before === null || after === null || !path.endsWith('.json')) return null;
  const changes = diffJson(before, after) ?? [];
  const left = changes.length - MAX_PLACES;
  return (
    <ul className="place-list">
      {changes.slice(0, MAX_PLACES).map((change) => (
        <Change key={JSON.stringify(change.place)} change={change} />
      ))}
      {left > 0 && <li>{t.plural('place.more', left)}</li>}
    </ul>
  );
};
