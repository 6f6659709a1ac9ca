import type { TaskView } from '@irisflow/client';
import { Notice } from '@irisflow/ui';
import { useId, type ReactNode } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';

type Sheet = NonNullable<TaskView['letter']>;
type Block = Sheet['blocks'][number];
type Runs = Extract<Block, { kind: 'paragraph' }>['runs'];

/** What stands behind nothing else, so that two equal pieces keep their places. */
const placed = <T,>(items: readonly T[]): readonly (readonly [string, T])[] =>
  items.map((item, index) => [String(index), item]);

const Words = ({ runs }: { readonly runs: Runs }) =>
  placed(runs).map(([key, { text, bold, italic }]) => {
    const words: ReactNode = italic ? <em>{text}</em> : text;
    return bold ? <strong key={key}>{words}</strong> : <span key={key}>{words}</span>;
  });

const ListBlock = ({ items }: Extract<Block, { kind: 'list' }>) => (
  <ul>
    {placed(items).map(([key, paragraphs]) => (
      <li key={key}>
        {placed(paragraphs).map(([place, runs]) => (
          <p key={place}>
            <Words runs={runs} />
          </p>
        ))}
      </li>
    ))}
  </ul>
);

const TableBlock = ({ headers, rows }: Extract<Block, { kind: 'table' }>) => (
  <table>
    <thead>
      <tr>
        {headers.map((header) => (
          <th key={header} scope="col">
            {header}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {placed(rows).map(([key, cells]) => (
        <tr key={key}>
          {placed(cells).map(([place, cell]) => (
            <td key={place}>{cell}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const BlockView = ({ block }: { readonly block: Block }) => {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <Words runs={block.runs} />
        </p>
      );
    case 'heading':
      return (
        <h4>
          <Words runs={block.runs} />
        </h4>
      );
    case 'list':
      return <ListBlock {...block} />;
    case 'table':
      return <TableBlock {...block} />;
  }
};

/** The letter as it will go when the task is approved: nobody signs what they have not read. */
export const LetterSheet = ({ taskId, sheet }: { readonly taskId: string; readonly sheet: Sheet }) => {
  const t = useDeskText();
  const title = useId();
  return (
    <section className="iris-stack" aria-labelledby={title}>
      <h2 id={title} className="iris-section-title">
        {t('letter.title')}
      </h2>
      {!sheet.complete && <Notice tone="danger" title={t('letter.incomplete')} />}
      <article className="desk-letter" lang={sheet.language}>
        <p>
          <strong>{sheet.administration}</strong>
        </p>
        <p className="desk-letter__recipient">
          {sheet.recipient.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </p>
        <p>
          {sheet.reference} · {sheet.date}
        </p>
        <h3>{sheet.subject}</h3>
        {placed(sheet.blocks).map(([key, block]) => (
          <BlockView key={key} block={block} />
        ))}
      </article>
      <p>
        <a href={`/api/tasks/${taskId}/letter`} target="_blank" rel="noreferrer">
          {t('letter.pdf')}
        </a>
      </p>
    </section>
  );
};
