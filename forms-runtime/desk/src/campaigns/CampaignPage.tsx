import type { CampaignView } from '@irisflow/client';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import {
  Icon,
  type LineItem,
  localeNames,
  Notice,
  SummaryList,
  Timeline,
  useFormatters,
  useLocale,
} from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { useCampaignText } from './campaign-texts.ts';
import { CampaignResults } from './CampaignResults.tsx';
import { CampaignStateTag } from './CampaignStateTag.tsx';
import { SelectionFound } from './SelectionFound.tsx';
import { SteerCampaign } from './SteerCampaign.tsx';
import { useCampaign, useCampaignChoices } from './use-campaigns.ts';

interface Shown {
  readonly campaign: CampaignView;
}

/** Whom it is for, in a sentence. */
const Whom = ({ campaign: { plan } }: Shown) => {
  const t = useCampaignText();
  const desk = useDeskText();
  const read = useLocalized();
  const { date } = useFormatters();
  const { data: choices = [] } = useCampaignChoices();
  const { selection } = plan;
  const procedure = choices.find(({ procedureKey }) => procedureKey === selection.procedureKey);
  const named = procedure === undefined ? selection.procedureKey : read(procedure.title);
  const language = selection.language === null ? '' : `, ${localeNames[selection.language]}`;
  if (selection.from === 'cases') {
    const statuses = selection.statuses.map((status) => desk(`status.${status}`)).join(', ');
    return <>{t('whom.cases', { procedure: named, statuses }) + language}</>;
  }
  const kind = procedure?.kinds.find(({ key }) => key === selection.kind);
  const states = selection.states.map((state) => {
    const found = kind?.states.find(({ key }) => key === state);
    return found === undefined ? state : read(found.label);
  });
  const where = selection.where.map(({ field, is }) => {
    const found = kind?.fields.find(({ name }) => name === field);
    const word = found?.values.find(({ value }) => value === is);
    const label = found === undefined ? field : read(found.label);
    return `, ${t('whom.field', { field: label, value: word === undefined ? is : read(word.label) })}`;
  });
  const ends =
    selection.ends === null ? '' : `, ${t('whom.ends', { day: date(selection.ends.from), days: selection.ends.days })}`;
  const head = t('whom.rights', {
    kind: kind === undefined ? selection.kind : read(kind.name),
    states: states.join(', '),
  });
  return <>{head + ends + where.join('') + language}</>;
};

/** What it says, to whom, and how fast. */
const Plan = ({ campaign }: Shown) => {
  const t = useCampaignText();
  const read = useLocalized();
  const { date, number } = useFormatters();
  const { plan, procedureTitle, letterSubject } = campaign;
  const items: LineItem[] = [
    { id: 'whom', term: t('part.whom'), value: <Whom campaign={campaign} /> },
    { id: 'answer', term: t('answer'), value: read(procedureTitle) },
    { id: 'letter', term: t('letter'), value: read(letterSubject) },
    { id: 'ground', term: t('ground'), value: t(`ground.${plan.ground}`) },
    { id: 'title', term: t('title.label'), value: read(campaign.title) },
    { id: 'purpose', term: t('purpose.label'), value: read(plan.purpose) || plan.purpose.fr },
    { id: 'law', term: t('legalBasis.label'), value: read(plan.legalBasis) || plan.legalBasis.fr },
    { id: 'days', term: t('days'), value: `${date(plan.beginsOn)} – ${date(plan.endsOn)}` },
    {
      id: 'pace',
      term: t('pace'),
      value: t(plan.officeHours ? 'pace.office' : 'pace.always', {
        hour: number(plan.perHour),
        day: number(plan.perDay),
      }),
    },
    { id: 'stop', term: t('stopShare'), value: `${plan.stopShare} %` },
  ];
  return (
    <Section id="campaign-plan" title={t('plan')}>
      <SummaryList items={items} />
    </Section>
  );
};

/** The letter as somebody who is selected would get it; a link, for the browser shows it. */
const Preview = ({ campaign: { id, state, plan } }: Shown) => {
  const t = useCampaignText();
  const own = useLocale();
  if (state === 'ended') return null;
  const languages = [own, ...(['fr', 'nl', 'en'] as const).filter((locale) => locale !== own)];
  return (
    <Section id="campaign-preview" title={t('preview')}>
      <p>{t('preview.text')}</p>
      <div className="iris-row">
        {languages.map((locale) => (
          <a
            key={locale}
            className="iris-button iris-button--secondary"
            href={`/api/campaigns/${id}/letters/0?language=${locale}`}
            target="_blank"
            rel="noreferrer"
          >
            <Icon name="file" />
            {t('preview.open', { language: localeNames[locale] })}
          </a>
        ))}
      </div>
      {(state === 'draft' || state === 'proposed' || state === 'scheduled') && <SelectionFound plan={plan} />}
    </Section>
  );
};

const History = ({ campaign: { history } }: Shown) => {
  const t = useCampaignText();
  const { dateTime } = useFormatters();
  return (
    <Section id="campaign-history" title={t('history')}>
      <Timeline
        entries={history.map(({ at, act, by, reason }, index) => ({
          id: `${index} ${at}`,
          title: t(`history.${act}`),
          at: by === null ? dateTime(at) : t('history.by', { at: dateTime(at), name: by }),
          content: reason === null ? null : <p>{reason}</p>,
        }))}
      />
    </Section>
  );
};

const Standing = ({ campaign: { state, pausedBecause, may } }: Shown) => {
  const t = useCampaignText();
  if (pausedBecause !== null) return <Notice tone="warning">{t(`paused.${pausedBecause}`)}</Notice>;
  if (state === 'proposed') return <Notice>{t(may.start ? 'proposed.mine' : 'proposed.other')}</Notice>;
  return null;
};

/** A campaign: what it says, how far it is, and what came of it. */
export const CampaignPage = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useCampaignText();
  const query = useCampaign(campaignId);
  return (
    <Page
      title={query.data?.name ?? t('one')}
      eyebrow={query.data === undefined ? undefined : <CampaignStateTag state={query.data.state} />}
      crumbs={[{ href: '/campaigns', label: t('title') }]}
    >
      <Answered query={query}>
        {(campaign) => (
          <div className="iris-stack iris-stack--loose">
            <Standing campaign={campaign} />
            <SteerCampaign campaign={campaign} />
            <CampaignResults campaign={campaign} />
            <Plan campaign={campaign} />
            <Preview campaign={campaign} />
            <History campaign={campaign} />
          </div>
        )}
      </Answered>
    </Page>
  );
};
