import type { Repeat } from '../model/block.ts';
import { type Frame, nowhere, type Value } from './frame.ts';
import { countCompleted, enter, type Game, killInside, move } from './game.ts';
import { lookUp, writeLocally, writeUpward } from './variables.ts';

interface Loop extends Repeat {
  readonly id: string;
  /** Starts the work of an item. */
  readonly begin: (item: Frame, done: () => void) => void;
  /** All items are done. */
  readonly finish: () => void;
}

/** Does the work once for every item, side by side or one after the other, until all or enough are done. */
export const repeat = (game: Game, body: Frame, loop: Loop): void => {
  const { id, items, mode, enough, collects, begin } = loop;
  const output: Value[] = Array.from({ length: items }, () => null);
  let started = 0;
  let completed = 0;

  const end = (): void => {
    if (collects !== 'nothing' && body.parent !== null) writeUpward(body.parent, `out_${id}`, output);
    loop.finish();
  };

  const itemDone = (item: Frame, at: number): void => {
    output[at] = lookUp(item, collects === 'item' ? `item_${id}` : 'r');
    body.undoings.push(...item.undoings);
    item.life = 'ended';
    item.waits.clear();
    body.children.delete(item);
    countCompleted(game, id);
    completed += 1;
    if (enough > 0 && completed >= enough) killInside(game, body);
    else if (mode === 'sequential' && started < items) {
      startItem();
      return;
    }
    if (body.children.size === 0 && (started === items || completed >= enough)) end();
  };

  const startItem = (): void => {
    const at = started;
    started += 1;
    const item = enter(body, id, nowhere);
    writeLocally(item, { loopCounter: at + 1, [`item_${id}`]: (at + 1) * 10 });
    if (collects === 'result') writeLocally(item, { r: null });
    begin(item, () => itemDone(item, at));
  };

  move(game, body, () => {
    if (items === 0) end();
    else if (mode === 'sequential') startItem();
    else for (let at = 0; at < items; at += 1) startItem();
  });
};
