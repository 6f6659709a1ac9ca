import type { CampaignView } from '@irisflow/client';
import { Icon, type LineItem, ProgressBar, SummaryList, useFormatters, useLocale } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { useCampaignText } from './campaign-texts.ts';
import { LeftOut } from './SelectionFound.tsx';

type Skipped = keyof CampaignView['numbers']['skipped'];

interface Shown {
  readonly campaign: CampaignView;
}

/** How far the letters are, and what became of those that went. */
const Letters = ({ campaign: { numbers } }: Shown) => {
  const t = useCampaignText();
  const { number } = useFormatters();
  const skipped = Object.entries(numbers.skipped) as [Skipped, number][];
  const gone = numbers.recipients - numbers.waiting;
  const progress = t.plural('progress', gone, { all: number(numbers.recipients) });
  const shares = (['delivered', 'read', 'returned', 'begun', 'answered', 'byInvitation'] as const).map(
    (id): LineItem => ({ id, term: t(`numbers.${id}`), value: number(numbers[id]) }),
  );
  return (
    <>
      <p>
        <strong>{progress}</strong>
      </p>
      <ProgressBar label={progress} value={numbers.recipients === 0 ? 0 : gone / numbers.recipients} />
      <SummaryList
        items={[
          { id: 'sent', term: t('numbers.sent'), value: number(numbers.sent) },
          ...skipped.flatMap(([reason, count]) =>
            count === 0 ? [] : [{ id: reason, term: t(`skipped.${reason}`), value: number(count) }],
          ),
          ...shares,
        ]}
      />
    </>
  );
};

/** A plain link, for the browser saves what comes. */
const Export = ({ campaign: { id } }: Shown) => {
  const t = useCampaignText();
  const language = useLocale();
  return (
    <div>
      <a
        className="iris-button iris-button--secondary"
        href={`/api/campaigns/${id}/results?language=${language}`}
        download
      >
        <Icon name="download" />
        {t('export')}
      </a>
    </div>
  );
};

/** What came of it so far; nothing before it is known whom it is for. */
export const CampaignResults = ({ campaign }: Shown) => {
  const t = useCampaignText();
  const { dateTime } = useFormatters();
  const { drawn } = campaign;
  if (drawn === null) return null;
  return (
    <Section id="campaign-results" title={t('results')}>
      <p className="iris-muted">{t('drawn', { at: dateTime(drawn.at) })}</p>
      <Letters campaign={campaign} />
      <LeftOut leftOut={drawn.leftOut} />
      <Export campaign={campaign} />
    </Section>
  );
};
