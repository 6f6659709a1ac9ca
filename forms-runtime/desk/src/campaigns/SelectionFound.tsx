import type { CampaignPlan, SelectionCount } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { localeNames, locales, Skeleton, useFormatters } from '@irisflow/ui';
import { useQuiet } from '../app/use-quiet.ts';
import { useCampaignText } from './campaign-texts.ts';
import { useSelectionCount } from './use-campaigns.ts';

/** Who is left out and why; nothing where that is nobody. */
export const LeftOut = ({ leftOut }: Pick<SelectionCount, 'leftOut'>) => {
  const t = useCampaignText();
  if (leftOut.length === 0) return null;
  return (
    <>
      <p>{t('leftOut')}</p>
      <ul>
        {leftOut.map(({ reason, count }) => (
          <li key={reason}>{t.plural(`leftOut.${reason}`, count)}</li>
        ))}
      </ul>
    </>
  );
};

const Found = ({ count }: { readonly count: SelectionCount }) => {
  const t = useCampaignText();
  const { number } = useFormatters();
  const languages = locales.filter((locale) => count.byLanguage[locale] > 0);
  return (
    <>
      <p className="iris-lead">
        <strong>{t.plural('found.letters', count.letters)}</strong> {t.plural('found.parties', count.parties)}
      </p>
      {count.letters > 0 && (
        <ul>
          {languages.map((locale) => (
            <li key={locale}>
              {t('found.language', { language: localeNames[locale], count: number(count.byLanguage[locale]) })}
            </li>
          ))}
          <li>{t.plural('found.paper', count.onPaper)}</li>
        </ul>
      )}
      <LeftOut leftOut={count.leftOut} />
    </>
  );
};

/** How many would be written to today, and who would not: counted anew once nobody types any more. */
export const SelectionFound = ({ plan }: { readonly plan: CampaignPlan | null }) => {
  const t = useCampaignText();
  const quiet = useQuiet(plan === null ? null : JSON.stringify(plan));
  const { data, error, isFetching } = useSelectionCount(quiet === null ? null : (JSON.parse(quiet) as CampaignPlan));
  const shown = quiet === null ? undefined : data;
  return (
    <section className="desk-panel iris-stack iris-stack--tight" aria-labelledby="campaign-found">
      <h3 id="campaign-found">{t('found')}</h3>
      <div aria-live="polite" aria-busy={isFetching} className="iris-stack iris-stack--tight">
        {quiet === null && <p className="iris-muted">{t('found.none')}</p>}
        {quiet !== null && error !== null && <Failure error={error} />}
        {quiet !== null && error === null && shown === undefined && <Skeleton lines={2} />}
        {shown !== undefined && error === null && <Found count={shown} />}
      </div>
    </section>
  );
};
