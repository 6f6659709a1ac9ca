import type { BrandingJudgement } from '@irisflow/client';
import { Button, TextField, useFormatters } from '@irisflow/ui';
import { colorOf } from './branding-draft.ts';
import { useBrandingText } from './branding-texts.ts';
import { type BrandingFieldsProps, useFieldError } from './branding-field.ts';

type Measured = NonNullable<BrandingJudgement['accent']>;

/** What was measured of the color that stands in the field; null while only that of an earlier one is known. */
const measuredOf = ({ draft, judgement }: BrandingFieldsProps): Measured | null => {
  const measured = judgement?.accent ?? null;
  return measured?.accent.color === colorOf(draft.accent) ? measured : null;
};

/** The numbers that were measured, as the sentences about them say them. */
const useFigures = () => {
  const { number } = useFormatters();
  return ({ contrasts: [worst], needed, nearest }: Measured) => ({
    ratio: number(worst?.ratio ?? 0),
    needed: number(needed),
    nearest,
  });
};

interface VerdictProps {
  readonly measured: Measured | null;
  readonly onTake: (accent: string) => void;
}

/** Whether the color can be read; if not, the nearest that can is one press away. */
const Verdict = ({ measured, onTake }: VerdictProps) => {
  const t = useBrandingText();
  const figuresOf = useFigures();
  return (
    <>
      {measured?.passes === false && (
        <p>
          <Button tone="secondary" size="small" onClick={() => onTake(measured.nearest)}>
            {t('accent.take', figuresOf(measured))}
          </Button>
        </p>
      )}
      <output className="iris-muted">{measured?.passes === true ? t('accent.passes', figuresOf(measured)) : ''}</output>
    </>
  );
};

export const AccentField = (props: BrandingFieldsProps) => {
  const { draft, onChange, wrong } = props;
  const t = useBrandingText();
  const errorAt = useFieldError(wrong);
  const figuresOf = useFigures();
  const measured = measuredOf(props);
  const take = (accent: string): void => onChange({ ...draft, accent });
  return (
    <>
      <div className="desk-accent">
        <TextField
          id="accent"
          label={t('accent')}
          hint={t('accent.hint')}
          size="10"
          code
          maxLength={7}
          value={draft.accent}
          onChange={take}
          {...(measured?.passes === false ? { error: t('accent.fails', figuresOf(measured)) } : errorAt('accent'))}
        />
        <label className="desk-accent__pick">
          <span className="iris-visually-hidden">{t('accent.pick')}</span>
          <input
            type="color"
            value={colorOf(draft.accent) ?? '#44379b'}
            onChange={({ target }) => take(target.value)}
          />
        </label>
      </div>
      <Verdict measured={measured} onTake={take} />
    </>
  );
};
