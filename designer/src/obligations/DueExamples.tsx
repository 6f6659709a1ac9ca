import { todayInBrussels } from '@irisflow/renderer';
import { DateField, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import { dueExamples } from './due-example.ts';
import type { ObligationFile } from './obligation-file.ts';
import { ObligationPlanView } from './ObligationPlanView.tsx';

/** The next days on which it is due for a right that begins on a day: today where nobody says another; and what is due beside it. */
export const DueExamples = ({ obligation }: { obligation: ObligationFile }) => {
  const t = useTexts();
  const { longDate } = useFormatters();
  const [from, setFrom] = useState<string | undefined>(() => todayInBrussels(new Date()));
  const examples = dueExamples(obligation, from);
  return (
    <section className="iris-stack iris-stack--tight" aria-label={t('obligation.examples')}>
      <h3>{t('obligation.examples')}</h3>
      <DateField id="obligation-from" label={t('obligation.from')} value={from} onChange={setFrom} />
      {examples.length === 0 ? (
        <p className="iris-muted" aria-live="polite">
          {t('obligation.noExamples')}
        </p>
      ) : (
        <div className="iris-table-wrap" aria-live="polite">
          <table className="due-examples">
            <caption className="iris-visually-hidden">{t('obligation.examples')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('obligation.opensOn')}</th>
                <th scope="col">{t('obligation.dueOn')}</th>
                <th scope="col">{t('obligation.answerUntil')}</th>
              </tr>
            </thead>
            <tbody>
              {examples.map(({ day, opensOn, dueOn, answerUntil }) => (
                <tr key={day}>
                  <td>{longDate(opensOn)}</td>
                  <td>{longDate(dueOn)}</td>
                  <td>{longDate(answerUntil)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="iris-muted">{t('obligation.examplesHint')}</p>
      <ObligationPlanView obligation={obligation} from={from} />
    </section>
  );
};
