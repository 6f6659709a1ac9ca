import type { CounterView } from '@irisflow/client';
import { Answered, Failure, NotFoundPage, Page, useLocalized } from '@irisflow/frame';
import { Button, ConfirmDialog, Form, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useCounterText } from './counter-texts.ts';
import { draftOf, emptyDraft, settingsOf, type SettingsDraft, type Wrong, wrongIn } from './settings-draft.ts';
import { SettingsFields } from './SettingsFields.tsx';
import { type CounterToSave, useOfficeCounters, usePreviewCounter, useSaveCounter } from './use-counters.ts';

/** As many as are shown; the number says the rest. */
const SHOWN = 10;

type Slots = readonly { readonly from: string }[];

interface MisfitsProps {
  readonly misfits: Slots | undefined;
  readonly busy: boolean;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Which booked hours lose their place, before anything changes. */
const MisfitsDialog = ({ misfits = [], busy, onConfirm, onClose }: MisfitsProps) => {
  const t = useCounterText();
  const { fullDate, time } = useFormatters();
  return (
    <ConfirmDialog
      open={misfits.length > 0}
      title={t.plural('misfits.title', misfits.length)}
      confirm={t('misfits.go')}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>{t('misfits.text')}</p>
      <ul>
        {misfits.slice(0, SHOWN).map(({ from }, place) => (
          <li key={`${from} ${place}`}>
            {fullDate(from)}, {time(from)}
          </li>
        ))}
        {misfits.length > SHOWN && <li>{t('misfits.more')}</li>}
      </ul>
    </ConfirmDialog>
  );
};

const focusOn = (wrong: Wrong): void =>
  document.getElementById(wrong === 'name' || wrong === 'address' ? `${wrong}-fr` : wrong)?.focus();

const SettingsForm = ({ counter }: { readonly counter: CounterView | null }) => {
  const t = useCounterText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const preview = usePreviewCounter();
  const save = useSaveCounter();
  const [draft, setDraft] = useState<SettingsDraft>(counter === null ? emptyDraft : draftOf(counter));
  const [asked, setAsked] = useState(false);
  const [misfits, setMisfits] = useState<Slots>();
  const wrong = asked ? wrongIn(draft) : [];
  const toSave = (known: number): CounterToSave => ({
    counterId: counter?.id ?? null,
    revision: counter?.revision ?? 0,
    settings: settingsOf(draft),
    misfits: known,
  });
  const send = (known: number): void => {
    const onSuccess = (): void => {
      toast(t('saved'));
      navigate('/counters');
    };
    save.mutate(toSave(known), { onSuccess, onError: () => setMisfits(undefined) });
  };
  const submit = (): void => {
    setAsked(true);
    const [first] = wrongIn(draft);
    if (first !== undefined) return focusOn(first);
    preview.mutate(toSave(0), {
      onSuccess: (found) => (found.length === 0 ? send(0) : setMisfits(found)),
    });
  };
  return (
    <Form className="iris-stack iris-stack--loose" onSubmit={submit}>
      {preview.isError && <Failure error={preview.error} />}
      {save.isError && <Failure error={save.error} />}
      <SettingsFields draft={draft} onChange={(part) => setDraft({ ...draft, ...part })} wrong={wrong} asked={asked} />
      <div>
        <Button type="submit" busy={preview.isPending || save.isPending}>
          {t('save')}
        </Button>
      </div>
      <MisfitsDialog
        misfits={misfits}
        busy={save.isPending}
        onConfirm={() => send(misfits?.length ?? 0)}
        onClose={() => setMisfits(undefined)}
      />
    </Form>
  );
};

/** What is said of a counter, or of a new one. */
export const CounterSettingsPage = ({ counterId }: { readonly counterId: string | null }) => {
  const t = useCounterText();
  const read = useLocalized();
  const counters = useOfficeCounters();
  const counter = counters.data?.find(({ id }) => id === counterId) ?? null;
  if (counterId !== null && counters.isSuccess && counter === null) return <NotFoundPage />;
  return (
    <Page
      title={counter === null ? t('add') : t('settings.of', { name: read(counter.name) })}
      crumbs={[{ href: '/counters', label: t('counters') }]}
    >
      <Answered query={counters}>{() => <SettingsForm key={counter?.revision} counter={counter} />}</Answered>
    </Page>
  );
};
