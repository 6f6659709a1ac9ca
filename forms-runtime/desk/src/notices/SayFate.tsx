import type { FateToSay, NoticeView } from '@irisflow/client';
import { Button, DateField, Dialog, Select, TextField, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useToday } from '../administration/use-today.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { ReasonField, useReason } from '../cases/ReasonField.tsx';
import { useNoticeText } from './notice-texts.ts';
import { useSayFate } from './use-notices.ts';

type Channel = FateToSay['channel'];
type Kind = FateToSay['kind'];
type Fate = NoticeView['fates'][number];

/** What a person can say of each way; the platform itself knows the others. */
const kinds: Readonly<Partial<Record<Channel, readonly Kind[]>>> = {
  registered: ['handedOver', 'sent', 'presented', 'delivered', 'unclaimed', 'refused', 'returned'],
  post: ['sent', 'delivered', 'returned'],
  ebox: ['handedOver', 'delivered', 'read', 'returned'],
};

/** By way and kind, as one choice. */
const choiceOf = (channel: Channel, kind: Kind): string => `${channel}/${kind}`;

const numberPattern = /^[A-Za-z0-9][A-Za-z0-9 .-]{3,39}$/;

export interface SayFateProps {
  readonly noticeId: string;
  readonly subject: string;
  readonly channels: readonly Channel[];
  /** What stands already, and need not be said again. */
  readonly known: readonly Pick<Fate, 'channel' | 'kind'>[];
  /** What was wrong, where it is corrected. */
  readonly corrects?: Fate;
}

interface Choice {
  readonly channel: Channel;
  readonly kind: Kind;
}

const choicesOf = ({ channels, known, corrects }: SayFateProps): Choice[] => {
  const ways = corrects === undefined ? channels : [corrects.channel];
  const isKnown = (channel: Channel, kind: Kind): boolean =>
    known.some((one) => one.channel === channel && one.kind === kind) && corrects?.kind !== kind;
  const said = ways.flatMap((channel) =>
    (kinds[channel] ?? []).filter((kind) => !isKnown(channel, kind)).map((kind) => ({ channel, kind })),
  );
  return corrects === undefined ? said : [{ channel: corrects.channel, kind: 'annulled' }, ...said];
};

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** The one that there is, where there is no choice. */
const onlyOf = (choices: readonly Choice[]): string | undefined => {
  const [first, ...others] = choices;
  return first === undefined || others.length > 0 ? undefined : choiceOf(first.channel, first.kind);
};

interface Typed {
  readonly choice: Choice | undefined;
  readonly day: string | undefined;
  /** Of a registered letter that is handed over, where it was typed. */
  readonly number: string;
  readonly today: string;
}

const judge = ({ choice, day, number, today }: Typed) => {
  const sentDay = day !== undefined && dayPattern.test(day) && day <= today ? day : undefined;
  const isNumberWrong = number !== '' && !numberPattern.test(number);
  const ready =
    choice === undefined || sentDay === undefined || isNumberWrong
      ? undefined
      : { ...choice, day: sentDay, ...(number !== '' && { number }) };
  return { isDayWrong: sentDay === undefined, isNumberWrong, ready };
};

const useDraft = (props: SayFateProps) => {
  const today = useToday();
  const choices = choicesOf(props);
  const [chosen, choose] = useState<string | undefined>(onlyOf(choices));
  const [day, setDay] = useState<string | undefined>(props.corrects?.day ?? today);
  const [number, setNumber] = useState('');
  const choice = choices.find(({ channel, kind }) => choiceOf(channel, kind) === chosen);
  const hasNumber = choice?.channel === 'registered' && choice.kind === 'handedOver';
  const judged = judge({ choice, day, number: hasNumber ? number.trim() : '', today });
  return { choices, chosen, choose, day, setDay, number, setNumber, choice, hasNumber, ...judged };
};

const Fields = ({ draft, isAsked }: { readonly draft: ReturnType<typeof useDraft>; readonly isAsked: boolean }) => {
  const t = useNoticeText();
  return (
    <>
      <Select
        id="fate-kind"
        label={t('what')}
        options={draft.choices.map(({ channel, kind }) => ({
          value: choiceOf(channel, kind),
          label: t('state.not', { channel: t(`channel.${channel}`), state: t(`fate.${kind}`) }),
        }))}
        value={draft.chosen}
        onChange={draft.choose}
        {...(isAsked && draft.choice === undefined && { error: t('what.missing') })}
      />
      <DateField
        id="fate-day"
        label={t('day')}
        value={draft.day}
        onChange={draft.setDay}
        {...(isAsked && draft.isDayWrong && { error: t('day.wrong') })}
      />
      {draft.hasNumber && (
        <TextField
          id="fate-number"
          label={t('number.field')}
          hint={t('number.hint')}
          optional
          maxLength={40}
          value={draft.number}
          onChange={draft.setNumber}
          {...(isAsked && draft.isNumberWrong && { error: t('number.wrong') })}
        />
      )}
    </>
  );
};

const FateForm = ({ onClose, ...props }: SayFateProps & { readonly onClose: () => void }) => {
  const t = useNoticeText();
  const toast = useToast();
  const say = useSayFate(props.noticeId);
  const [isAsked, setAsked] = useState(false);
  const draft = useDraft(props);
  const { reason, check, field } = useReason();
  const submit = (): void => {
    setAsked(true);
    if (!check() || draft.ready === undefined || say.isPending) return;
    const onSuccess = (): void => {
      toast(t('said'));
      onClose();
    };
    const corrects = props.corrects === undefined ? {} : { corrects: props.corrects.id };
    say.mutate({ ...draft.ready, ...corrects, reason }, { onSuccess });
  };
  return (
    <DialogForm error={say.error} busy={say.isPending} confirm={t('say')} onSubmit={submit} onClose={onClose}>
      <p>{t(props.corrects === undefined ? 'say.text' : 'correct.text')}</p>
      <Fields draft={draft} isAsked={isAsked} />
      <ReasonField id="fate-reason" {...field} />
    </DialogForm>
  );
};

/** Notes what became of a letter, or that what was noted was wrong: with a day and a reason. */
export const SayFate = (props: SayFateProps) => {
  const t = useNoticeText();
  const { date } = useFormatters();
  const [isOpen, setOpen] = useState(false);
  const { corrects, subject } = props;
  const title =
    corrects === undefined
      ? t('say.of', { subject })
      : t('correct.of', { state: t(`fate.${corrects.kind}`), day: date(corrects.day) });
  if (choicesOf(props).length === 0) return null;
  const close = (): void => setOpen(false);
  return (
    <div>
      <Button tone="secondary" size="small" aria-label={title} onClick={() => setOpen(true)}>
        {t(corrects === undefined ? 'say' : 'correct')}
      </Button>
      <Dialog open={isOpen} title={title} onClose={close}>
        {isOpen && <FateForm {...props} onClose={close} />}
      </Dialog>
    </div>
  );
};
