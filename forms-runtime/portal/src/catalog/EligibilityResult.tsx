import type { EligibilityAnswer } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, LinkButton, Notice, useFormatters, type NoticeTone } from '@irisflow/ui';
import { useEffect, useRef } from 'react';
import { usePortalText } from '../texts/portal-texts.ts';

const tones = { yes: 'success', no: 'warning', unknown: 'info' } as const satisfies Record<string, NoticeTone>;

const Reasons = ({ result }: { readonly result: EligibilityAnswer }) => {
  const t = usePortalText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  const { answer, reasons, on } = result;
  const date = longDate(on);
  if (answer === 'unknown') return <p>{t('check.unknown.text')}</p>;
  if (answer === 'yes') return <p>{t('check.yes.text', { date })}</p>;
  return (
    <>
      <p>{t(reasons.length === 0 ? 'check.no.bare' : 'check.no.text', { date })}</p>
      <ul className="portal-bullets">
        {reasons.map((reason) => (
          <li key={reason.fr}>{read(reason)}</li>
        ))}
      </ul>
    </>
  );
};

const Amount = ({ amount }: Pick<EligibilityAnswer, 'amount'>) => {
  const read = useLocalized();
  const { money } = useFormatters();
  if (amount === null) return null;
  return (
    <p className="portal-check__amount">
      <span>{read(amount.label)}</span> <strong>{money(amount.value)}</strong>
    </p>
  );
};

export interface EligibilityResultProps {
  readonly procedureKey: string;
  readonly result: EligibilityAnswer;
  /** Whether an application begins with some of the answers. */
  readonly carries: boolean;
  readonly onChange: () => void;
}

/** What the rules say, why, and where to go from here. Takes focus, since it takes the place of the form. */
export const EligibilityResult = ({ procedureKey, result, carries, onChange }: EligibilityResultProps) => {
  const t = usePortalText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className="portal-check" aria-labelledby="check-result">
      <h2 id="check-result" ref={heading} tabIndex={-1} className="portal-check__title">
        {t(`check.${result.answer}`)}
      </h2>
      <Notice tone={tones[result.answer]}>
        <Reasons result={result} />
        <Amount amount={result.amount} />
      </Notice>
      <p className="iris-muted iris-prose">
        {t('check.notDecided')} {carries && t('check.carried')}
      </p>
      <div className="iris-form-actions">
        <LinkButton
          href={`/procedures/${procedureKey}/application`}
          tone={result.answer === 'no' ? 'secondary' : 'primary'}
          trailingIcon="arrowRight"
        >
          {t('check.apply')}
        </LinkButton>
        <Button tone="quiet" icon="arrowLeft" onClick={onChange}>
          {t('check.change')}
        </Button>
      </div>
    </section>
  );
};
