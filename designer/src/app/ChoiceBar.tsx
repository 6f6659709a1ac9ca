export interface ChoiceBarProps<T extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: T; readonly text: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}

/** A few buttons of which one is pressed. */
export const ChoiceBar = <T extends string>({ label, options, value, onChange }: ChoiceBarProps<T>) => (
  <fieldset className="choice-bar">
    <legend className="iris-visually-hidden">{label}</legend>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        className="view-button"
        aria-pressed={option.value === value}
        onClick={() => onChange(option.value)}
      >
        {option.text}
      </button>
    ))}
  </fieldset>
);
