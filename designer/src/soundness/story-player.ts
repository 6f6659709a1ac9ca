/** Where in a story the player is; steps count from 0. */
export interface PlayerState {
  readonly step: number;
  readonly isPlaying: boolean;
  readonly speed: Speed;
}

/** How many times faster than usual. */
export type Speed = 0.5 | 1 | 2;

export const speeds: readonly Speed[] = [0.5, 1, 2];

export type PlayerAct =
  | { readonly do: 'play' }
  | { readonly do: 'pause' }
  | { readonly do: 'goTo'; readonly step: number }
  /** The time of a step is over. */
  | { readonly do: 'tick' }
  | { readonly do: 'setSpeed'; readonly speed: Speed };

/** Milliseconds that a step takes at the usual speed. */
export const stepTime = 1600;

export const beginning: PlayerState = { step: 0, isPlaying: false, speed: 1 };

/** A player of so many steps. At the last one it stops; playing from there begins anew. */
export const playerOf =
  (steps: number) =>
  (state: PlayerState, act: PlayerAct): PlayerState => {
    const last = steps - 1;
    switch (act.do) {
      case 'play':
        return { ...state, step: state.step >= last ? 0 : state.step, isPlaying: last > 0 };
      case 'pause':
        return { ...state, isPlaying: false };
      case 'goTo':
        return { ...state, step: Math.min(Math.max(act.step, 0), last), isPlaying: false };
      case 'tick': {
        const step = Math.min(state.step + 1, last);
        return { ...state, step, isPlaying: state.isPlaying && step < last };
      }
      case 'setSpeed':
        return { ...state, speed: act.speed };
    }
  };
