import { Select } from '@irisflow/ui';
import { useId } from 'react';
import type { NameOf } from '../play/use-facts.ts';

export interface ElementPickerProps {
  readonly label: string;
  readonly ids: readonly string[];
  readonly nameOf: NameOf;
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}

/** An element of the drawings by its name; of equal names the id tells which. */
export const ElementPicker = ({ label, ids, nameOf, value, onChange }: ElementPickerProps) => {
  const id = useId();
  const all = value === undefined || value === '' || ids.includes(value) ? ids : [value, ...ids];
  const names = all.map(nameOf);
  const isTwice = (name: string): boolean => names.filter((other) => other === name).length > 1;
  const options = all
    .map((each) => ({ value: each, label: isTwice(nameOf(each)) ? `${nameOf(each)} (${each})` : nameOf(each) }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  return (
    <Select
      id={id}
      label={label}
      optional
      value={value === '' ? undefined : value}
      options={options}
      onChange={(next) => next !== undefined && onChange(next)}
    />
  );
};
