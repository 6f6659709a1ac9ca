import { Tabs } from '@irisflow/ui';
import { useState } from 'react';
import { useTexts } from '../texts/use-texts.ts';
import type { EditorProps } from '../workspace/editor-props.ts';
import { shortName } from '../workspace/file-kinds.ts';
import { JsonFilePage } from '../workspace/JsonFilePage.tsx';
import { useFocusedProblem, useProblemAt } from '../workspace/use-problem-places.ts';
import { RightData } from './RightData.tsx';
import { RightFacts } from './RightFacts.tsx';
import { RightSharing } from './RightSharing.tsx';
import { RightStates } from './RightStates.tsx';
import type { RightFile } from './right-file.ts';
import './rights.css';

const tabOf = (pointer: string | null | undefined): string => {
  const part = pointer?.split('/')[1] ?? '';
  if (part === 'states' || part === 'moves') return 'states';
  if (part === 'data' || part === 'source') return part;
  return 'facts';
};

/** A kind of right: who holds it, how it lives, what it says and who is told. */
export const RightEditor = ({ path, focus }: EditorProps) => {
  const t = useTexts();
  const problemAt = useProblemAt(path);
  const [tab, setTab] = useState(tabOf(focus?.pointer));
  const [shown, setShown] = useState(focus);
  if (focus !== shown) {
    setShown(focus);
    if (focus !== null) setTab(tabOf(focus.pointer));
  }
  useFocusedProblem(focus);
  return (
    <JsonFilePage<RightFile>
      path={path}
      eyebrow={t('rail.rights')}
      title={(right) => right.name?.[t.locale] || shortName(path)}
      lead={t('right.lead')}
    >
      {(right, change) => {
        const part = {
          right,
          problemAt,
          change: (next: Partial<RightFile>) => change({ ...right, ...next }),
        };
        return (
          <Tabs
            label={right.name?.[t.locale] || shortName(path)}
            selected={tab}
            onSelect={setTab}
            tabs={[
              { id: 'facts', label: t('right.tab.facts'), content: <RightFacts {...part} /> },
              { id: 'states', label: t('right.tab.states'), content: <RightStates {...part} /> },
              { id: 'data', label: t('right.tab.data'), content: <RightData {...part} /> },
              { id: 'source', label: t('right.tab.source'), content: <RightSharing {...part} /> },
            ]}
          />
        );
      }}
    </JsonFilePage>
  );
};
