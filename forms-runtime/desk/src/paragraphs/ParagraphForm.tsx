import type { ParagraphContent } from '@irisflow/client';
import { isDate } from '@irisflow/forms';
import { Failure } from '@irisflow/frame';
import { Button, ConfirmDialog, Form, Notice } from '@irisflow/ui';
import { useState, type ReactNode } from 'react';
import { Section } from '../app/Section.tsx';
import { useUnsaved } from '../app/use-unsaved.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { contentFindings, isSameContent } from './content-of.ts';
import { ParagraphPlaces } from './ParagraphPlaces.tsx';
import { ParagraphTexts } from './ParagraphTexts.tsx';

export interface ParagraphFormProps {
  readonly initial: ParagraphContent;
  readonly error: unknown;
  readonly busy: boolean;
  readonly confirm: string;
  /** What is asked beside the content itself. */
  readonly children?: ReactNode;
  readonly onSave: (content: ParagraphContent) => void;
  readonly onLeave: () => void;
}

const isWholeDay = (day: string | null): boolean => day === null || isDate(day);

const LeaveDialog = ({ open, onLeave, onStay }: { open: boolean; onLeave: () => void; onStay: () => void }) => {
  const t = useDeskText();
  return (
    <ConfirmDialog
      open={open}
      title={t('paragraph.leave')}
      confirm={t('paragraph.leave.confirm')}
      tone="danger"
      onConfirm={onLeave}
      onClose={onStay}
    >
      <p>{t('paragraph.leave.text')}</p>
    </ConfirmDialog>
  );
};

/** A paragraph being written: its texts side by side, and where it fits. */
export const ParagraphForm = ({ initial, error, busy, confirm, children, onSave, onLeave }: ParagraphFormProps) => {
  const t = useDeskText();
  const [content, setContent] = useState(initial);
  const [isLeaving, setLeaving] = useState(false);
  const [daysAreWrong, setDaysWrong] = useState(false);
  const findings = contentFindings(error);
  const isUnsaved = !isSameContent(initial, content);
  useUnsaved(isUnsaved);
  const submit = (): void => {
    const daysAreWhole = isWholeDay(content.validFrom) && isWholeDay(content.validTo);
    setDaysWrong(!daysAreWhole);
    if (daysAreWhole && !busy) onSave(content);
  };
  const part = { content, findings, onChange: setContent };
  return (
    <Form className="iris-stack iris-stack--loose" onSubmit={submit}>
      {error !== null && findings.length === 0 && <Failure error={error} />}
      {findings.length > 0 && <Notice tone="danger" live title={t('paragraph.wrong')} />}
      {daysAreWrong && <Notice tone="danger" live title={t('paragraph.wrong.days')} />}
      {children}
      <Section id="paragraph-texts" title={t('paragraph.texts')}>
        <ParagraphTexts {...part} />
      </Section>
      <Section id="paragraph-places" title={t('paragraph.places')}>
        <ParagraphPlaces {...part} />
      </Section>
      <div className="iris-form-actions">
        <Button type="submit" busy={busy}>
          {confirm}
        </Button>
        <Button tone="secondary" onClick={() => (isUnsaved ? setLeaving(true) : onLeave())}>
          {t('cancel')}
        </Button>
      </div>
      <LeaveDialog open={isLeaving} onLeave={onLeave} onStay={() => setLeaving(false)} />
    </Form>
  );
};
