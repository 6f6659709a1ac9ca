import type { ChecklistPoint } from '@irisflow/client';
import { useFormatters } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

type Mark = ChecklistPoint['marks'][number];

/** Who marked a point and when, in words; `before` is the mark that stood until then. */
export const useMarkWords = () => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  return (mark: Mark, before: Mark | undefined): string => {
    if (mark.by === null) return t('checklist.automatic');
    const who = { name: mark.by, at: dateTime(mark.at) };
    if (mark.isTicked === (before?.isTicked ?? false)) return t('checklist.remarked', who);
    return t(mark.isTicked ? 'checklist.ticked' : 'checklist.unticked', who);
  };
};

/** Everything that was ever marked at a point, the newest first. */
export const PointMarks = ({ point: { marks } }: { readonly point: ChecklistPoint }) => {
  const inWords = useMarkWords();
  return (
    <ol className="desk-checklist__marks">
      {marks.map((mark, index) => (
        <li key={`${mark.at} ${String(mark.isTicked)} ${mark.remark}`}>
          {inWords(mark, marks[index + 1])}
          {mark.remark !== '' && <span className="desk-line">{mark.remark}</span>}
        </li>
      ))}
    </ol>
  );
};
