import type { CampaignChoices, CampaignPlan, CampaignView } from '@irisflow/client';
import { Answered, Failure, Page } from '@irisflow/frame';
import { Button, ErrorSummary, Form, LinkButton } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useToday } from '../administration/use-today.ts';
import { Section } from '../app/Section.tsx';
import { useUnsaved } from '../app/use-unsaved.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { AnswerFields, GroundField, NameField } from './AnswerFields.tsx';
import { useCampaignText } from './campaign-texts.ts';
import { draftOf, type Missing, missingIn, newDraft, type PlanDraft, planIn, sampleIn } from './plan-draft.ts';
import { RhythmFields } from './RhythmFields.tsx';
import { SelectionFields } from './SelectionFields.tsx';
import { SelectionFound } from './SelectionFound.tsx';
import { useCampaign, useCampaignChoices, useChangeCampaign, useCreateCampaign } from './use-campaigns.ts';
import { WordsFields } from './WordsFields.tsx';

interface EditorProps {
  readonly choices: CampaignChoices;
  readonly first: PlanDraft;
  readonly isBusy: boolean;
  readonly error: unknown;
  readonly back: string;
  readonly onSave: (plan: CampaignPlan) => void;
}

/** Fields whose error stands elsewhere than at their own id. */
const targetOf = (missing: Missing): string => `campaign-${missing}`;

const useEditor = ({ first, onSave, isBusy }: EditorProps) => {
  const today = useToday();
  const [draft, setDraft] = useState(first);
  const [missing, setMissing] = useState<readonly Missing[]>([]);
  const [attempt, setAttempt] = useState(0);
  useUnsaved(draft !== first && !isBusy);
  const save = (): void => {
    const found = missingIn(draft);
    setMissing(found);
    setAttempt(attempt + 1);
    const plan = planIn(draft);
    if (plan !== null && !isBusy) onSave(plan);
  };
  // What was filled in since is no longer missing.
  const left = missingIn(draft);
  const part = {
    draft,
    missing: missing.filter((one) => left.includes(one)),
    onChange: (change: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...change })),
  };
  return { part, attempt, save, sample: sampleIn(draft, today) };
};

const Editor = (props: EditorProps) => {
  const { choices, isBusy, error, back } = props;
  const t = useCampaignText();
  const desk = useDeskText();
  const { part, attempt, save, sample } = useEditor(props);
  return (
    <Form className="iris-stack iris-stack--loose desk-form" onSubmit={save}>
      <ErrorSummary
        errors={part.missing.map((one) => ({ target: targetOf(one), text: t(`summary.${one}`) }))}
        attempt={attempt}
      />
      <NameField {...part} />
      <Section id="campaign-whom" title={t('part.whom')}>
        <SelectionFields {...part} choices={choices} />
      </Section>
      <Section id="campaign-what" title={t('part.answer')}>
        <AnswerFields {...part} choices={choices} />
        <SelectionFound plan={sample} />
      </Section>
      <Section id="campaign-why" title={t('part.why')}>
        <GroundField {...part} />
        <WordsFields {...part} />
      </Section>
      <Section id="campaign-when" title={t('part.when')}>
        <RhythmFields {...part} />
      </Section>
      {error !== null && <Failure error={error} />}
      <div className="iris-row">
        <Button type="submit" busy={isBusy}>
          {t('save')}
        </Button>
        <LinkButton href={back} tone="secondary">
          {desk('cancel')}
        </LinkButton>
      </div>
    </Form>
  );
};

/** Prepares a campaign. */
export const NewCampaignPage = () => {
  const t = useCampaignText();
  const today = useToday();
  const [, go] = useLocation();
  const create = useCreateCampaign();
  const [first] = useState(() => newDraft(today));
  return (
    <Page title={t('new')} lead={t('new.lead')} crumbs={[{ href: '/campaigns', label: t('title') }]}>
      <Answered query={useCampaignChoices()}>
        {(choices) => (
          <Editor
            choices={choices}
            first={first}
            isBusy={create.isPending || create.isSuccess}
            error={create.error}
            back="/campaigns"
            onSave={(plan) => create.mutate(plan, { onSuccess: ({ id }) => go(`/campaigns/${id}`) })}
          />
        )}
      </Answered>
    </Page>
  );
};

const Change = ({ campaign, choices }: { readonly campaign: CampaignView; readonly choices: CampaignChoices }) => {
  const [, go] = useLocation();
  const change = useChangeCampaign(campaign.id);
  const [{ revision, first }] = useState(() => ({ revision: campaign.revision, first: draftOf(campaign.plan) }));
  const back = `/campaigns/${campaign.id}`;
  return (
    <Editor
      choices={choices}
      first={first}
      isBusy={change.isPending || change.isSuccess}
      error={change.error}
      back={back}
      onSave={(plan) => change.mutate({ revision, plan }, { onSuccess: () => go(back) })}
    />
  );
};

/** Changes one that was not started. */
export const EditCampaignPage = ({ campaignId }: { readonly campaignId: string }) => {
  const t = useCampaignText();
  const campaign = useCampaign(campaignId);
  const choices = useCampaignChoices();
  return (
    <Page
      title={t('change.title')}
      crumbs={[
        { href: '/campaigns', label: t('title') },
        { href: `/campaigns/${campaignId}`, label: campaign.data?.name ?? t('one') },
      ]}
    >
      <Answered query={campaign}>
        {(known) => <Answered query={choices}>{(made) => <Change campaign={known} choices={made} />}</Answered>}
      </Answered>
    </Page>
  );
};
