import type { CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { useFormatters } from '@irisflow/ui';
import { usePersonalText } from '../texts/personal-texts.ts';

/** What the administration corrected in my answers: what I said, what it says now, and why. */
export const CaseCorrections = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  if (view.corrections.length === 0) return null;
  return (
    <section className="portal-section" aria-labelledby="corrected-answers">
      <h2 id="corrected-answers">{t('case.corrections')}</h2>
      <ul>
        {view.corrections.map(({ id, label, before, after, reason, at }) => (
          <li key={id}>
            {read(label)}: <del>{read(before)}</del> <ins>{read(after)}</ins>
            <p className="iris-muted">{t('case.corrections.why', { reason, at: dateTime(at) })}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};
