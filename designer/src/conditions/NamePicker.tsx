import { groupBy } from '../app/group-by.ts';
import { useTexts } from '../texts/use-texts.ts';
import type { NameChoice } from './choices-of-names.ts';

interface NamePickerProps {
  /** A dotted path. */
  name: string;
  label: string;
  names: readonly NameChoice[];
  describedBy?: string | undefined;
  onChange: (name: string) => void;
}

/** A name by its words, under who gives it; one that is not among them stays as it is. */
export const NamePicker = ({ name, label, names, describedBy, onChange }: NamePickerProps) => {
  const t = useTexts();
  const isKnown = name === '' || names.some((known) => known.name === name);
  return (
    <select
      className="iris-input condition__name"
      aria-label={label}
      aria-invalid={!isKnown || undefined}
      aria-describedby={describedBy}
      value={name}
      onChange={(event) => onChange(event.currentTarget.value)}
    >
      <option value="">{t('condition.chooseName')}</option>
      {!isKnown && <option value={name}>{name}</option>}
      {[...groupBy(names, ({ group }) => group)].map(([group, inside]) => (
        <optgroup key={group} label={group}>
          {inside.map((known) => (
            <option key={known.name} value={known.name}>
              {known.isCertain ? known.label : t('condition.onSomePaths', { name: known.label })}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
};
