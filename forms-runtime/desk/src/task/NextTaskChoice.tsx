import { Checkbox } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { rememberNextTask, wantsNextTask } from './next-task.ts';

/** Lets somebody who clears a pile go straight from one task to the next. */
export const NextTaskChoice = () => {
  const t = useDeskText();
  const [isWanted, setWanted] = useState(wantsNextTask);
  const choose = (value: boolean): void => {
    rememberNextTask(value ? 'open' : 'list');
    setWanted(value);
  };
  return <Checkbox id="next-task" label={t('complete.next')} optional value={isWanted} onChange={choose} />;
};
