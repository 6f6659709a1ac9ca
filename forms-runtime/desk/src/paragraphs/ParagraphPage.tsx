import type { ParagraphView } from '@irisflow/client';
import { Failure, LoadingPage, Page, usePerson } from '@irisflow/frame';
import { Button, StatusTag, TextArea, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { isSupervisor } from '../session/clerk.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { ParagraphForm } from './ParagraphForm.tsx';
import { ParagraphHistory } from './ParagraphHistory.tsx';
import { ParagraphRead } from './ParagraphRead.tsx';
import { ParagraphUses } from './ParagraphUses.tsx';
import { paragraphTones, useTitle } from './paragraph-words.ts';
import { TurnParagraph } from './TurnParagraph.tsx';
import { useChangeParagraph, useParagraph } from './use-paragraphs.ts';

interface ParagraphProps {
  readonly paragraph: ParagraphView;
}

const EditParagraph = ({ paragraph, onDone }: ParagraphProps & { readonly onDone: () => void }) => {
  const t = useDeskText();
  const toast = useToast();
  const change = useChangeParagraph(paragraph.id);
  const [reason, setReason] = useState('');
  const { version, content: initial } = paragraph;
  return (
    <ParagraphForm
      initial={initial}
      error={change.error}
      busy={change.isPending}
      confirm={t('paragraph.save')}
      onLeave={onDone}
      onSave={(content) =>
        change.mutate(
          { version, content, reason },
          {
            onSuccess: () => {
              toast(t('paragraph.saved'));
              onDone();
            },
          },
        )
      }
    >
      <TextArea
        id="paragraph-reason"
        label={t('reason')}
        hint={t('paragraph.reason.hint')}
        optional
        rows={2}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
    </ParagraphForm>
  );
};

const OpenParagraph = ({ paragraph }: ParagraphProps) => {
  const t = useDeskText();
  const titleOf = useTitle();
  const mayEdit = isSupervisor(usePerson());
  const [isEditing, setEditing] = useState(false);
  const [isTurning, setTurning] = useState(false);
  const isRetired = paragraph.state === 'retired';
  return (
    <Page
      title={titleOf(paragraph.content.title)}
      eyebrow={
        <span className="desk-tags">
          <span className="desk-reference">{paragraph.key}</span>
          <StatusTag tone={paragraphTones[paragraph.state]}>{t(`paragraph.state.${paragraph.state}`)}</StatusTag>
          {paragraph.missing.map((language) => (
            <StatusTag key={language} tone="warning">
              {t(`paragraph.missing.${language}`)}
            </StatusTag>
          ))}
        </span>
      }
      crumbs={[{ href: '/paragraphs', label: t('paragraph.library') }]}
      actions={
        mayEdit &&
        !isEditing && (
          <>
            <Button size="small" onClick={() => setEditing(true)}>
              {t('paragraph.edit')}
            </Button>
            <Button size="small" tone="secondary" onClick={() => setTurning(true)}>
              {t(isRetired ? 'paragraph.restore' : 'paragraph.retire')}
            </Button>
          </>
        )
      }
    >
      <div className="iris-stack iris-stack--loose">
        {isEditing ? (
          <EditParagraph paragraph={paragraph} onDone={() => setEditing(false)} />
        ) : (
          <ParagraphRead content={paragraph.content} />
        )}
        <ParagraphUses paragraphId={paragraph.id} />
        <ParagraphHistory versions={paragraph.versions} />
      </div>
      <TurnParagraph paragraph={paragraph} open={isTurning} onClose={() => setTurning(false)} />
    </Page>
  );
};

/** A standard paragraph: what it says in both languages, where it stands in answers, and what it said before. */
export const ParagraphPage = ({ paragraphId }: { readonly paragraphId: string }) => {
  const t = useDeskText();
  const paragraph = useParagraph(paragraphId);
  if (paragraph.data !== undefined) return <OpenParagraph paragraph={paragraph.data} />;
  if (!paragraph.isError) return <LoadingPage />;
  return (
    <Page title={t('failure.title')}>
      <Failure error={paragraph.error} onRetry={() => void paragraph.refetch()} />
    </Page>
  );
};
