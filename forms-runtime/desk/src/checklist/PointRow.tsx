import type { ChecklistPoint } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { Button, StatusTag, TextArea } from '@irisflow/ui';
import { useId, useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { PointMarks, useMarkWords } from './PointMarks.tsx';
import type { Marking } from './use-checklist.ts';

interface RowProps {
  readonly point: ChecklistPoint;
  readonly mayMark: boolean;
  readonly isBusy: boolean;
  /** Whether it keeps the task from being completed, which somebody just tried. */
  readonly isMissing: boolean;
  /** Marks it; `onRefused` is told when that fails. */
  readonly onMark: (marking: Marking, onRefused?: () => void) => void;
}

const Remark = ({ point, isBusy, onMark }: RowProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [remark, setRemark] = useState(point.remark);
  const name = t('checklist.remark.of', { point: read(point.label) });
  if (!isOpen)
    return (
      <Button size="small" tone="quiet" className="iris-button--flush" aria-label={name} onClick={() => setOpen(true)}>
        {t('checklist.remark')}
      </Button>
    );
  const keep = (): void => {
    onMark({ point: point.key, isTicked: point.state !== 'open', remark });
    setOpen(false);
  };
  return (
    <div className="iris-stack iris-stack--tight desk-checklist__remark">
      <TextArea id={id} label={name} optional rows={2} maxLength={1000} value={remark} onChange={setRemark} />
      <div className="iris-row">
        <Button size="small" busy={isBusy} onClick={keep}>
          {t('checklist.remark.save')}
        </Button>
        <Button size="small" tone="quiet" onClick={() => setOpen(false)}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
};

const Told = ({ point }: Pick<RowProps, 'point'>) => {
  const t = useDeskText();
  const inWords = useMarkWords();
  const { marks, state, remark } = point;
  const [newest] = marks;
  return (
    <>
      {state === 'automatic' && <span className="desk-line">{t('checklist.automatic')}</span>}
      {state !== 'automatic' && newest !== undefined && <span className="desk-line">{inWords(newest, marks[1])}</span>}
      {remark !== '' && <span className="desk-checklist__said">{remark}</span>}
    </>
  );
};

/** Whether it has to be done, by which law, and who did it. */
const About = ({ point, isDone, isMissing }: Pick<RowProps, 'point' | 'isMissing'> & { readonly isDone: boolean }) => {
  const t = useDeskText();
  const read = useLocalized();
  return (
    <div className="desk-checklist__about">
      {point.required && !isDone && (
        <StatusTag tone={isMissing ? 'danger' : 'warning'}>
          {t(isMissing ? 'checklist.stillOpen' : 'checklist.required')}
        </StatusTag>
      )}
      {point.legalRef !== null && <span className="desk-line">{read(point.legalRef)}</span>}
      <Told point={point} />
    </div>
  );
};

/** One point: what it is, by which law, and whether it is done. */
export const PointRow = (props: RowProps) => {
  const { point, mayMark, isBusy, isMissing, onMark } = props;
  const t = useDeskText();
  const read = useLocalized();
  const id = useId();
  // What somebody just ticked shows at once; the answer says whether it stands.
  const [wish, setWish] = useState<{ readonly of: ChecklistPoint; readonly isTicked: boolean }>();
  const isDone = wish !== undefined && wish.of === point ? wish.isTicked : point.state !== 'open';
  const tick = (): void => {
    setWish({ of: point, isTicked: !isDone });
    onMark({ point: point.key, isTicked: !isDone, remark: point.remark }, () => setWish(undefined));
  };
  return (
    <li className={`desk-checklist__point${isMissing ? ' desk-checklist__point--missing' : ''}`}>
      <input
        id={id}
        type="checkbox"
        checked={isDone}
        disabled={!mayMark || point.state === 'automatic'}
        aria-busy={isBusy || undefined}
        onChange={tick}
      />
      <div className="iris-stack iris-stack--tight">
        <label htmlFor={id}>{read(point.label)}</label>
        <About point={point} isDone={isDone} isMissing={isMissing} />
        {mayMark && <Remark {...props} />}
        {point.marks.length > 1 && (
          <details>
            <summary aria-label={t('checklist.history.of', { point: read(point.label) })}>
              {t('checklist.history')}
            </summary>
            <PointMarks point={point} />
          </details>
        )}
      </div>
    </li>
  );
};
