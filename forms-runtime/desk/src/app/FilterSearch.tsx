import { useEffect, useRef, useState } from 'react';

/** Pause in typing before the list is asked again. */
const QUIET_MILLISECONDS = 300;

export interface FilterSearchProps {
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** Searches a list while one types. */
export const FilterSearch = ({ id, label, hint, value = '', onChange }: FilterSearchProps) => {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The address changed from elsewhere, such as by "remove filters" or the back button.
  if (known !== value) {
    setKnown(value);
    if (value !== text.trim()) setText(value);
  }
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (typed: string): void => {
    setText(typed);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange(typed.trim() === '' ? undefined : typed.trim()), QUIET_MILLISECONDS);
  };
  return (
    <div className="desk-filter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        className="iris-input"
        aria-describedby={`${id}-hint`}
        autoComplete="off"
        maxLength={200}
        value={text}
        onChange={(event) => type(event.target.value)}
      />
      <span id={`${id}-hint`} className="desk-filter__hint">
        {hint}
      </span>
    </div>
  );
};
