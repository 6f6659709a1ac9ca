import type { ContactSummary } from '@irisflow/client';
import { StatusTag } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** Whether a contact waits for an answer, and what it is where that says more than a question. */
export const ContactStateTag = ({ contact }: { readonly contact: Pick<ContactSummary, 'state' | 'kind'> }) => {
  const t = useDeskText();
  const { state, kind } = contact;
  const words = t(`contact.state.${state}`);
  return (
    <StatusTag tone={state === 'open' ? 'accent' : 'neutral'}>
      {kind === 'question' ? words : `${t(`contact.kind.${kind}`)}, ${words.toLowerCase()}`}
    </StatusTag>
  );
};
