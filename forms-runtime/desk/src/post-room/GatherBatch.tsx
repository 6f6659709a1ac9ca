import { Select, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { DialogButton } from '../app/DialogButton.tsx';
import { DialogForm } from '../app/DialogForm.tsx';
import { usePostRoomText } from './post-room-texts.ts';
import { useGatherBatch } from './use-post-room.ts';

const ways = ['post', 'registered'] as const;
const languages = ['fr', 'nl', 'en'] as const;
const EVERY = 'all';

const GatherForm = ({ onClose }: { readonly onClose: () => void }) => {
  const t = usePostRoomText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const gather = useGatherBatch();
  const [way, setWay] = useState<string | undefined>('post');
  const [language, setLanguage] = useState<string | undefined>(EVERY);
  const submit = (): void => {
    const chosenWay = ways.find((one) => one === way);
    const chosen = languages.find((one) => one === language);
    if (chosenWay === undefined || gather.isPending) return;
    const onSuccess = ({ id }: { readonly id: string }): void => {
      toast(t('gathered'));
      navigate(`/post-room/batches/${id}`);
    };
    gather.mutate({ way: chosenWay, ...(chosen !== undefined && { language: chosen }) }, { onSuccess });
  };
  return (
    <DialogForm error={gather.error} busy={gather.isPending} confirm={t('gather')} onSubmit={submit} onClose={onClose}>
      <p>{t('gather.text')}</p>
      <Select
        id="gather-way"
        label={t('way')}
        options={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
        value={way}
        onChange={setWay}
      />
      <Select
        id="gather-language"
        label={t('language')}
        options={([EVERY, ...languages] as const).map((value) => ({ value, label: t(`language.${value}`) }))}
        value={language}
        onChange={setLanguage}
      />
    </DialogForm>
  );
};

/** Makes a batch of letters that wait. */
export const GatherBatch = () => {
  const t = usePostRoomText();
  return (
    <DialogButton size="small" label={t('gather')}>
      {(close) => <GatherForm onClose={close} />}
    </DialogButton>
  );
};
