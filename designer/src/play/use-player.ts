import { useEffect, useState } from 'react';
import { createPlayer, type Player } from './player.ts';

/** A thread that plays, ended with the page; another player where one is given. */
export const usePlayer = (given: Player | undefined): Player => {
  const [player] = useState(() => given ?? createPlayer());
  useEffect(() => () => player.close(), [player]);
  return player;
};
