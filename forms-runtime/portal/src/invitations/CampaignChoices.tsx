import type { MyCampaignChoice } from '@irisflow/client';
import { Answered, Failure, useLocalized } from '@irisflow/frame';
import { Button, Form, RadioGroup, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useInvitationText } from './invitation-texts.ts';
import { useChooseCampaigns, useMyCampaignChoices } from './use-invitations.ts';

const choices = ['usual', 'agrees', 'objects'] as const satisfies readonly MyCampaignChoice['choice'][];

/** What I say to one administration. */
const Choose = ({ said }: { readonly said: MyCampaignChoice }) => {
  const t = useInvitationText();
  const read = useLocalized();
  const toast = useToast();
  const choose = useChooseCampaigns(said.administration);
  const [choice, setChoice] = useState(said.choice);
  const save = (): void => {
    if (choose.isPending) return;
    choose.mutate(choice, { onSuccess: () => toast(t('choices.saved')) });
  };
  return (
    <Form className="iris-stack" onSubmit={save}>
      <RadioGroup
        id={`choice-${said.administration}`}
        label={read(said.name)}
        options={choices.map((value) => ({ value, label: t(`choice.${value}`), hint: t(`choice.${value}.hint`) }))}
        value={choice}
        onChange={(value) => setChoice(choices.find((one) => one === value) ?? 'usual')}
      />
      {choose.isError && <Failure error={choose.error} />}
      <div>
        <Button type="submit" tone="secondary" busy={choose.isPending}>
          {t('choices.save')}
        </Button>
      </div>
    </Form>
  );
};

/** Whether administrations that know me may invite me beyond what the law orders; nothing where none does. */
export const CampaignChoices = () => {
  const t = useInvitationText();
  const query = useMyCampaignChoices();
  if (query.data?.length === 0) return null;
  return (
    <section className="portal-section iris-stack" aria-labelledby="choices">
      <h2 id="choices">{t('choices')}</h2>
      <p className="iris-prose">{t('choices.text')}</p>
      <Answered query={query}>{(said) => said.map((one) => <Choose key={one.administration} said={one} />)}</Answered>
    </section>
  );
};
