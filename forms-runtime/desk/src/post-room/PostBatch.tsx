import type { PrintBatchView } from '@irisflow/client';
import { Button, DateField, Dialog, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useToday } from '../administration/use-today.ts';
import { DialogForm } from '../app/DialogForm.tsx';
import { usePostRoomText } from './post-room-texts.ts';
import type { Posting } from './posting-draft.ts';
import { usePostBatch } from './use-post-room.ts';

interface PostBatchProps {
  readonly batch: Pick<PrintBatchView, 'id'>;
  readonly posting: Posting;
}

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** What follows from it, in sentences. */
const Consequences = ({ posting: { goes, left, withoutNumber } }: Pick<PostBatchProps, 'posting'>) => {
  const t = usePostRoomText();
  return (
    <>
      <p>{t.plural('post.text', goes)}</p>
      {left > 0 && <p>{t.plural('post.left', left)}</p>}
      {withoutNumber > 0 && <p>{t.plural('post.noNumber', withoutNumber)}</p>}
    </>
  );
};

const PostForm = ({ batch: { id }, posting, onClose }: PostBatchProps & { readonly onClose: () => void }) => {
  const t = usePostRoomText();
  const toast = useToast();
  const today = useToday();
  const post = usePostBatch(id);
  const [day, setDay] = useState<string | undefined>(today);
  const [asked, setAsked] = useState(false);
  const isFine = isDay(day) && day <= today;
  const submit = (): void => {
    setAsked(true);
    if (!isFine || post.isPending) return;
    // This question goes with the batch once it is posted: what follows is in the promise, which outlives it.
    void post
      .mutateAsync({ ...posting.said, day })
      .then(() => toast(t('posted')))
      .catch(() => undefined);
  };
  return (
    <DialogForm error={post.error} busy={post.isPending} confirm={t('post')} onSubmit={submit} onClose={onClose}>
      <Consequences posting={posting} />
      <DateField
        id="post-day"
        label={t('post.day')}
        value={day}
        onChange={setDay}
        {...(asked && !isFine && { error: t('post.day.wrong') })}
      />
    </DialogForm>
  );
};

/** Says that what is printed was posted, but for what did not leave. */
export const PostBatch = ({ batch, posting }: PostBatchProps) => {
  const t = usePostRoomText();
  const [isOpen, setOpen] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const close = (): void => setOpen(false);
  const isReady = posting.goes > 0 && posting.areNumbersFine;
  return (
    <>
      <Button
        size="small"
        onClick={() => {
          setAsked(true);
          if (isReady) setOpen(true);
          else document.querySelector<HTMLElement>('main [aria-invalid="true"]')?.focus();
        }}
      >
        {t('post')}
      </Button>
      {isAsked && !isReady && (
        <p className="iris-field__error" role="alert">
          {t(posting.goes === 0 ? 'post.none' : 'post.wrong')}
        </p>
      )}
      <Dialog open={isOpen} title={t('post.title')} onClose={close}>
        {isOpen && <PostForm batch={batch} posting={posting} onClose={close} />}
      </Dialog>
    </>
  );
};
