import type { Content } from '../model/block.ts';
import { startContent } from './content.ts';
import { createFrame, nowhere, type Variables } from './frame.ts';
import { createGame, type Game } from './game.ts';
import { rest } from './moves.ts';
import { playBlock } from './play-block.ts';
import { writeLocally } from './variables.ts';

/** Starts an instance of the process and plays until it rests. */
export const startGame = (process: Content, variables: Variables): Game => {
  const game = createGame(playBlock);
  const root = createFrame(process.id, null, nowhere, true);
  game.root = root;
  writeLocally(root, variables);
  startContent(game, root, process, () => {
    root.life = 'ended';
    root.waits.clear();
    game.outcome = 'COMPLETED';
  });
  rest(game);
  return game;
};
