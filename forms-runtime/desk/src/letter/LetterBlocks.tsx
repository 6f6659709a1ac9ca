import type { TaskView } from '@irisflow/client';
import type { ReactNode } from 'react';

type Block = NonNullable<TaskView['letter']>['blocks'][number];
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

/** Blocks of a letter, with every value in its place. */
export const LetterBlocks = ({ blocks }: { readonly blocks: readonly Block[] }) =>
  placed(blocks).map(([key, block]) => <BlockView key={key} block={block} />);
