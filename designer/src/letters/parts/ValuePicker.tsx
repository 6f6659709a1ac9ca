import { Button } from '@irisflow/ui';
import { useState } from 'react';
import { NamePicker } from '../../conditions/NamePicker.tsx';
import type { NameChoice } from '../../conditions/choices-of-names.ts';
import { FeelField } from '../../feel/FeelField.tsx';
import { useTexts } from '../../texts/use-texts.ts';
import type { PlaceNames } from '../page/page-words.ts';

export interface ValuePickerProps {
  label: string;
  /** FEEL without a leading `=`. */
  value: string;
  place: PlaceNames;
  /** What of the place may be chosen. */
  isOffered: (choice: NameChoice) => boolean;
  onChange: (value: string) => void;
}

/** A value by its name, or computed; an expression is one click away and never in the way. */
export const ValuePicker = ({ label, value, place, isOffered, onChange }: ValuePickerProps) => {
  const t = useTexts();
  const names = place.names.filter(isOffered);
  const isNamed = value === '' || /^[\w.]+$/.test(value);
  const [isFeel, setFeel] = useState(!isNamed);
  return (
    <div className="letter-value">
      {isFeel ? (
        <FeelField label={label} value={value} knowledge={place.knowledge} sample={place.sample} onChange={onChange} />
      ) : (
        <>
          <span className="feel-field__label" aria-hidden="true">
            {label}
          </span>
          <NamePicker label={label} name={value} names={names} onChange={onChange} />
        </>
      )}
      {isNamed && (
        <Button tone="quiet" size="small" onClick={() => setFeel(!isFeel)}>
          {t(isFeel ? 'letter.byName' : 'letter.computed')}
        </Button>
      )}
    </div>
  );
};
