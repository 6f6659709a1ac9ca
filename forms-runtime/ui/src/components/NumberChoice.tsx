import { useUiText } from '../i18n/ui-messages.ts';
import { Button } from './Button.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface NumberChoiceProps {
  readonly inputId: string;
  /** What the typed text can mean; with fewer than two there is nothing to ask. */
  readonly readings: readonly number[];
  readonly say: (reading: number) => string;
  readonly onChoose: (reading: number) => void;
}

/** Asks which of two numbers was meant: nothing is taken that the person did not see. */
export const NumberChoice = ({ inputId, readings, say, onChoose }: NumberChoiceProps) => {
  const t = useUiText();
  const [first, second] = readings;
  const isAsking = first !== undefined && second !== undefined;
  const choose = (reading: number): void => {
    onChoose(reading);
    // The pressed button goes away; whoever uses the keyboard goes on from the field.
    document.getElementById(inputId)?.focus();
  };
  return (
    <>
      {isAsking && (
        <fieldset className="iris-number-choice">
          <legend>{t('number.which')}</legend>
          {readings.map((reading) => (
            <Button key={reading} tone="secondary" size="small" onClick={() => choose(reading)}>
              {say(reading)}
            </Button>
          ))}
        </fieldset>
      )}
      <VisuallyHidden>
        <output htmlFor={inputId}>
          {isAsking && t('number.which.said', { first: say(first), second: say(second) })}
        </output>
      </VisuallyHidden>
    </>
  );
};
