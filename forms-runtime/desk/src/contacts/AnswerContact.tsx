import type { ContactView } from '@irisflow/client';
import { isDate } from '@irisflow/forms';
import { Failure } from '@irisflow/frame';
import { Button, Checkbox, DateField, Form, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText, type DeskKey } from '../texts/desk-texts.ts';
import { useChangeContact, type ContactChange } from './use-contacts.ts';

type Draft = Pick<ContactView, 'answer' | 'followUp' | 'followUpOn'>;

const problemOf = ({ answer, followUp, followUpOn }: Draft, state: ContactView['state']): DeskKey | undefined => {
  if (followUpOn !== null && !isDate(followUpOn)) return 'contact.day.wrong';
  return state === 'answered' && answer.trim() === '' && followUp.trim() === '' ? 'contact.answer.missing' : undefined;
};

const useAnswer = (contact: ContactView) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useChangeContact(contact.id);
  const [draft, setDraft] = useState<Draft>(contact);
  const [term, setTerm] = useState<ContactChange['term']>('ordinary');
  const [problem, setProblem] = useState<DeskKey>();
  const send = (state: ContactView['state']): void => {
    const found = problemOf(draft, state);
    setProblem(found);
    if (found !== undefined || change.isPending) return;
    const { answer, followUp, followUpOn } = draft;
    const onSuccess = (): void => toast(t('contact.saved'));
    change.mutate({ revision: contact.revision, answer, followUp, followUpOn, state, term }, { onSuccess });
  };
  const edit = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  return { draft, edit, term, setTerm, problem, send, change };
};

/** The answer to a contact, what follows, and whether it is done with. */
export const AnswerContact = ({ contact }: { readonly contact: ContactView }) => {
  const t = useDeskText();
  const { draft, edit, term, setTerm, problem, send, change } = useAnswer(contact);
  const next = contact.state === 'open' ? 'answered' : 'open';
  const error = problem === undefined ? {} : { error: t(problem) };
  const submit = (): void => {
    send(contact.state);
  };
  return (
    <Form className="iris-stack" onSubmit={submit}>
      {change.isError && <Failure error={change.error} />}
      <TextArea
        id="contact-answer"
        label={t('contact.answer')}
        optional
        maxLength={5000}
        value={draft.answer}
        onChange={(answer) => edit({ answer })}
        {...(problem === 'contact.answer.missing' && error)}
      />
      <TextArea
        id="contact-followUp"
        label={t('contact.followUp')}
        optional
        rows={3}
        maxLength={5000}
        value={draft.followUp}
        onChange={(followUp) => edit({ followUp })}
      />
      <DateField
        id="contact-followUpOn"
        label={t('contact.followUpOn')}
        optional
        value={draft.followUpOn ?? undefined}
        onChange={(day) => edit({ followUpOn: day ?? null })}
        {...(problem === 'contact.day.wrong' && error)}
      />
      {contact.kind === 'documents' && contact.state === 'open' && (
        <Checkbox
          id="contact-extended"
          label={t('contact.extended')}
          hint={t('contact.extended.hint')}
          optional
          value={term === 'extended'}
          onChange={(isExtended) => setTerm(isExtended ? 'extended' : 'ordinary')}
        />
      )}
      <div className="iris-form-actions">
        <Button onClick={() => send(next)} busy={change.isPending}>
          {t(`contact.to.${next}`)}
        </Button>
        <Button type="submit" tone="secondary" busy={change.isPending}>
          {t('contact.save')}
        </Button>
      </div>
    </Form>
  );
};
