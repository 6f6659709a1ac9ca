import type { MyReach } from '@irisflow/client';
import { Button, CheckboxGroup, Form, Notice, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { type Channel, useChooseChannels } from './use-reach.ts';

const all: readonly Channel[] = ['portal', 'mail', 'ebox', 'post'];

/** Which ways somebody may choose: companies are written to electronically, and may want paper beside. */
const choicesOf = ({ needsConsent }: MyReach): readonly Channel[] => (needsConsent ? all : ['post']);

/** By which ways letters come, now and from now on. */
export const ChooseChannels = ({ reach }: { readonly reach: MyReach }) => {
  const t = usePersonalText();
  const toast = useToast();
  const choices = choicesOf(reach);
  const [chosen, setChosen] = useState<readonly Channel[]>(() => reach.channels.filter((one) => choices.includes(one)));
  const choose = useChooseChannels();
  const submit = (): void => {
    if (!choose.isPending) choose.mutate(chosen, { onSuccess: () => toast(t('reach.saved')) });
  };
  const willPost = reach.needsConsent && !chosen.includes('portal');
  return (
    <Form className="iris-stack" onSubmit={submit}>
      {choose.isError && <RefusalNotice error={choose.error} />}
      {!reach.needsConsent && <Notice>{t('reach.company')}</Notice>}
      <CheckboxGroup
        id="reach-channels"
        label={t('reach.channels')}
        hint={t('reach.channels.hint')}
        optional
        options={choices.map((value) => ({ value, label: t(`reach.${value}`), hint: t(`reach.${value}.hint`) }))}
        value={chosen}
        onChange={(values) => setChosen(all.filter((one) => values.includes(one)))}
      />
      {willPost && <Notice title={t('reach.byPost')}>{t('reach.byPost.text')}</Notice>}
      <div className="iris-form-actions">
        <Button type="submit" busy={choose.isPending}>
          {t('reach.save')}
        </Button>
      </div>
    </Form>
  );
};
